import { baseLanguage } from '../domain/base-language.ts';
import { isKind } from '../domain/taxonomy.ts';
import { type Document, hasText } from './document.ts';
import type { FeatureBag } from './feature-bag.ts';
import { endHash, extendHash, HASH_START } from './hash-text.ts';
import type { Sign } from './sign.ts';

type Names = ReadonlySet<string>;

/** A name that counts for the entry as a whole begins with it. */
const WHOLE = extendHash(HASH_START, 'E');

/**
 * Hashes of a sort of features by the name of a sign, one for each ending. Names of signs are a closed set: each is hashed
 * once and not with every entry.
 */
const hashesOf = (sort: string, endings: readonly string[]): ((name: string) => readonly number[]) => {
  const known = new Map<string, readonly number[]>();
  const begun = extendHash(WHOLE, sort);
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const named = extendHash(begun, name);
    const hashes = endings.map((ending) => endHash(extendHash(named, ending)));
    known.set(name, hashes);
    return hashes;
  };
};

const NO_OR_YES = [' false', ' true'] as const;

/** Who and what a restriction needs: measure, authority, exchange (by its name or not) and place. */
const PARTIES = ['kind', 'authority', 'exchange', 'venue', 'place'] as const;
const PARTY_OF: Readonly<Record<string, (typeof PARTIES)[number]>> = {
  EX: 'exchange',
  venue: 'venue',
  PL: 'place',
};

const partyOf = (name: string): (typeof PARTIES)[number] | undefined =>
  isKind(name) ? 'kind' : name.startsWith('AU-') ? 'authority' : PARTY_OF[name];

/** Which parties are there, a bit for each. */
const presentIn = (names: Names): number => {
  let present = 0;
  for (const name of names) {
    const party = partyOf(name);
    if (party !== undefined) present |= 1 << PARTIES.indexOf(party);
  }
  return present;
};

const bitOf = (present: number, party: number): number => (present >> party) & 1;

const told = (present: number): string =>
  PARTIES.map((party, at) => ` ${party}${NO_OR_YES[bitOf(present, at)]}`).join('');

const partyHashes = (sort: string) => ({
  together: hashesOf(
    sort,
    Array.from({ length: 2 ** PARTIES.length }, (_, present) => told(present)),
  ),
  beside: hashesOf(
    sort,
    PARTIES.flatMap((party) => NO_OR_YES.map((answer) => ` ${party}${answer}`)),
  ),
});

const IN_TITLE = partyHashes('title ');
const IN_ENTRY = partyHashes('entry ');
const LANGUAGES = {
  english: hashesOf('english ', ['', ' title', ' text']),
  other: hashesOf('other ', ['', ' title', ' text']),
};
const ALONE = hashesOf('text alone ', ['']);
const AGAIN = hashesOf('again ', NO_OR_YES);
const TITLE_AND_TEXT = extendHash(WHOLE, 'title and text ');

/** So many names of a text are held against those of its title. */
const MOST_OF_TEXT = 12;

const putParties = (bag: FeatureBag, { together, beside }: typeof IN_TITLE, names: Names): void => {
  const present = presentIn(names);
  bag.putHash(together('all')[present] ?? 0);
  for (const name of names) {
    const hashes = beside(name);
    for (let party = 0; party < PARTIES.length; party += 1)
      bag.putHash(hashes[2 * party + bitOf(present, party)] ?? 0);
  }
};

const putLanguage = (bag: FeatureBag, document: Document, ofTitle: Names, ofText: Names): void => {
  const hashes = LANGUAGES[baseLanguage(document.language) === 'en' ? 'english' : 'other'];
  bag.putHash(hashes(hasText(document) ? 'with text' : 'title only')[0] ?? 0);
  for (const name of ofTitle) bag.putHash(hashes(name)[1] ?? 0);
  for (const name of ofText) bag.putHash(hashes(name)[2] ?? 0);
};

const putTitleAndText = (bag: FeatureBag, ofTitle: Names, ofText: Names): void => {
  const firstOfText = [...ofText].slice(0, MOST_OF_TEXT);
  for (const name of ofText) if (!ofTitle.has(name)) bag.putHash(ALONE(name)[0] ?? 0);
  for (const name of ofTitle) {
    bag.putHash(AGAIN(name)[ofText.has(name) ? 1 : 0] ?? 0);
    const begun = extendHash(extendHash(TITLE_AND_TEXT, name), ' ');
    for (const other of firstOfText) bag.putHash(endHash(extendHash(begun, other)));
  }
};

/**
 * What each sign is in the company of: a cue says one thing beside an exchange and another without, one in English and
 * another elsewhere, one where the text bears the title out and another where it does not.
 */
export const putCompany = (signs: readonly Sign[], document: Document, bag: FeatureBag): void => {
  const ofTitle = new Set<string>();
  const ofText = new Set<string>();
  for (const { name, inTitle } of signs) (inTitle ? ofTitle : ofText).add(name);
  putParties(bag, IN_TITLE, ofTitle);
  putParties(bag, IN_ENTRY, ofText.size === 0 ? ofTitle : new Set([...ofTitle, ...ofText]));
  putLanguage(bag, document, ofTitle, ofText);
  if (ofText.size > 0) putTitleAndText(bag, ofTitle, ofText);
};
