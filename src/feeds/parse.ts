import Parser from 'rss-parser';
import type { ParsedEntry } from '../domain/entry.ts';
import type { Feed, FeedWishes, FetchFailure } from '../domain/feed.ts';
import { decode } from './decode.ts';
import { createLinkResolver } from './link-resolver.ts';
import { readSearchEntry } from './news-search.ts';
import { normaliseEntry } from './normalise-entry.ts';
import type { EntryFields } from './read-fields.ts';
import { readJson } from './read-json.ts';
import { NO_WISHES, readWishes, type WishTexts } from './read-wishes.ts';
import { repair } from './repair.ts';
import { looksLikeHtml, looksLikeJson } from './sniff.ts';

export interface ParseContext {
  readonly contentType?: string | undefined;
  /** The address that answered; relative links resolve against it. */
  readonly url?: string | undefined;
  readonly feed?: Feed | undefined;
  /** IANA zone of dates that name none; the feed's own where absent. */
  readonly zone?: string | undefined;
}

export type ParseResult =
  | ({
      readonly ok: true;
      readonly entries: readonly ParsedEntry[];
      /** As the feed names it; unchecked. */
      readonly language?: string;
    } & FeedWishes)
  | {
      readonly ok: false;
      readonly reason: Extract<FetchFailure, 'not-a-feed' | 'malformed' | 'too-large'>;
      readonly detail: string;
    };

/** What rss-parser gives of the tidy RSS that `repair` writes, beside its own fields. */
interface RssItem {
  readonly link?: unknown;
  readonly links?: readonly unknown[];
  readonly published?: unknown;
  readonly dates?: readonly unknown[];
  readonly text?: unknown;
  readonly publisher?: unknown;
}

interface RssFeed {
  readonly language?: unknown;
  readonly ttl?: unknown;
  readonly skipHours?: unknown;
  readonly skipDays?: unknown;
}

interface Read {
  readonly entries: readonly EntryFields[];
  readonly language: string;
  readonly wishes: WishTexts;
}

const str = (value: unknown): string => (typeof value === 'string' ? value : '');

const fieldsOf = (item: RssItem & { readonly title?: unknown; readonly guid?: unknown }): EntryFields => ({
  title: str(item.title),
  links: (item.links ?? []).map(str),
  guid: str(item.guid),
  dates: (item.dates ?? []).map(str),
  text: str(item.text),
  publisher: str(item.publisher),
});

/**
 * Links and dates are kept whole, since the first need not be the one that can be read. One parser serves all: it
 * reads a text in one go and keeps nothing of it, and a new one for each feed runs cold at half the speed.
 */
const rssParser = new Parser<RssFeed, RssItem>({
  defaultRSS: 2.0,
  customFields: {
    feed: ['skipHours', 'skipDays'],
    item: [
      ['text', 'text'],
      ['publisher', 'publisher'],
      ['link', 'links', { keepArray: true }],
      ['published', 'dates', { keepArray: true }],
    ],
  },
});

const readRss = async (rss: string): Promise<Read> => {
  const feed = await rssParser.parseString(rss);
  const wishes = { ttl: str(feed.ttl), skipHours: str(feed.skipHours), skipDays: str(feed.skipDays) };
  return { entries: feed.items.map(fieldsOf), language: str(feed.language), wishes };
};

const languageAndWishes = ({ language, wishes }: Read) => ({
  ...(language === '' ? {} : { language }),
  ...readWishes(wishes),
});

const refused = (reason: 'not-a-feed' | 'malformed' | 'too-large', detail: string): ParseResult => ({
  ok: false,
  reason,
  detail,
});

const read = async (text: string, about: ParseContext): Promise<Read | ParseResult> => {
  if (text.trim() === '') return refused('not-a-feed', 'the body is empty');
  if (about.feed?.format !== undefined || looksLikeJson(text)) {
    const json = readJson(text, about.feed?.format);
    return json.ok ? { ...json, wishes: NO_WISHES } : refused(json.reason, json.detail);
  }
  if (looksLikeHtml(text)) return refused('not-a-feed', 'an HTML page');
  const repaired = repair(text, about.url ?? '');
  return repaired.ok ? readRss(repaired.rss) : refused('not-a-feed', repaired.detail);
};

/** Bytes of any feed to entries, newest or oldest first as the feed has them. Never throws: what cannot be read is said. */
export const parseFeed = async (bytes: Uint8Array, about: ParseContext = {}): Promise<ParseResult> => {
  try {
    const found = await read(decode(bytes, about.contentType), about);
    if ('ok' in found && !found.ok) return found;
    if (!('wishes' in found)) return found;
    const zone = about.zone ?? about.feed?.zone;
    const context = { resolveLink: createLinkResolver(about.url), ...(zone === undefined ? {} : { zone }) };
    const entries = found.entries.map((fields) => normaliseEntry(fields, context));
    const isSearch = about.feed?.search !== undefined;
    return {
      ok: true,
      // V8 cuts a text out of another by pointing into it: a title kept for /why would keep the body of its feed.
      entries: structuredClone(isSearch ? entries.map(readSearchEntry) : entries),
      ...languageAndWishes(found),
    };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const tooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    return refused(tooLarge ? 'too-large' : 'malformed', detail);
  }
};
