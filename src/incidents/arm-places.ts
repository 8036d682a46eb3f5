import type { Jurisdiction } from '../domain/catalogue.ts';
import { countryOf } from '../domain/country-of.ts';
import { lazily } from '../domain/lazily.ts';

/** How the names of firms shorten places; other codes are words ("to", "in") wherever a headline shouts. */
const SHORT: readonly (readonly [string, string])[] = [
  ['US', 'US'],
  ['USA', 'US'],
  ['UK', 'GB'],
  ['EU', 'EU'],
  ['Europe', 'EU'],
  ['TR', 'TR'],
];

/**
 * The places in the names of an exchange's arms, as a title writes them: `FTX US`, `FTX.US`, `FTX Japan`.
 * Empty unless every mention of the exchange is of an arm: only then is the news the arm's alone.
 */
export type ArmPlaces = (title: string, names: readonly string[]) => readonly string[];

const NEXT_WORD = /^[\s.·-]{0,2}([\p{L}.]+)/u;

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** What follows each mention of a name, as the title writes it. */
const wordsAfter = (title: string, name: string): readonly string[] => {
  const lower = title.toLowerCase();
  const words: string[] = [];
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
    if (isLetter(lower[at - 1])) continue;
    const [, word] = NEXT_WORD.exec(title.slice(at + name.length)) ?? [];
    words.push(word?.replaceAll('.', '') ?? '');
  }
  return words;
};

/** `FTX US` begins with `FTX`: its mentions are found by that. */
const roots = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !names.some((other) => other !== name && name.startsWith(other)));

export const createArmPlaces = (jurisdictions: readonly Jurisdiction[]): ArmPlaces => {
  const places = lazily(() => {
    const written = jurisdictions.flatMap(({ code, names }) =>
      (names.en ?? []).filter((name) => name.length > 3).map((name) => [name, countryOf(code)] as const),
    );
    return new Map([...written, ...SHORT]);
  });
  const known = new WeakMap<readonly string[], readonly string[]>();
  const rootsOf = (names: readonly string[]): readonly string[] => {
    const found = known.get(names) ?? roots(names);
    known.set(names, found);
    return found;
  };
  return (title, names) => {
    const after = rootsOf(names).flatMap((name) => wordsAfter(title, name));
    const arms = after.flatMap((word) => places().get(word) ?? []);
    return arms.length > 0 && arms.length === after.length ? [...new Set(arms)] : [];
  };
};
