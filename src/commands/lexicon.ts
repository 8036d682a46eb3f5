import type { Alias, Catalogue, Exchange } from '../domain/catalogue.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Words } from '../domain/ports.ts';
import { CADENCES } from '../domain/subscription.ts';
import { KINDS, SEVERITIES } from '../domain/taxonomy.ts';
import { fold } from './fold.ts';
import { type Meaning, sameMeaning } from './meaning.ts';
import { countryNames, placeCodes } from './place-codes.ts';
import * as vocabulary from './vocabulary.ts';

/** A known phrase; an open one allows endings (`Нью-Йорк*`). */
interface Entry {
  readonly meaning: Meaning;
  readonly open: boolean;
}

/** Where a phrase was found. */
export interface Found extends Entry {
  readonly length: number;
}

/** Every name and word that a wish may be made of, folded, in memory. */
export interface Lexicon {
  /** The meaning of a whole phrase, undefined where it is unknown. */
  lookup(phrase: string): Meaning | undefined;
  /** Known phrases that begin at `at` in a folded text, longest first. */
  at(text: string, at: number): readonly Found[];
  /** True for a code of a place, in capitals. */
  isPlace(code: string): boolean;
  /** All folded phrases of a dimension but the explicit ones, for suggestions and completion. */
  phrases(is: Meaning['is']): readonly string[];
  /** `lettersOf` each of these phrases. */
  letters(is: Meaning['is']): readonly number[];
}

/** Which letters occur, in 31 bits: a slip changes two of them at most, so that far words are told apart by one comparison. */
export const lettersOf = (text: string): number => {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) % 31);
  return bits;
};

type Put = (meaning: Meaning, phrases: Iterable<string>) => void;

const putWords = (put: Put, words: Words): void => {
  const { phrases } = vocabulary;
  const said = (key: string): string[] => words.languages.map((language) => words.say(language, key));
  put({ is: 'only-when-named' }, phrases(vocabulary.ONLY_WHEN_NAMED_WORDS));
  put({ is: 'only-when-named' }, said('commands.filter.only-when-named'));
  put({ is: 'everything' }, phrases(vocabulary.EVERYTHING_WORDS));
  put({ is: 'everything' }, said('commands.filter.everything'));
  put({ is: 'not' }, phrases(vocabulary.NOT_WORDS));
  for (const severity of SEVERITIES)
    put({ is: 'severity', severity }, [
      severity,
      ...phrases(vocabulary.SEVERITY_WORDS[severity]),
      ...said(`severity.${severity}`),
    ]);
  for (const cadence of CADENCES)
    put({ is: 'cadence', cadence }, [
      cadence,
      ...phrases(vocabulary.CADENCE_WORDS[cadence]),
      ...said(`cadence.${cadence}`),
    ]);
  for (const direction of ['tightens', 'eases'] as const)
    put({ is: 'direction', direction }, [
      ...phrases(vocabulary.DIRECTION_WORDS[direction]),
      ...said(`direction.${direction}`),
    ]);
  put({ is: 'filler', beforePlace: true }, phrases(vocabulary.BEFORE_PLACE_WORDS));
  put({ is: 'filler', beforePlace: false }, phrases(vocabulary.FILLER_WORDS));
};

const putKinds = (put: Put, words: Words): void => {
  for (const kind of KINDS)
    put({ is: 'kind', kind }, [
      kind,
      ...words.languages.map((language) => words.say(language, `kind.${kind}`)),
      ...vocabulary.phrases(vocabulary.KIND_WORDS[kind]),
    ]);
};

const putExchanges = (put: Put, exchanges: readonly Exchange[], pick: (alias: Alias) => boolean): void => {
  for (const { id, aliases } of exchanges)
    put(
      { is: 'exchange', id },
      aliases.filter(pick).map(({ text }) => text),
    );
};

