import type { Incident, Source } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { anew, follows, gatewaysIn, retells } from './cues.ts';
import type { Atlas } from './knowledge.ts';
import { namedDaysIn } from './named-days.ts';
import { countsIn, namesIn, numbersIn, yearsIn } from './similarity.ts';

/** What tells happenings apart beside their fields. */
interface Marks {
  readonly numbers: ReadonlySet<string>;
  readonly counts: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly gateways: ReadonlySet<string>;
  readonly titleGateways: ReadonlySet<string>;
  /** `7-1` for the first of July, wherever it lies far from the day of publication. */
  readonly namedDays: ReadonlySet<string>;
  /** Told as another act of the same hand. */
  readonly anew: boolean;
}

/** What a text tells beside its fields, worked out once. */
export interface Traits extends Marks {
  readonly years: readonly number[];
  /** Exchanges may be named in passing: those of the title are what it is about. */
  readonly title: string;
  readonly retells: boolean;
  readonly follows: boolean;
}

/** The traits of all sources of an incident together, and when they were published. */
export interface IncidentTraits extends Marks {
  readonly first: Instant;
  readonly last: Instant;
}

interface Told {
  readonly title: string;
  readonly text: string;
  readonly publishedAt: Instant;
}

export interface TraitReader {
  readonly of: (told: Told) => Traits;
  readonly ofIncident: (incident: Incident) => IncidentTraits;
}

const readTraits = ({ title, text, publishedAt }: Told, common: ReadonlySet<string>): Traits => {
  const whole = `${title}\n${text.slice(0, 2000)}`;
  return {
    numbers: numbersIn(whole),
    counts: countsIn(whole),
    names: namesIn(whole, common),
    gateways: gatewaysIn(whole),
    titleGateways: gatewaysIn(title),
    namedDays: namedDaysIn(whole, publishedAt),
    years: yearsIn(whole),
    title: title.toLowerCase(),
    retells: retells(title),
    anew: anew(title),
    follows: follows(whole),
  };
};

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

/** Reads traits and remembers them as long as the record itself is held. */
export const createTraitReader = (atlas: Atlas): TraitReader => {
  const bySource = new WeakMap<Told, Traits>();
  const byIncident = new WeakMap<Incident, IncidentTraits>();
  const of = (told: Told): Traits => {
    const known = bySource.get(told);
    if (known !== undefined) return known;
    const traits = readTraits(told, atlas.commonNames);
    bySource.set(told, traits);
    return traits;
  };
  const gather = ({ sources, happenedAt }: Incident): IncidentTraits => {
    const all = sources.map((source: Source) => of(source));
    const dates = sources.map(({ publishedAt }) => publishedAt);
    return {
      numbers: union(all.map(({ numbers }) => numbers)),
      counts: union(all.map(({ counts }) => counts)),
      anew: all.some((traits) => traits.anew),
      names: union(all.map(({ names }) => names)),
      gateways: union(all.map(({ gateways }) => gateways)),
      titleGateways: union(all.map(({ titleGateways }) => titleGateways)),
      namedDays: union(all.map(({ namedDays }) => namedDays)),
      first: Math.min(happenedAt, ...dates),
      last: Math.max(...dates),
    };
  };
  const ofIncident = (incident: Incident): IncidentTraits => {
    const known = byIncident.get(incident);
    if (known !== undefined) return known;
    const traits = gather(incident);
    byIncident.set(incident, traits);
    return traits;
  };
  return { of, ofIncident };
};
