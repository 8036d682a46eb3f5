import type { Incident } from '../domain/incident.ts';
import type { Report } from '../domain/report.ts';
import { type BodyStanding, compareBodies, compareGates } from './bodies.ts';
import { homeOf } from './home-language.ts';
import { CLOSINGS, kinship } from './kin.ts';
import type { Atlas } from './knowledge.ts';
import { unite } from './unite.ts';

/** How one field of a report stands to the incident's: `unstated` where one of them is silent. */
export type Standing = 'same' | 'unstated' | 'apart';

export interface FieldComparison {
  readonly exchanges: Standing | 'both-unnamed';
  /** Share of common exchanges among all of both, 0 to 1. */
  readonly sharedExchanges: number;
  /** The country of one of the common exchanges is among the places. */
  readonly atHome: boolean;
  /** The report's title names an exchange that both touch. */
  readonly inTitle: boolean;
  /** Both list several that close under one authority. */
  readonly isWave: boolean;
  /** `within`: one is a bloc of the other. */
  readonly place: Standing | 'both-unstated' | 'within';
  readonly authority: BodyStanding;
  /** Of two bodies, one is named where the other is said to act. */
  readonly bodiesTogether: () => boolean;
  /** One of them tells of a watchdog's act, the other of nobody's in particular. */
  readonly watchdogAlone: boolean;
  readonly through: Standing;
  /** 1 for the same kind of measure. */
  readonly kin: number;
}

const meets = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((id) => right.includes(id));