const putPlaces = (
  put: Put,
  { jurisdictions }: Catalogue,
  words: Words,
  codes: ReadonlySet<string>,
): void => {
  // The country of Georgia comes before the state.
  for (const [code, name] of countryNames(codes, words.languages)) put({ is: 'place', code }, [name]);
  for (const code of codes) {
    put({ is: 'place', code }, vocabulary.phrases(vocabulary.PLACE_WORDS[code]));
    if (code.length > 2)
      put(
        { is: 'place', code },
        words.languages.map((language) => words.placeName(code, language)),
      );
  }
  for (const part of ['names', 'adjectives', 'cities'] as const)
    for (const { code, [part]: byLanguage } of jurisdictions)
      put({ is: 'place', code }, Object.values(byLanguage).flat());
  for (const code of codes) put({ is: 'place', code }, [code]);
};

/** Where a phrase has two meanings the first put here wins: our own words, sure names, places, kinds, doubtful names. */
const putAll = (put: Put, catalogue: Catalogue, words: Words, codes: ReadonlySet<string>): void => {
  const { exchanges } = catalogue;
  for (const { id, formerIds } of exchanges)
    put(
      { is: 'exchange', id },
      [id, ...formerIds].map((each) => `exchange:${each}`),
    );
  for (const kind of KINDS) put({ is: 'kind', kind }, [`kind:${kind}`]);
  for (const code of codes) put({ is: 'place', code }, [`place:${code}`]);
  putWords(put, words);
  for (const { id, name, domains } of exchanges) put({ is: 'exchange', id }, [name, ...domains]);
  putExchanges(put, exchanges, ({ needsContext }) => !needsContext);
  putPlaces(put, catalogue, words, codes);
  putKinds(put, words);
  putExchanges(put, exchanges, ({ needsContext }) => needsContext);
  for (const { id, formerIds } of exchanges) put({ is: 'exchange', id }, [id, ...formerIds]);
};

/** Built once: a few ten thousand phrases, by their text and by their first two characters. */
export const createLexicon = (catalogue: Catalogue, words: Words): Lexicon => {
  const entries = new Map<string, Entry>();
  const lengths = new Map<string, Set<number>>();
  const codes = new Set([...placeCodes(), ...catalogue.jurisdictions.map(({ code }) => code)]);

  putAll(
    (meaning, phrases) => {
      for (const phrase of phrases) {
        const text = fold(phrase.replace(/\*$/, ''));
        if (text === '') continue;
        const entry = entries.get(text);
        const open = phrase.endsWith('*');
        // One name may come twice, with and without endings; another meaning comes too late.
        if (entry !== undefined && !(open && sameMeaning(entry.meaning, meaning))) continue;
        entries.set(text, { meaning, open });
        const start = text.slice(0, 2);
        lengths.set(start, (lengths.get(start) ?? new Set()).add(text.length));
      }
    },
    catalogue,
    words,
    codes,
  );
  const names = [...entries.keys()].filter((text) => !text.includes(':'));
  const byDimension = groupBy(names, (text) => entries.get(text)?.meaning.is ?? 'filler');
  const letters = new Map([...byDimension].map(([is, phrases]) => [is, phrases.map(lettersOf)]));
  const longestFirst = new Map([...lengths].map(([start, set]) => [start, [...set].sort((a, b) => b - a)]));
  const lengthsAt = (text: string, at: number): readonly number[] => [
    ...(longestFirst.get(text.slice(at, at + 2)) ?? []),
    1,
  ];

  return {
    lookup: (phrase) => entries.get(fold(phrase))?.meaning,
    at: (text, at) =>
      lengthsAt(text, at).flatMap((length) => {
        const entry = entries.get(text.slice(at, at + length));
        return entry === undefined ? [] : [{ ...entry, length }];
      }),
    isPlace: (code) => codes.has(code),
    phrases: (is) => byDimension.get(is) ?? [],
    letters: (is) => letters.get(is) ?? [],
  };
};
