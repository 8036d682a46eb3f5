import { countryOf } from '../domain/country-of.ts';
import type { Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import { isLiftedFor } from '../domain/lifted.ts';
import { isPast } from './past.ts';

/** Whom and where a question is about; an absent field is everything. */
export interface BoardQuestion {
  readonly exchange?: string;
  /** ISO 3166-1 alpha-2, ISO 3166-2 or `EU`. */
  readonly jurisdiction?: string;
}

/** What is restricted where, since when and on whose word: answers from memory, from our own incidents alone. */
export interface Board {
  put(incident: Incident): void;
  remove(id: string): void;
  /** Not lifted, not retracted; what happened last comes first. */
  standing(question: BoardQuestion): readonly Incident[];
  /** All that ever happened to an exchange, lifted or not, oldest first. */
  timeline(exchange: string): readonly Incident[];
  /** The incidents that happened last. */
  latest(count: number): readonly Incident[];
  /** Incidents whose id begins so, at most a handful: more than one asks the reader for more letters. */
  find(idPrefix: string): readonly Incident[];
  /** When we began to look: the first incident of our own, imported ones left out; undefined while there is none. */
  since(): Instant | undefined;
}

const MANY = 5;

const lastFirst = (left: Incident, right: Incident): number =>
  right.happenedAt - left.happenedAt || (left.id < right.id ? -1 : 1);

/** A merged incident speaks through the one it became. */
const speaks = ({ mergedInto }: Incident): boolean => mergedInto === undefined;

const stands = ({ closedAt, retracted }: Incident): boolean =>
  closedAt === undefined && retracted === undefined;

/** A place hears of what bites in it: DE of DE and EU, US-NY of US as a whole and of US-NY, US of all its parts. */
const bitesIn = (
  { jurisdictions, subdivisions }: Incident,
  place: string,
  blocsOf: (code: string) => readonly string[],
): boolean => {
  const country = countryOf(place);
  const reached = jurisdictions.some((code) => code === country || blocsOf(country).includes(code));
  if (!reached || place === country) return reached;
  return subdivisions.length === 0 || subdivisions.includes(place);
};

/** `blocsOf` tells the blocs of a country (`DE` → `EU`). */
export const createBoard = (
  incidents: Iterable<Incident>,
  blocsOf: (code: string) => readonly string[],
): Board => {
  const byId = new Map<string, Incident>();
  const byExchange = new Map<string, Set<string>>();
  // Sorted anew at the first question after a change: changes are rare, questions come in bursts.
  let ordered: readonly Incident[] | undefined;

  const remove = (id: string): void => {
    for (const exchange of byId.get(id)?.exchanges ?? []) byExchange.get(exchange)?.delete(id);
    byId.delete(id);
    ordered = undefined;
  };

  const put = (incident: Incident): void => {
    remove(incident.id);
    byId.set(incident.id, incident);
    for (const exchange of incident.exchanges)
      byExchange.set(exchange, (byExchange.get(exchange) ?? new Set()).add(incident.id));
  };

  const inOrder = (): readonly Incident[] => {
    ordered ??= [...byId.values()].filter(speaks).toSorted(lastFirst);
    return ordered;
  };

  const ofExchange = (exchange: string): readonly Incident[] =>
    [...(byExchange.get(exchange) ?? [])]
      .flatMap((id) => byId.get(id) ?? [])
      .filter(speaks)
      .toSorted(lastFirst);

  for (const incident of incidents) put(incident);

  return {
    put,
    remove,
    standing: ({ exchange, jurisdiction }) =>
      (exchange === undefined ? inOrder() : ofExchange(exchange)).filter(
        (incident) =>
          stands(incident) &&
          (exchange === undefined || !isLiftedFor(incident, exchange)) &&
          (jurisdiction === undefined || bitesIn(incident, jurisdiction, blocsOf)),
      ),
    timeline: (exchange) => ofExchange(exchange).toReversed(),
    latest: (count) => inOrder().slice(0, count),
    find: (idPrefix) => {
      const exact = byId.get(idPrefix);
      if (exact !== undefined) return [exact];
      return idPrefix === ''
        ? []
        : [...byId.values()].filter(({ id }) => id.startsWith(idPrefix)).slice(0, MANY);
    },
    since: () =>
      inOrder().reduce<Instant | undefined>(
        (since, incident) =>
          isPast(incident) || (since !== undefined && since <= incident.openedAt) ? since : incident.openedAt,
        undefined,
      ),
  };
};