/** What an entry says beside its reports; its language is BCP 47. */
export interface Telling {
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

type Told = Pick<Report, 'jurisdictions' | 'exchanges'>;

const readPlaces = (
  { jurisdictions, exchanges }: Told,
  titles: () => readonly string[],
  atlas: Atlas,
): readonly string[] => {
  if (exchanges.length === 0) return jurisdictions;
  const arms = titles().map((title) => exchanges.flatMap((id) => atlas.armPlaces(title, atlas.namesOf(id))));
  if (arms.some((places) => places.length === 0)) return jurisdictions;
  // What else is named may be where the parent sits.
  const places = unite(...arms);
  const isTheirs = jurisdictions.some((code) => meets([code, ...atlas.blocsOf(code)], places));
  return isTheirs ? jurisdictions : places;
};

/** What is told of an exchange's arm is told of the arm's place. Remembered: an incident is asked by many reports. */
const placesOf = (told: Told, titles: () => readonly string[], atlas: Atlas): readonly string[] => {
  const known = atlas.placesKnown.get(told) ?? readPlaces(told, titles, atlas);
  atlas.placesKnown.set(told, known);
  return known;
};

const titlesOf = ({ sources }: Incident): readonly string[] => sources.map(({ title }) => title);

const statedPlaces = (
  report: Report,
  title: string,
  incident: Incident,
  atlas: Atlas,
): FieldComparison['place'] => {
  if (report.subdivisions.length > 0 && incident.subdivisions.length > 0)
    return meets(report.subdivisions, incident.subdivisions) ? 'same' : 'apart';
  const ours = placesOf(report, () => [title], atlas);
  const theirs = placesOf(incident, () => titlesOf(incident), atlas);
  const stated = [ours, theirs].filter((places) => places.length > 0).length;
  if (stated < 2) return stated === 0 ? 'both-unstated' : 'unstated';
  if (meets(ours, theirs)) return 'same';
  const within = (inner: readonly string[], outer: readonly string[]): boolean =>
    meets(inner.flatMap(atlas.blocsOf), outer);
  return within(ours, theirs) || within(theirs, ours) ? 'within' : 'apart';
};

/** Where an incident bites, or, where nobody says so, whose papers tell of it. */
export const presumedPlaces = ({ jurisdictions, sources }: Incident): readonly string[] => {
  if (jurisdictions.length > 0) return jurisdictions;
  const homes = new Set(sources.map(({ language }) => homeOf(language)));
  const [home] = homes;
  return home === undefined || homes.size > 1 ? [] : [home];
};

/** A language of one country stands in for the place that is not named; it brings together, and never keeps apart. */
const comparePlaces = (
  report: Report,
  { title, language }: Telling,
  incident: Incident,
  atlas: Atlas,
): FieldComparison['place'] => {
  const stated = statedPlaces(report, title, incident, atlas);
  if (stated !== 'unstated' && stated !== 'both-unstated') return stated;
  const home = homeOf(language);
  const ours = report.jurisdictions.length === 0 && home !== undefined ? [home] : report.jurisdictions;
  return meets(ours, presumedPlaces(incident)) ? 'same' : stated;
};

/** A court that lifts speaks to whoever imposed. */
const compareAuthorities = (report: Report, incident: Incident, atlas: Atlas): BodyStanding => {
  const found = compareBodies(report, incident, atlas);
  if (found !== 'apart' || report.direction !== 'eases') return found;
  const types = [report.authority, incident.authority].map((id) => atlas.authority(id ?? '')?.type);
  return types.includes('court') ? 'chained' : 'apart';
};

const isNamedIn = (id: string, titles: readonly string[], atlas: Atlas): boolean => {
  const prose = titles.join('\n').toLowerCase();
  return atlas.bodyNamesOf(id).some((name) => prose.includes(name.toLowerCase()));
};

/** "HDFC and SBI stop transfers": a paper may name both, and be read as naming either. */
const compareThrough = (report: Report, title: string, incident: Incident, atlas: Atlas): Standing => {
  const [ours, theirs] = [report.through, incident.through];
  const found = compareGates(ours, theirs, atlas);
  if (found !== 'apart' || ours === undefined || theirs === undefined) return found;
  const named = isNamedIn(theirs, [title], atlas) || isNamedIn(ours, titlesOf(incident), atlas);
  return named ? 'unstated' : 'apart';
};

const bodiesTogether = (
  report: Report,
  { title, text }: Telling,
  incident: Incident,
  atlas: Atlas,
): boolean => {
  const names = (id: string, prose: string): boolean =>
    atlas.bodyNamesOf(id).some((name) => prose.includes(name));
  const theirs = incident.sources.map((source) => `${source.title}\n${source.text}`);
  const [ours, other] = [report.authority, incident.authority];
  if (ours === undefined || other === undefined) return false;
  return names(other, `${title}\n${text}`) || theirs.some((prose) => names(ours, prose));
};

/** Fewer names are no list: of two, one may be named in passing. */
const LIST = 3;

/**
 * An exchange that acts by itself is the whole target, and others are named in passing;
 * where an authority acts on a list, every name counts.
 */
const subjects = (
  exchanges: readonly string[],
  authority: string | undefined,
  titles: () => readonly string[],
  atlas: Atlas,
): readonly string[] => {
  if (exchanges.length < 2 || (authority !== undefined && exchanges.length >= LIST)) return exchanges;
  const told = titles();
  const named = exchanges.filter((id) =>
    atlas.namesOf(id).some((name) => told.some((title) => title.includes(name))),
  );
  return named.length === 0 ? exchanges : named;
};

/** Who is touched, and by which words it is told. */
interface Targets {
  readonly exchanges: readonly string[];
  readonly texts: () => readonly string[];
}

/** A list whose text names the others' exchanges too: our reader did not count them all. */
const listNames = ({ exchanges, texts }: Targets, others: readonly string[], atlas: Atlas): boolean => {
  if (exchanges.length < LIST) return false;
  const told = texts();
  return others.every((id) => atlas.namesOf(id).some((name) => told.some((text) => text.includes(name))));
};

/** Many close under one authority at once: every paper lists some of them. */
const areAWave = (report: Report, incident: Incident, authority: BodyStanding): boolean => {
  const counts = [report.exchanges.length, incident.exchanges.length];
  return (
    authority !== 'apart' &&
    CLOSINGS.has(report.kind) &&
    incident.measures.some(({ kind }) => CLOSINGS.has(kind)) &&
    Math.min(...counts) >= (authority === 'same' ? LIST : 2) &&
    Math.max(...counts) >= LIST
  );
};

const compareExchanges = (ours: Targets, theirs: Targets, atlas: Atlas): FieldComparison['exchanges'] => {
  const { exchanges: left } = ours;
  const { exchanges: right } = theirs;
  if (left.length === 0 && right.length === 0) return 'both-unnamed';
  if (left.length === 0 || right.length === 0) return 'unstated';
  if (meets(left, right)) return 'same';
  return listNames(ours, right, atlas) || listNames(theirs, left, atlas) ? 'unstated' : 'apart';
};

/** Lays a report beside an incident, field by field. */
export const compareFields = (
  report: Report,
  telling: Telling,
  incident: Incident,
  atlas: Atlas,
): FieldComparison => {
  const { title, text } = telling;
  const titles = (): readonly string[] => incident.sources.map((source) => source.title.toLowerCase());
  const ours = subjects(report.exchanges, report.authority, () => [title.toLowerCase()], atlas);
  const theirs = subjects(incident.exchanges, incident.authority, titles, atlas);
  const common = ours.filter((id) => theirs.includes(id));
  const shared = common.length;
  const authority = compareAuthorities(report, incident, atlas);
  const isWave = areAWave(report, incident, authority);
  const named = compareExchanges(
    { exchanges: ours, texts: () => [`${title}\n${text}`.toLowerCase()] },
    {
      exchanges: theirs,
      texts: () => incident.sources.map((each) => `${each.title}\n${each.text}`.toLowerCase()),
    },
    atlas,
  );
  const places = [
    ...placesOf(report, () => [title], atlas),
    ...placesOf(incident, () => titlesOf(incident), atlas),
  ];
  return {
    exchanges: isWave && shared === 0 ? 'unstated' : named,
    isWave,
    atHome: common.some((id) => places.includes(atlas.homeOf(id) ?? '')),
    inTitle: common.some((id) => atlas.namesOf(id).some((name) => title.toLowerCase().includes(name))),
    sharedExchanges: shared === 0 ? 0 : shared / (ours.length + theirs.length - shared),
    place: comparePlaces(report, telling, incident, atlas),
    authority,
    bodiesTogether: () => bodiesTogether(report, telling, incident, atlas),
    watchdogAlone:
      authority === 'unstated' &&
      [report, incident].some(({ authority: id }) => atlas.authority(id ?? '')?.type === 'regulator'),
    through: compareThrough(report, title, incident, atlas),
    kin: Math.max(...incident.measures.map(({ kind }) => kinship(kind, report.kind))),
  };
};
