import type { Entry } from '../domain/entry.ts';
import type { Feed, FeedKind } from '../domain/feed.ts';
import { hashId } from '../domain/hash-id.ts';
import { MINUTE, UNDATED } from '../domain/instant.ts';
import type { ReadingSteps } from '../reading-steps.ts';
import { isObject, type JsonObject, optionalText, textField } from './json-lines.ts';

/** A line of `classify` and `replay` as an entry of a feed. */
export interface EntryLine {
  /** As it was given, so that the answer carries the same. */
  readonly id: unknown;
  readonly entry: Entry;
  readonly feed: Feed;
}

const KINDS: readonly FeedKind[] = ['official', 'exchange', 'press'];

const stubFeed = (id: string, publisher: string, kind: FeedKind, jurisdiction: string | undefined): Feed => ({
  id,
  url: '',
  publisher,
  kind,
  every: { min: MINUTE, max: MINUTE },
  enabled: true,
  ...(jurisdiction !== undefined && { jurisdiction }),
});

const hostOf = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;

const readJurisdiction = (
  text: string | undefined,
  { lexicon }: Pick<ReadingSteps, 'lexicon'>,
): string | undefined => {
  const code = text?.trim().toUpperCase();
  if (code === undefined || lexicon.places.has(code)) return code;
  throw new TypeError(`field "feed.jurisdiction": "${text}" is no place; write ISO alpha-2, as IN, or EU`);
};

const describedFeed = (value: JsonObject, fallback: string, steps: ReadingSteps): Feed => {
  const kind = KINDS.find((option) => option === (value.kind ?? 'press'));
  if (kind === undefined)
    throw new TypeError(`field "feed.kind" is not known; write one of ${KINDS.join(', ')}`);
  const publisher = optionalText(value, 'publisher') ?? fallback;
  const jurisdiction = readJurisdiction(optionalText(value, 'jurisdiction'), steps);
  return stubFeed(publisher, publisher, kind, jurisdiction);
};

const readFeed = (feed: unknown, fallback: string, steps: ReadingSteps): Feed => {
  if (feed === undefined || feed === null) return stubFeed(fallback, fallback, 'press', undefined);
  if (isObject(feed)) return describedFeed(feed, fallback, steps);
  const known = steps.catalogue.feeds.find(({ id }) => id === feed);
  if (known === undefined)
    throw new TypeError(
      `field "feed": "${String(feed)}" is no feed of the catalogue; write an id of it, or {kind, …}`,
    );
  return known;
};

/** BCP 47; nothing where the text is no language tag, as `unknown!` or the empty text. */
const readLanguage = (text: string | undefined): string | undefined => {
  const tag = text?.trim().replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
};

/** ISO 8601 without a zone, which `Date.parse` would read in the machine's. */
const ZONELESS = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** UTC where no zone is named, so that a replay says the same on every machine. */
const readInstant = (text: string | undefined): number => {
  if (text === undefined || text.trim() === '') return UNDATED;
  const at = Date.parse(ZONELESS.test(text.trim()) ? `${text.trim()}Z` : text);
  if (Number.isNaN(at))
    throw new TypeError('field "publishedAt" is no date; write it as 2024-03-31T12:00:00Z');
  return at;
};

/**
 * `{id, title, text?, url?, language?, publishedAt?, feed?, publisher?}`; `feed` is an id of the catalogue or
 * `{kind, jurisdiction?, publisher?}`, absent for the press.
 */
export const readEntryLine = (value: JsonObject, steps: ReadingSteps): EntryLine => {
  const id = String(value.id ?? '');
  const title = textField(value, 'title');
  const text = optionalText(value, 'text') ?? '';
  const url = optionalText(value, 'url');
  const publisher = optionalText(value, 'publisher') ?? hostOf(url) ?? 'press';
  const feed = readFeed(value.feed, publisher, steps);
  const publishedAt = readInstant(optionalText(value, 'publishedAt'));
  const key = id === '' ? hashId(title, text) : id;
  return {
    id: value.id ?? null,
    feed,
    entry: {
      id: hashId(feed.id, key),
      feedId: feed.id,
      key,
      title,
      text,
      publisher: feed.publisher,
      language:
        readLanguage(optionalText(value, 'language')) ??
        steps.detectLanguage(`${title}\n${text.slice(0, 1000)}`),
      publishedAt,
      publishedEstimated: publishedAt === UNDATED,
      firstSeenAt: publishedAt,
      novelty: 'new',
      late: false,
      ...(url !== undefined && { url }),
    },
  };
};
