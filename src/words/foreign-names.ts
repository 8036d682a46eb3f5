import type { Catalogue } from '../domain/catalogue.ts';
import type { Locale } from '../domain/locale.ts';
import { namesOf } from '../domain/names-of.ts';
import type { Calendar } from './calendar.ts';
import { createPlaceNames } from './place-name.ts';

type Named = Pick<Catalogue, 'exchanges' | 'authorities' | 'jurisdictions'>;

/** A word with a capital, in a script that has capitals. */
const CAPITALISED = /\p{Lu}[\p{L}\p{M}\p{N}]*/gu;
/** A word of Latin letters, or a run of katakana: in a text of another script a name, mostly. */
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{N}]+/gu;
const KATAKANA = /[\p{Script=Katakana}ー]{3,}/gu;
const CASED = /^(?:en|es|pt|tr|ru)\b/;
const LETTERS = /[\p{L}\p{M}\p{N}]+/gu;
/** A sentence begins with a capital, name or not. */
const BEGINS = /(?:^|[.!?…:]\s+["“«]?|["“«])$/u;

const PLACEHOLDER = /\{[^{}]*\}/g;

/** The ordinary words of a language: those that its strings write small. */
const ordinaryWords = ({ messages }: Locale): ReadonlySet<string> => {
  const text = [...messages.values()].join('\n').replace(PLACEHOLDER, ' ');
  return new Set((text.match(LETTERS) ?? []).filter((word) => word === word.toLowerCase()));
};

const katakanaWords = ({ messages }: Locale): ReadonlySet<string> =>
  new Set([...messages.values()].join('\n').match(KATAKANA) ?? []);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(LETTERS) ?? [];

/** Endings that inflect a name: Нигерии is Нигерия, Binance'in is Binance. */
const SHORTEST_STEM = 4;
const ENDING = 3;
const stemOf = (word: string): string => word.slice(0, Math.max(SHORTEST_STEM, word.length - ENDING));

const isKnown = (word: string, known: ReadonlySet<string>, isInflected: boolean): boolean => {
  if (known.has(word)) return true;
  if (!isInflected || word.length < SHORTEST_STEM) return false;
  const stem = stemOf(word);
  return [...known].some((one) => one.length >= SHORTEST_STEM && one.startsWith(stem));
};

const INFLECTED = /^(?:ru|tr)\b/;

/** All that things of the catalogue are called, by the keys under which they are allowed (`exchange:binance`). */
const createNamesOf = ({ exchanges, authorities, jurisdictions }: Named) => {
  const names = new Map<string, readonly string[]>([
    ...exchanges.map((one): [string, readonly string[]] => [`exchange:${one.id}`, namesOf(one)]),
    ...authorities.map((one): [string, readonly string[]] => [
      `authority:${one.id}`,
      [...namesOf(one), ...Object.values(one.localNames ?? {})],
    ]),
  ]);
  const places = new Map(jurisdictions.map((one) => [one.code, one]));
  const namers = new Map<string, (code: string) => string>();
  const namerOf = (language: string): ((code: string) => string) => {
    const namer = namers.get(language) ?? createPlaceNames(language, places);
    namers.set(language, namer);
    return namer;
  };
  return (key: string, language: string): readonly string[] => {
    if (!key.startsWith('place:')) return names.get(key) ?? [];
    const code = key.slice('place:'.length);
    const known = places.get(code);
    return [
      namerOf(language)(code),
      namerOf('en')(code),
      ...(known === undefined ? [] : [known.names, known.adjectives]).flatMap((byLanguage) =>
        Object.values(byLanguage).flat(),
      ),
    ];
  };
};

/**
 * Finds the words of a summary that look like names and are neither in its entry's title nor names of what is allowed.
 * Scripts without capitals betray only foreign words; their own names are looked for by the catalogue.
 */
export const createForeignNames = (catalogue: Named, locales: readonly Locale[], calendar: Calendar) => {
  const namesFor = createNamesOf(catalogue);
  const ordinary = new Map(locales.map((locale) => [locale.language, ordinaryWords(locale)]));
  const katakana = new Map(locales.map((locale) => [locale.language, katakanaWords(locale)]));

  const capitalised = (summary: string, language: string): readonly string[] =>
    [...summary.matchAll(CAPITALISED)].flatMap(({ 0: written, index }) => {
      const word = written.toLowerCase();
      const isOrdinary = BEGINS.test(summary.slice(0, index)) && (ordinary.get(language)?.has(word) ?? false);
      return isOrdinary ? [] : [word];
    });

  const candidatesIn = (summary: string, language: string): readonly string[] => {
    if (CASED.test(language)) {
      const latin = language.startsWith('ru') ? (summary.match(LATIN_WORD) ?? []) : [];
      return [...capitalised(summary, language), ...latin.map((word) => word.toLowerCase())];
    }
    const common = katakana.get(language) ?? new Set<string>();
    return [
      ...(summary.match(LATIN_WORD) ?? []).map((word) => word.toLowerCase()),
      ...(summary.match(KATAKANA) ?? []).filter((word) => !common.has(word)),
    ];
  };

  return (
    summary: string,
    language: string,
    title: string,
    allowed: ReadonlySet<string>,
  ): readonly string[] => {
    const lower = title.toLowerCase();
    const known = new Set([
      ...wordsOf(title),
      ...(lower.match(KATAKANA) ?? []),
      // Dates are held against the source by themselves.
      ...calendar.words(language).flatMap(wordsOf),
      ...[...allowed]
        .flatMap((key) => namesFor(key, language))
        .flatMap((name) => [...wordsOf(name), name.toLowerCase()]),
    ]);
    return candidatesIn(summary, language).filter((candidate) =>
      (candidate.match(LETTERS) ?? []).some(
        (word) => !isKnown(word, known, INFLECTED.test(language)) && !isKnown(candidate, known, false),
      ),
    );
  };
};
