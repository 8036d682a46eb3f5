import type { Authority, Catalogue, Jurisdiction } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { cuesIn } from './cues-in.ts';
import { isDoneByExchange } from './done-by-exchange.ts';
import { findFirst } from './find-name.ts';
import { OWN_ACTS } from './kinds-by-actor.ts';
import { LOOK_INTO } from './opening.ts';
import { toldPlaces } from './told-place.ts';
import { withoutAll } from './without-all.ts';

/** Languages of one country: news in them that names no other is of that one. */
const HOMES: Readonly<Record<string, string>> = {
  ko: 'KR',
  ja: 'JP',
  tr: 'TR',
  th: 'TH',
  vi: 'VN',
  id: 'ID',
};

/** "Based in Liechtenstein", "con sede en Malta": where an exchange sits. */
const SEATS: readonly RegExp[] = [
  /\b(?:based|headquartered|incorporated|domiciled) in \S{1,20}/gi,
  /\b(?:sediad[ao]|com sede|con sede|radicad[ao]|basée?|mit sitz|ansässig) (?:em|en|in|à|a) \S{1,20}/gi,
  // "Singapore crypto exchange freezes": one of them sits there, and halts everywhere.
  /\p{L}{4,20} (?:crypto(?:currency)? |bitcoin )?(?:exchange|lender|platform|broker)(?= (?:halts|freezes|pauses|suspends|stops|ceases|closes|shuts)\b)/giu,
  /(?:总部位于|总部设在|總部位於|總部設在)\S{2,4}/g,
];
/** "Over an Iran sanctions breach": whom one may not serve is not where one is touched. */
const SANCTIONED: readonly RegExp[] = [
  /[\p{L}.]{2,20} sanctions? (?:breach|violation|evasion|busting|dodging|lists?\b|laws?\b|rules\b)/giu,
  /\b(?:cit(?:es|ing|ed)|due to|because of|over|amid|under|comply with) (?:the )?(?:us|u\.s\.|eu|uk|western|american|european) sanctions/giu,
  /санкци\p{L}{1,3} (?:сша|ес|евросоюза|великобритании)|(?:американск|европейск)\p{L}{2,3} санкци/giu,
  /(?:sanciones|sanções|sanctions|sanzioni) (?:de |del |dos |des |degli )?(?:ee\.? ?uu\.?|estados unidos|eua|états-unis|stati uniti|estadounidenses|americanas|américaines|americane)/giu,
  /(?:因|受|遵守|依照)(?:美国|美國|欧盟|歐盟)制裁|(?:미국|EU)(?:의)? ?제재(?:에 따라|로|때문)|(?:米国|EU)の制裁(?:により|で|を受け)|(?:abd|ab) yaptırımları/giu,
];
/** The continent is not the Union: "a country of Europe". */
const CONTINENT: readonly RegExp[] = [
  /\beurop[ae]\b(?!['’]s (?:union|parliament|securities|markets))/giu,
  /(?:欧洲|歐洲)(?!联盟|聯盟|议会|議會|央行|中央|证券|證券|银行|銀行|委)/gu,
  /(?<!\p{L})европ(?:а|е|у|ы|ой)(?!\p{L})/giu,
  /(?:欧州|ヨーロッパ)(?!連合|議会|委|中央|証券|銀行|理事)/gu,
  /유럽(?! ?(?:연합|의회|중앙|증권|집행|은행))/gu,
];

/** "The Mumbai-based exchange". */
const SITS = /-(?:based|headquartered)/i;

const withoutSeats = (text: string): string =>
  withoutAll(text, SEATS)
    .split(' ')
    .filter((word) => !SITS.test(word))
    .join(' ');

type Places = Pick<Incident, 'jurisdictions' | 'subdivisions'>;

const COUNTRY = /^[A-Z]{2}$/;
const COUNTRY_LENGTH = 2;
const BLOC = 'EU';
/** What an exchange does elsewhere: its home is told only where nothing else is. */
const ABROAD: readonly Kind[] = ['market-exit', 'account-freeze', 'delisting'];

const partsOf = ({ subdivisions }: Places, codes: readonly string[]): readonly string[] =>
  subdivisions.filter((part) => codes.some((code) => part.startsWith(`${code}-`)));

/** "CA-ON" is a part of Canada. */
const isPartOf = (code: string, countries: readonly string[]): boolean =>
  code.includes('-') && countries.includes(code.slice(0, COUNTRY_LENGTH));

/** The catalogue leaves to CLDR what CLDR has: the plain names of countries. */
const createCountryNames = () => {
  const formatters = new Map<string, Intl.DisplayNames>();
  const nameOf = (code: string, language: string): string | undefined => {
    const known =
      formatters.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    formatters.set(language, known);
    return known.of(code);
  };
  return (code: string, language: string): readonly string[] =>
    COUNTRY.test(code) && language !== 'und'
      ? [nameOf(code, language), nameOf(code, 'en')].filter((name) => name !== undefined)
      : [];
};

const names = ({ names: own, adjectives, cities }: Jurisdiction, language: string): readonly string[] =>
  [own, adjectives, cities].flatMap((byLanguage) => [
    ...cuesIn(byLanguage, language),
    ...(language === 'en' ? [] : cuesIn(byLanguage, 'en')),
  ]);

/** Finds whether a text names a place: itself, a part of it, or an authority of it. */
const createNamer = (
  { jurisdictions, authorities }: Catalogue,
  countryNames: ReturnType<typeof createCountryNames>,
) => {
  const byCountry = (code: string): readonly Jurisdiction[] =>
    jurisdictions.filter((one) => one.code === code || one.parent === code);
  const ofCountry = (code: string): readonly Authority[] =>
    authorities.filter(({ jurisdiction, gatekeeper }) => jurisdiction === code && !gatekeeper);
  return (text: string, language: string, code: string): boolean =>
    findFirst(text, [
      ...countryNames(code, language),
      ...byCountry(code).flatMap((one) => names(one, language)),
    ]) >= 0 ||
    findFirst(
      text,
      ofCountry(code).flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.text)]),
    ) >= 0;
};

