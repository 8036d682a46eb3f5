import type { Catalogue } from '../domain/catalogue.ts';
import { hashId } from '../domain/hash-id.ts';
import type { Words } from '../domain/ports.ts';
import { type Direction, KINDS, type Kind, SEVERITIES, type Severity } from '../domain/taxonomy.ts';
import { fold } from './fold.ts';
import type { Names } from './names.ts';
import type { Wish } from './parse-filter.ts';
import { placeCodes } from './place-codes.ts';
import { suggest } from './suggest.ts';

/** What of a wish is chosen on one keyboard. */
export interface Dimension {
  /** Of its title below `commands.pick`. */
  readonly key: 'exchanges' | 'countries' | 'kinds' | 'severity' | 'direction';
  /** The one that is ticked is unticked by ticking another. */
  readonly isSingle: boolean;
  /** All that can be leafed through, likeliest first. */
  values(language: string): readonly string[];
  label(value: string, language: string): string;
  ticked(wish: Wish): readonly string[];
  withTicked(wish: Wish, values: readonly string[]): Wish;
  /** Absent where there is too little to search in. */
  readonly search?: {
    find(typed: string, language: string): readonly string[];
    /** The nearest where nothing begins so. */
    nearest(typed: string): string | undefined;
    /** Of the mistake of naming what nobody knows. */
    readonly mistake: 'unknown-exchange' | 'unknown-place';
  };
  /** What stands for a value in a button, which has little room. */
  code(value: string): string;
  /** Undefined where a code stands for nothing (any more). */
  value(code: string): string | undefined;
}

/** By the letter that stands for each in a button. */
export type Dimensions = ReadonlyMap<string, Dimension>;

/** Countries that are offered before the rest, which is in the order of the alphabet. */
const FIRST_PLACES = 15;
const LONGEST_CODE = 14;
const HASH = '.';
const BOTH = 'both';

const shortCode = (id: string): string =>
  id.length <= LONGEST_CODE ? id : `${HASH}${hashId(id).slice(0, 6)}`;

/** A name that itself begins as typed comes before one that has an alias which does. */
const ownFirst = (
  values: readonly string[],
  typed: string,
  label: (value: string) => string,
): readonly string[] => {
  const isOwn = (value: string): boolean => fold(label(value)).startsWith(fold(typed));
  return [...values.filter(isOwn), ...values.filter((value) => !isOwn(value))];
};

const exchangesOf = ({ exchanges }: Catalogue, words: Words, { lexicon, find }: Names): Dimension => {
  const active = exchanges.filter(({ status }) => status === 'active').map(({ id }) => id);
  // Keyboards and filters outlive the catalogue that they were made from: of an exchange renamed since they say the former id.
  const current = new Map([
    ...exchanges.flatMap(({ id, formerIds }) => formerIds.map((former) => [former, id] as const)),
    ...exchanges.map(({ id }) => [id, id] as const),
  ]);
  const byCode = new Map([...current].map(([said, id]) => [shortCode(said), id]));
  return {
    key: 'exchanges',
    isSingle: false,
    values: () => active,
    label: (id, language) => words.exchangeName(id, language),
    ticked: (wish) => [...new Set(wish.exchanges.map((id) => current.get(id) ?? id))],
    withTicked: (wish, values) => ({ ...wish, exchanges: values }),
    search: {
      find: (typed, language) => {
        const ids = find('exchange', typed).flatMap((found) => (found.is === 'exchange' ? [found.id] : []));
        return ownFirst(ids, typed, (id) => words.exchangeName(id, language));
      },
      nearest: (typed) => {
        const near = suggest(typed, lexicon, ['exchange']);
        return near?.is === 'exchange' ? near.id : undefined;
      },
      mistake: 'unknown-exchange',
    },
    code: shortCode,
    value: (code) => byCode.get(code),
  };
};

/** Where most who speak a language live: CLDR's likely subtags. */
const homeOf = (language: string): string | undefined => new Intl.Locale(language).maximize().region;

