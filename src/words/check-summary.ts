import { baseLanguage } from '../domain/base-language.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Locale } from '../domain/locale.ts';
import type { Report } from '../domain/report.ts';
import { addressesReader } from './addresses-reader.ts';
import { type Calendar, createCalendar, type NamedDays, withoutDates } from './calendar.ts';
import { createForeignNames } from './foreign-names.ts';
import { quantitiesIn } from './quantities.ts';
import { splitSentences } from './split-sentences.ts';

/** A name of the catalogue in a text. */
export interface NameMention {
  readonly what: 'exchange' | 'authority' | 'place';
  readonly id: string;
  /** As it stands there. */
  readonly written: string;
}

/** What a summary was made from. */
export interface Summarised {
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly reports: readonly Pick<
    Report,
    'exchanges' | 'jurisdictions' | 'subdivisions' | 'authority' | 'through'
  >[];
}

export interface SummaryCheckOptions {
  readonly catalogue: Pick<Catalogue, 'exchanges' | 'authorities' | 'jurisdictions'>;
  readonly locales: readonly Locale[];
  readonly mentionsIn: (text: string, language: string) => readonly NameMention[];
  readonly detectLanguage: (text: string) => string;
}

/** Why a summary is not shown. */
export type Objection =
  | 'length'
  | 'markup'
  | 'link'
  | 'language'
  | 'number'
  | 'date'
  | 'quotation'
  | 'advice'
  | 'name'
  | 'off-topic';

const SHORTEST = 12;
const LONGEST = 480;
const MOST_SENTENCES = 2;

