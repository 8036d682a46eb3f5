import type { ParsedEntry } from '../domain/entry.ts';
import type { IdentityRung } from '../domain/feed.ts';
import { hashId } from '../domain/hash-id.ts';
import { cleanUrl } from './clean-url.ts';
import { substanceOf } from './substance.ts';

export interface Identified {
  readonly entry: ParsedEntry;
  /** What identifies it: the strongest rung that the feed can be trusted with. */
  readonly key: string;
  /** Under these it may have been seen before, `key` first: a feed that edits its guids repeats nothing. */
  readonly keys: readonly string[];
}

export interface Identities {
  /** In the order of the feed, an entry that the feed holds twice only once. */
  readonly entries: readonly Identified[];
  /** The rungs that this document, or one before it, proved worthless. */
  readonly distrusted: readonly IdentityRung[];
}

interface Rungs {
  readonly guid?: string;
  readonly url?: string;
  /** Title and publisher: together with an address they identify an entry whose guid was edited. */
  readonly headline: string;
  /** Headline and how the text begins: all there is to go by where nothing else can be trusted. */
  readonly text: string;
}

/** A permalink guid carries tracking parameters too, but its fragment may be all that tells it from the next. */
const guidValue = (guid: string): string => {
  if (!/^https?:/i.test(guid) || !URL.canParse(guid)) return guid.trim();
  return `${cleanUrl(guid)}${new URL(guid).hash}`;
};

/** So much of a text tells it from others under the same headline. */
const BEGINNING = 200;

const rungsOf = (entry: ParsedEntry): Rungs => {
  const headline = `${substanceOf(entry.title)}|${substanceOf(entry.publisher ?? '')}`;
  return {
    ...(entry.guid === undefined ? {} : { guid: guidValue(entry.guid) }),
    ...(entry.url === undefined ? {} : { url: cleanUrl(entry.url) }),
    headline,
    text: `${headline}|${substanceOf(entry.text.slice(0, BEGINNING))}`,
  };
};

/** True where two entries that say different things share the rung's value. */
const repeats = (rungs: readonly Rungs[], rung: 'guid' | 'url'): boolean => {
  const saidBy = new Map<string, string>();
  return rungs.some((own) => {
    const value = own[rung];
    if (value === undefined) return false;
    const says = `${own.headline}|${rung === 'guid' ? (own.url ?? '') : ''}`;
    const before = saidBy.get(value);
    saidBy.set(value, says);
    return before !== undefined && before !== says;
  });
};

const learn = (rungs: readonly Rungs[], known: readonly IdentityRung[]): readonly IdentityRung[] =>
  (['guid', 'url'] as const).filter((rung) => known.includes(rung) || repeats(rungs, rung));

const keysOf = (
  { guid, url, headline, text }: Rungs,
  distrusted: readonly IdentityRung[],
): readonly string[] => {
  const address = distrusted.includes('url') ? undefined : url;
  const underAddress = address === undefined ? [] : [hashId('url+headline', address, headline)];
  if (guid !== undefined && !distrusted.includes('guid')) return [hashId('guid', guid), ...underAddress];
  // Alone only where no guid speaks: two notices may share a page, and then their guids tell them apart.
  return address === undefined ? [hashId('text', text)] : [hashId('url', address), ...underAddress];
};

/**
 * Names the entries of one document: guid, else canonical address, else title and text; a guid or address that
 * stands on different entries of the document is trusted no more in this feed.
 */
export const identify = (entries: readonly ParsedEntry[], known: readonly IdentityRung[]): Identities => {
  const rungs = entries.map(rungsOf);
  const distrusted = learn(rungs, known);
  const taken = new Set<string>();
  const identified = entries.flatMap((entry, index): Identified[] => {
    const own = rungs[index];
    const keys = own === undefined ? [] : keysOf(own, distrusted);
    const [key] = keys;
    if (key === undefined || taken.has(key)) return [];
    taken.add(key);
    return [{ entry, key, keys }];
  });
  return { entries: identified, distrusted };
};
