import type { JsonMapping } from '../domain/feed.ts';
import { nestsTooDeep } from './nests-too-deep.ts';
import { plainLine, plainText } from './plain-text.ts';
import type { EntryFields } from './read-fields.ts';
import { escapeMarkup } from './write-markup.ts';

type Json = Readonly<Record<string, unknown>>;

const MAX_ENTRIES = 1_000;
const MAX_DEPTH = 64;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a dotted path; a number in it is a place in a list. */
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => {
    if (key === '') return inner;
    if (Array.isArray(inner)) return inner[Number(key)];
    return isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, value);

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value))
    return value
      .map(asText)
      .filter((text) => text !== '')
      .join(', ');
  return '';
};

/** Seconds or milliseconds since 1970, as API writers like them, to a date that says so. */
const asDate = (value: unknown): string => {
  const text = asText(value).trim();
  if (!/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(text)) return text;
  const time = new Date(text.length < 13 ? Number(text) * 1000 : Number(text));
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
};

const listAt = (document: unknown, path: string): readonly unknown[] => {
  const found = at(document, path);
  if (Array.isArray(found)) return found;
  return isObject(found) ? Object.values(found) : [];
};

const addressOf = (value: string, prefix: string | undefined): string => {
  if (value === '' || prefix === undefined || /^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return value;
  return `${prefix}${value}`;
};

const mappedEntry = (item: unknown, mapping: JsonMapping): EntryFields => {
  const say = (path: string | undefined): string => (path === undefined ? '' : asText(at(item, path)));
  return {
    title: plainLine(say(mapping.title)),
    links: [addressOf(say(mapping.url), mapping.urlPrefix)],
    guid: say(mapping.id),
    dates: mapping.publishedAt === undefined ? [] : [asDate(at(item, mapping.publishedAt))],
    text: plainText(say(mapping.text)),
    publisher: '',
  };
};

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
const jsonFeedEntry = (item: unknown): EntryFields => {
  const say = (path: string): string => asText(at(item, path));
  const plain = escapeMarkup(say('content_text'));
  return {
    title: plainLine(escapeMarkup(say('title'))),
    links: [say('url'), say('external_url')],
    guid: say('id'),
    dates: [say('date_published'), say('date_modified')],
    text: plainText(
      [say('content_html'), plain, escapeMarkup(say('summary'))].find((text) => text !== '') ?? '',
    ),
    publisher: '',
  };
};

export type JsonRead =
  | { readonly ok: true; readonly entries: readonly EntryFields[]; readonly language: string }
  | { readonly ok: false; readonly reason: 'not-a-feed' | 'malformed'; readonly detail: string };

const readDocument = (document: unknown, mapping: JsonMapping | undefined): JsonRead => {
  if (mapping !== undefined) {
    const found = at(document, mapping.items);
    if (!Array.isArray(found) && !isObject(found)) {
      return { ok: false, reason: 'not-a-feed', detail: `no list at ${mapping.items}` };
    }
    const entries = listAt(document, mapping.items).slice(0, MAX_ENTRIES);
    return { ok: true, entries: entries.map((item) => mappedEntry(item, mapping)), language: '' };
  }
  const items = at(document, 'items');
  if (!Array.isArray(items)) return { ok: false, reason: 'not-a-feed', detail: 'JSON that is no JSON Feed' };
  const language = asText(at(document, 'language'));
  return { ok: true, entries: items.slice(0, MAX_ENTRIES).map(jsonFeedEntry), language };
};

/** Reads a JSON Feed, or any other JSON by the mapping of its catalogue entry. */
export const readJson = (text: string, mapping: JsonMapping | undefined): JsonRead => {
  if (nestsTooDeep(text, MAX_DEPTH))
    return { ok: false, reason: 'malformed', detail: `JSON nested deeper than ${MAX_DEPTH}` };
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    return { ok: false, reason: 'malformed', detail: cause instanceof Error ? cause.message : String(cause) };
  }
  return readDocument(document, mapping);
};
