import type { ParsedEntry } from '../domain/entry.ts';
import { parseDate } from './parse-date.ts';
import { plainLine } from './plain-text.ts';
import type { EntryFields } from './read-fields.ts';

/** What the feed says about itself, and so about entries that say less. */
export interface EntryContext {
  /** Makes a link absolute, or undefined where it leads nowhere. */
  readonly resolveLink: (link: string) => string | undefined;
  /** IANA zone of dates that name none. */
  readonly zone?: string;
}

type Written<T> = { -readonly [Key in keyof T]: T[Key] };

/** A line that stands for a missing title: the beginning of the text, cut at a word. */
const MAX_TITLE = 1_000;

const firstLink = (links: readonly string[], { resolveLink }: EntryContext): string | undefined => {
  for (const link of links) {
    const url = resolveLink(link);
    if (url !== undefined) return url;
  }
  return undefined;
};

const firstDate = (dates: readonly string[], zone: string | undefined) => {
  for (const text of dates) {
    const date = parseDate(text, zone);
    if (date !== undefined) return date;
  }
  return undefined;
};

/** Fields as a feed wrote them to an entry as we read it. */
export const normaliseEntry = (fields: EntryFields, context: EntryContext): ParsedEntry => {
  const url = firstLink(fields.links, context);
  const date = firstDate(fields.dates, context.zone);
  const guid = fields.guid.trim();
  const publisher = fields.publisher === '' ? '' : plainLine(fields.publisher);
  // Written out rather than spread: this runs for every entry of every poll.
  const entry: Written<ParsedEntry> = {
    title: fields.title.slice(0, MAX_TITLE),
    publishedEstimated: date?.estimated ?? true,
    text: fields.text,
  };
  if (guid !== '') entry.guid = guid;
  if (url !== undefined) entry.url = url;
  if (date !== undefined) entry.publishedAt = date.at;
  if (publisher !== '') entry.publisher = publisher;
  return entry;
};