const countriesFor = (language: string, { jurisdictions }: Catalogue, words: Words): readonly string[] => {
  const home = homeOf(language);
  const isCountry = (code: string): boolean => code.length === 2;
  const known = jurisdictions.map(({ code }) => code).filter(isCountry);
  const first = [...(home === undefined ? [] : [home]), ...known.slice(0, FIRST_PLACES)];
  const named = [...new Set([...known, ...placeCodes()])]
    .filter((code) => !first.includes(code))
    .map((code) => [code, words.placeName(code, language)] as const);
  const { compare } = new Intl.Collator(language);
  return [...new Set(first), ...named.sort((a, b) => compare(a[1], b[1])).map(([code]) => code)];
};

const countriesOf = (catalogue: Catalogue, words: Words, { lexicon, find }: Names): Dimension => {
  const byLanguage = new Map<string, readonly string[]>();
  return {
    key: 'countries',
    isSingle: false,
    values: (language) => {
      // Telegram's tags come from people's programs: only ours are kept.
      const tag = words.languages.find((each) => language.toLowerCase().startsWith(each)) ?? 'en';
      const list = byLanguage.get(tag) ?? countriesFor(tag, catalogue, words);
      byLanguage.set(tag, list);
      return list;
    },
    label: (code, language) => words.placeName(code, language),
    ticked: (wish) => wish.jurisdictions,
    withTicked: (wish, values) => ({ ...wish, jurisdictions: values }),
    search: {
      find: (typed, language) => {
        const codes = find('place', typed).flatMap((found) => (found.is === 'place' ? [found.code] : []));
        return ownFirst(codes, typed, (code) => words.placeName(code, language));
      },
      nearest: (typed) => {
        const near = suggest(typed, lexicon, ['place']);
        return near?.is === 'place' ? near.code : undefined;
      },
      mistake: 'unknown-place',
    },
    code: (code) => code,
    value: (code) => (lexicon.isPlace(code) ? code : undefined),
  };
};

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (code: string): T | undefined =>
    values.find((value) => value === code);

const kindsOf = (words: Words): Dimension => ({
  key: 'kinds',
  isSingle: false,
  values: () => KINDS,
  label: (kind, language) => words.say(language, `kind.${kind}`),
  ticked: ({ kinds }) => kinds,
  withTicked: (wish, values) => ({ ...wish, kinds: KINDS.filter((kind) => values.includes(kind)) }),
  code: (kind) => kind,
  value: oneOf<Kind>(KINDS),
});

const severityOf = (words: Words): Dimension => ({
  key: 'severity',
  isSingle: true,
  values: () => SEVERITIES,
  label: (severity, language) =>
    severity === 'low'
      ? words.say(language, 'commands.filter.all')
      : words.say(language, 'commands.filter.and-above', {
          severity: words.say(language, `severity.${severity}`),
        }),
  ticked: ({ minSeverity }) => [minSeverity],
  withTicked: (wish, [value = 'low']) => ({ ...wish, minSeverity: value as Severity }),
  code: (severity) => severity,
  value: oneOf<Severity>(SEVERITIES),
});

const DIRECTIONS: readonly (Direction | typeof BOTH)[] = [BOTH, 'tightens', 'eases'];

const directionOf = (words: Words): Dimension => ({
  key: 'direction',
  isSingle: true,
  values: () => DIRECTIONS,
  label: (direction, language) =>
    direction === BOTH
      ? words.say(language, 'commands.filter.everything')
      : words.say(language, `direction.${direction}`),
  ticked: ({ direction = BOTH }) => [direction],
  withTicked: ({ direction: _, ...wish }, [value]) =>
    value === undefined || value === BOTH ? wish : { ...wish, direction: value as Direction },
  code: (direction) => direction,
  value: oneOf(DIRECTIONS),
});

export const createDimensions = (catalogue: Catalogue, words: Words, names: Names): Dimensions =>
  new Map([
    ['e', exchangesOf(catalogue, words, names)],
    ['p', countriesOf(catalogue, words, names)],
    ['k', kindsOf(words)],
    ['s', severityOf(words)],
    ['d', directionOf(words)],
  ]);
