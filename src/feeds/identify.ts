import type { ParsedEntry } from '../domain/entry.ts';
import type { IdentityRung } from '../domain/feed.ts';
import { hashId } from '../domain/hash-id.ts';
import { cleanUrl } from './clean-url.ts';
import { contentHash, substanceOf } from './substance.ts';

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

type Rungs = Readonly<Partial<Record<IdentityRung, string>>>;

/** A permalink guid carries tracking parameters too, but its fragment may be all that tells it from the next. */
const guidValue = (guid: string): string => {
  if (!/^https?:/i.test(guid) || !URL.canParse(guid)) return guid.trim();
  return `${cleanUrl(guid)}${new URL(guid).hash}`;
};

const rungsOf = (entry: ParsedEntry): Rungs => ({
  ...(entry.guid === undefined ? {} : { guid: guidValue(entry.guid) }),
  ...(entry.url === undefined ? {} : { url: cleanUrl(entry.url) }),
  text: entry.url === undefined && entry.title === '' ? contentHash(entry) : textValue(entry),
});

/** The publisher is part of it where the feed carries other people's entries. */
const textValue = (entry: ParsedEntry): string =>
  `${substanceOf(entry.title)}|${entry.title.length < 12 ? substanceOf(entry.text.slice(0, 200)) : ''}|${substanceOf(entry.publisher ?? '')}`;

/** True where two entries that say different things share the rung's value. */
const repeats = (rungs: readonly Rungs[], rung: 'guid' | 'url'): boolean => {
  const textByValue = new Map<string, string>();
  return rungs.some((own) => {
    const value = own[rung];
    if (value === undefined) return false;
    const text = `${own.text ?? ''}|${rung === 'guid' ? (own.url ?? '') : ''}`;
    const before = textByValue.get(value);
    textByValue.set(value, text);
    return before !== undefined && before !== text;
  });
};

const learn = (rungs: readonly Rungs[], distrusted: readonly IdentityRung[]): readonly IdentityRung[] => {
  const worthless = (['guid', 'url'] as const).filter(
    (rung) => distrusted.includes(rung) || repeats(rungs, rung),
  );
  return worthless;
};

const keysOf = (rungs: Rungs, distrusted: readonly IdentityRung[]): readonly string[] => {
  const trusts = (rung: IdentityRung): boolean => !distrusted.includes(rung);
  const { guid, url, text = '' } = rungs;
  const keys: string[] = [];
  if (guid !== undefined && trusts('guid')) keys.push(hashId('guid', guid));
  // Alone only where no guid speaks: two notices may share a page, and then their guids tell them apart.
  else if (url !== undefined && trusts('url')) keys.push(hashId('url', url));
  keys.push(url === undefined ? hashId('text', text) : hashId('url+text', url, text));
  return keys;
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
    const keys = keysOf(rungs[index] ?? {}, distrusted);
    const key = keys[0] ?? '';
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ entry, key, keys }];
  });
  return { entries: identified, distrusted };
};
