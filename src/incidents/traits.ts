import type { Incident, Source } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { lazily } from '../domain/lazily.ts';
import { anew, arrests, arrives, follows, gatewaysIn, retells } from './cues.ts';
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
  /** A person is taken. */
  readonly arrests: boolean;
}

/** What a text tells beside its fields, worked out once. */
export interface Traits extends Marks {
  readonly years: readonly number[];
  /** Exchanges may be named in passing: those of the title are what it is about. */
  readonly title: string;
  readonly retells: boolean;
  readonly follows: boolean;
  /** What was announced begins. */
  readonly arrives: boolean;
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
    arrests: arrests(title),
    follows: follows(whole),
    arrives: arrives(title),
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
  /** Texts are read when a comparison first asks: most candidates are ruled out by fields and dates. */
  const gather = ({ sources, happenedAt }: Incident): IncidentTraits => {
    const all = lazily(() => sources.map((source: Source) => of(source)));
    const together = (pick: (traits: Traits) => ReadonlySet<string>) => lazily(() => union(all().map(pick)));
    const numbers = together((traits) => traits.numbers);
    const counts = together((traits) => traits.counts);
    const names = together((traits) => traits.names);
    const gateways = together((traits) => traits.gateways);
    const titleGateways = together((traits) => traits.titleGateways);
    const namedDays = together((traits) => traits.namedDays);
    const dates = sources.map(({ publishedAt }) => publishedAt);
    return {
      first: Math.min(happenedAt, ...dates),
      last: Math.max(...dates),
      get numbers() {
        return numbers();
      },
      get counts() {
        return counts();
      },
      get names() {
        return names();
      },
      get gateways() {
        return gateways();
      },
      get titleGateways() {
        return titleGateways();
      },
      get namedDays() {
        return namedDays();
      },
      get anew() {
        return all().some((traits) => traits.anew);
      },
      get arrests() {
        return all().some((traits) => traits.arrests);
      },
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
