import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import { evidentAuthority } from './evident-authority.ts';
import { evidentExchanges } from './evident-exchanges.ts';
import { evidentMeasure } from './evident-measure.ts';
import { createEvidentPlaces } from './evident-places.ts';

/**
 * An incident as far as the words of its sources bear it out: what a reading took from beside the news is left out of
 * what people are told, and nothing is told more strongly than its date allows. Routing keeps the whole incident: a
 * reader is rather told once too often than not at all.
 */
export const createEvident = (catalogue: Catalogue): ((incident: Incident) => Incident) => {
  const authorities = new Map(catalogue.authorities.map((authority) => [authority.id, authority]));
  const placesOf = createEvidentPlaces(catalogue);
  const byId = new Map(catalogue.exchanges.map((exchange) => [exchange.id, exchange]));
  const known = new WeakMap<Incident, Incident>();

  const look = (incident: Incident): Incident => {
    const { authority: _, ...rest } = incident;
    const { jurisdictions, subdivisions } = placesOf(incident);
    const authority = evidentAuthority(incident, authorities, catalogue);
    const [first, ...others] = incident.measures;
    const exchanges = evidentExchanges(incident, catalogue);
    const only = exchanges.length === 1 ? byId.get(exchanges[0] ?? '') : undefined;
    return {
      ...rest,
      ...(authority !== undefined && { authority }),
      jurisdictions,
      subdivisions,
      exchanges,
      measures: [
        evidentMeasure(first, incident, only),
        ...others.map((one) => evidentMeasure(one, incident, only)),
      ],
    };
  };

  return (incident) => {
    const seen = known.get(incident) ?? look(incident);
    known.set(incident, seen);
    return seen;
  };
};