/** What moves a reader's eye or tap elsewhere: markup, control characters, handles. */
const MARKUP = /[<>`*_|~#\\[\]{}^]|\p{Cc}|\p{Cf}|(?<![\p{L}\p{N}])[@/]\p{L}|\$\p{L}/u;
const ADDRESS = /:\/\/|www\./iu;
/** "binance.com": it may be told where the entry tells it. */
const DOMAIN = /(?<![a-z0-9.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
const BARE_NUMBER = /^[\d.-]+$/;
const ABBREVIATED = /^(?:[a-z]\.)*[a-z]$/i;
/** A dot within a word of any script makes it an address. */
const DOTTED = /\p{L}\.\p{L}{2}/u;
const QUOTED = /[“„«「『《"]([^“”„«»「」『』《》"]{2,})[”“»」』》"]/gu;

/** Scripts that tell a language from the others we tell in. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  ar: /\p{Script=Arabic}/gu,
};
const LATIN = /\p{Script=Latin}/gu;
const KANA = /[\p{Script=Hiragana}]/u;
/** Of the letters, this part is of the script: names may stand in another. */
const MOSTLY = 0.5;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const isInLanguage = (
  summary: string,
  language: string,
  detect: SummaryCheckOptions['detectLanguage'],
): boolean => {
  const base = baseLanguage(language);
  const letters = count(summary, /\p{L}/gu);
  if (count(summary, SCRIPTS[base] ?? LATIN) < letters * MOSTLY) return false;
  if (base === 'zh' && KANA.test(summary)) return false;
  const detected = baseLanguage(detect(summary));
  return SCRIPTS[base] !== undefined || detected === base || detected === 'und';
};

const linksOutside = (summary: string, source: string): boolean => {
  const isStrange = (domain: string): boolean =>
    !BARE_NUMBER.test(domain) && !ABBREVIATED.test(domain) && !source.includes(domain.toLowerCase());
  const domains = summary.match(DOMAIN) ?? [];
  return ADDRESS.test(summary) || domains.some(isStrange) || DOTTED.test(summary.replace(DOMAIN, ' '));
};

const isSubset = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean =>
  [...one].every((item) => other.has(item));

const union = (one: NamedDays, other: NamedDays): NamedDays => ({
  months: new Set([...one.months, ...other.months]),
  days: new Set([...one.days, ...other.days]),
  weekdays: new Set([...one.weekdays, ...other.weekdays]),
});

const hasOwnDates = (told: NamedDays, own: NamedDays): boolean =>
  isSubset(told.days, own.days) && isSubset(told.months, own.months) && isSubset(told.weekdays, own.weekdays);

/** How many exchanges a report names, and how many beside the first: "Binance and two others" is counted, not read. */
const countsOf = ({ reports }: Summarised): readonly number[] =>
  reports.flatMap(({ exchanges }) => [exchanges.length, exchanges.length - 1]);

const hasOwnNumbers = (summary: string, language: string, own: ReadonlySet<number>): boolean =>
  quantitiesIn(withoutDates(summary), language).every(({ values }) => values.some((value) => own.has(value)));

const hasOwnQuotations = (summary: string, source: string): boolean =>
  [...summary.matchAll(QUOTED)].every(([, quoted = '']) => source.includes(quoted.toLowerCase().trim()));

const keyOf = ({ what, id }: Pick<NameMention, 'what' | 'id'>): string => `${what}:${id}`;

const fieldKeys = ({ reports }: Summarised): readonly string[] =>
  reports.flatMap(({ exchanges, jurisdictions, subdivisions, authority, through }) => [
    ...exchanges.map((id) => keyOf({ what: 'exchange', id })),
    ...[...jurisdictions, ...subdivisions].map((id) => keyOf({ what: 'place', id })),
    ...[authority, through].flatMap((id) => (id === undefined ? [] : [keyOf({ what: 'authority', id })])),
  ]);

/** What may be told of an entry: made once, however many languages it is told in. */
interface Facts {
  readonly source: string;
  readonly title: string;
  readonly days: NamedDays;
  readonly numbers: ReadonlySet<number>;
  /** Keys of what it names, and of what its reports say. */
  readonly names: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

const createFacts = (
  { catalogue, mentionsIn }: SummaryCheckOptions,
  { datesIn }: Calendar,
): ((summarised: Summarised) => Facts) => {
  const homeOf = new Map(catalogue.authorities.map(({ id, jurisdiction }) => [id, jurisdiction]));
  const parentOf = new Map(catalogue.jurisdictions.map(({ code, parent }) => [code, parent]));
  const known = new WeakMap<Summarised, Facts>();

  const wider = (key: string): readonly string[] => {
    const id = key.slice(key.indexOf(':') + 1);
    const place = key.startsWith('authority:') ? homeOf.get(id) : parentOf.get(id);
    const places = place === undefined ? [] : [place, parentOf.get(place)];
    return places.flatMap((code) => (code === undefined ? [] : [`place:${code}`]));
  };

  const read = (summarised: Summarised): Facts => {
    const { title, text, language } = summarised;
    const source = `${title}\n${text}`;
    const fields = fieldKeys(summarised);
    const keys = [...mentionsIn(source, language).map(keyOf), ...fields];
    // Texts of other languages quote English figures and dates.
    const quantities = [...quantitiesIn(source, language), ...quantitiesIn(source, 'en')];
    return {
      source,
      title,
      days: union(datesIn(source, language), datesIn(source, 'en')),
      numbers: new Set([...quantities.flatMap(({ values }) => values), ...countsOf(summarised)]),
      names: new Set([...keys, ...keys.flatMap(wider)]),
      fields: new Set(fields),
    };
  };

  return (summarised) => {
    const facts = known.get(summarised) ?? read(summarised);
    known.set(summarised, facts);
    return facts;
  };
};

/**
 * Holds a summary that a language model wrote against the entry it was made from: every number, date, link, quotation
 * and name must be there, or be the name of what the reports say in the reader's language. Names are those of the
 * catalogue in any script, words with a capital in scripts that have capitals, foreign words in those that have none.
 * Of names that the catalogue does not have, only those of the title may be told: a text has room for anybody's.
 * A person's name in Han, Hangul or Arabic letters that the catalogue does not have is not seen as one.
 */
export const createSummaryCheck = (options: SummaryCheckOptions) => {
  const { catalogue, locales, mentionsIn, detectLanguage } = options;
  const calendar = createCalendar();
  const foreignNames = createForeignNames(catalogue, locales, calendar);
  const factsOf = createFacts(options, calendar);

  const namesObjection = (summary: string, language: string, facts: Facts): Objection | undefined => {
    const { source, title, names, fields } = facts;
    const lower = source.toLowerCase();
    const told = mentionsIn(summary, language);
    // One word can be the name of two places: Нигерия begins like Niger.
    const allowed = new Set(
      told.filter((mention) => names.has(keyOf(mention))).map(({ written }) => written),
    );
    const strangers = told.filter(
      ({ written }) => !allowed.has(written) && !lower.includes(written.toLowerCase()),
    );
    if (strangers.length > 0 || foreignNames(summary, language, title, names).length > 0) return 'name';
    return fields.size > 0 && !told.some((mention) => fields.has(keyOf(mention))) ? 'off-topic' : undefined;
  };

  const formObjection = (summary: string, language: string, source: string): Objection | undefined => {
    if (summary.length < SHORTEST || summary.length > LONGEST) return 'length';
    if (splitSentences(summary, language).length > MOST_SENTENCES) return 'length';
    if (linksOutside(summary, source)) return 'link';
    if (MARKUP.test(summary)) return 'markup';
    if (!isInLanguage(summary, language, detectLanguage)) return 'language';
    return addressesReader(summary, language) ? 'advice' : undefined;
  };

  /** What is wrong with a summary in `language`; `undefined` where nothing is. */
  return (summary: string, language: string, summarised: Summarised): Objection | undefined => {
    const facts = factsOf(summarised);
    const lower = facts.source.toLowerCase();
    const ofForm = formObjection(summary, language, lower);
    if (ofForm !== undefined) return ofForm;
    if (!hasOwnDates(calendar.datesIn(summary, language), facts.days)) return 'date';
    if (!hasOwnNumbers(summary, language, facts.numbers)) return 'number';
    return hasOwnQuotations(summary, lower) ? namesObjection(summary, language, facts) : 'quotation';
  };
};

export type SummaryCheck = ReturnType<typeof createSummaryCheck>;