/** Those of several places that the titles name, else those that the texts do, else all. */
const namedPlaces = (
  codes: readonly string[],
  sources: readonly Source[],
  isNamed: ReturnType<typeof createNamer>,
): readonly string[] => {
  const named = (read: (source: Source) => string): readonly string[] =>
    codes.filter((code) =>
      sources.some((source) =>
        isNamed(read(source).slice(0, LOOK_INTO).toLowerCase(), source.language, code),
      ),
    );
  const titled = named(({ title }) => title);
  if (titled.length > 0) return titled;
  const told = named(({ text }) => text);
  return told.length > 0 ? told : codes;
};

/**
 * Where it bites, as far as the sources say: an authority of one country acts at home, an exchange mostly abroad, and
 * what nobody names is not said.
 */
export const createEvidentPlaces = (catalogue: Catalogue) => {
  const countryNames = createCountryNames();
  const isNamed = createNamer(catalogue, countryNames);
  const namesOf = (code: string, language: string): readonly string[] => [
    ...countryNames(code, language),
    ...catalogue.jurisdictions
      .filter((one) => one.code === code || one.parent === code)
      .flatMap((one) => names(one, language)),
  ];
  const homes = new Map(catalogue.exchanges.map(({ id, country }) => [id, country]));
  const authorities = new Map(catalogue.authorities.map((one) => [one.id, one.jurisdiction]));

  const isTitledBy = (code: string, sources: readonly Source[]): boolean =>
    sources.some(
      ({ title, language }) =>
        findFirst(title.slice(0, LOOK_INTO).toLowerCase(), [
          ...countryNames(code, language),
          ...catalogue.jurisdictions
            .filter((one) => one.code === code)
            .flatMap((one) => names(one, language)),
        ]) >= 0,
    );

  const standsIn = (text: string, source: Source, code: string): boolean =>
    isNamed(text.slice(0, LOOK_INTO).toLowerCase(), source.language, code);
  /** An exchange's home in our catalogue, and its seat as a text mentions it, are not where it acts. */
  const isTold = (code: string, { sources, measures: [{ kind }] }: Incident): boolean =>
    sources.some((source) => {
      const whole = withoutAll(`${source.title}\n${source.text}`, SANCTIONED);
      const text = code === BLOC ? withoutAll(whole, CONTINENT) : whole;
      return (
        source.feedKind === 'official' ||
        HOMES[source.language] === code ||
        standsIn(OWN_ACTS.includes(kind) ? withoutSeats(text) : text, source, code)
      );
    });
  const isPartTold = (part: string, { sources }: Incident): boolean =>
    sources.some(
      (source) => source.feedKind === 'official' || standsIn(`${source.title}\n${source.text}`, source, part),
    );
  /** A part of a country is where an exchange sits, where the titles speak of the country and not of the part. */
  const actingParts = (incident: Incident): readonly string[] =>
    incident.subdivisions.filter(
      (part) =>
        isTitledBy(part, incident.sources) ||
        (!isTitledBy(part.slice(0, COUNTRY_LENGTH), incident.sources) && isPartTold(part, incident)),
    );
  const toldOnly = (incident: Incident): Incident => ({
    ...incident,
    jurisdictions: incident.jurisdictions.filter((code) => isTold(code, incident)),
    subdivisions: actingParts(incident),
  });

  /** The place that is told first comes first. */
  const inOrder = (codes: readonly string[], [source]: Incident['sources']): readonly string[] => {
    const text = `${source.title}\n${source.text}`.slice(0, LOOK_INTO).toLowerCase();
    const placeOf = (code: string): number => {
      const at = findFirst(text, namesOf(code, source.language));
      return at < 0 ? text.length : at;
    };
    return codes.toSorted((one, other) => placeOf(one) - placeOf(other));
  };

  /** An authority acts where it has its say: in its country, or in the part of one. */
  const homeOf = (incident: Incident): Places | undefined => {
    const home = incident.authority === undefined ? undefined : authorities.get(incident.authority);
    if (home === undefined || home === BLOC) return undefined;
    if (isPartOf(home, incident.jurisdictions)) {
      return { jurisdictions: [home.slice(0, COUNTRY_LENGTH)], subdivisions: [home] };
    }
    if (!COUNTRY.test(home) || !incident.jurisdictions.includes(home)) return undefined;
    return { jurisdictions: [home], subdivisions: partsOf(incident, [home]) };
  };

  const look = (whole: Incident): Places => {
    const incident = toldOnly(whole);
    const { jurisdictions, exchanges, sources, measures } = incident;
    const home = homeOf(incident);
    if (home !== undefined) return home;
    if (jurisdictions.length < 2) return incident;
    const named = namedPlaces(jurisdictions, sources, isNamed);
    const [source] = sources;
    // Accounts at nobody's exchange in particular are frozen by authorities.
    const isOfOthers = measures[0].kind === 'account-freeze' && exchanges.length === 0;
    const isOwnAct =
      (OWN_ACTS.includes(measures[0].kind) && !isOfOthers) || isDoneByExchange(source, exchanges, catalogue);
    const told = toldPlaces(
      source.title.slice(0, LOOK_INTO).toLowerCase(),
      named.map((code) => ({ code, names: namesOf(code, source.language) })),
      isOwnAct,
    );
    if (told !== undefined) return { jurisdictions: told, subdivisions: partsOf(incident, told) };
    const abroad = named.filter((code) => !exchanges.some((id) => homes.get(id) === code));
    const meant = ABROAD.includes(measures[0].kind) && abroad.length > 0 ? abroad : named;
    return { jurisdictions: meant, subdivisions: partsOf(incident, meant) };
  };

  return (incident: Incident): Places => {
    const { jurisdictions, subdivisions } = look(incident);
    return { jurisdictions: inOrder(jurisdictions, incident.sources), subdivisions };
  };
};
