import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import { actingExchanges } from './acting-exchanges.ts';
import { createBorneByTitles } from './borne-by-titles.ts';
import { withoutBystander } from './bystander.ts';
import { evidentActs } from './evident-acts.ts';
import { evidentAuthority } from './evident-authority.ts';
import { evidentExchanges } from './evident-exchanges.ts';
import { isEvidentKind } from './evident-kind.ts';
import { evidentMeasure } from './evident-measure.ts';
import { createEvidentPlaces } from './evident-places.ts';
import { evidentThrough, withEvidentApp } from './evident-through.ts';
import { evidentTraits } from './evident-traits.ts';
import { evidentVerb } from './evident-verb.ts';
import { nuanceOf } from './nuance.ts';
import { inOwnLanguages } from './own-language.ts';
import type { PlainVerb } from './plain-verb.ts';
import type { Told } from './told.ts';
import { unnamedObject } from './unnamed-object.ts';

/** Told with a word for a ban. */
const OF_BANS: readonly PlainVerb[] = ['bans'];

/** One verb does not tell two acts, and a word for a ban may mean a measure that is known more exactly. */
const withVerb = (told: Told, catalogue: Catalogue): Told => {
  const [act = 'kind.ban', ...others] = told.acts ?? [];
  const verb = others.length > 0 ? undefined : evidentVerb(told, catalogue);
  return verb === undefined || (OF_BANS.includes(verb) && act !== 'kind.ban') ? told : { ...told, verb };
};

/**
 * An incident as far as the words of its sources bear it out: what a reading took from beside the news is left out of
 * what people are told, and nothing is told more strongly than its date allows. Routing keeps the whole incident: a
 * reader is rather told once too often than not at all.
 */
export const createEvident = (catalogue: Catalogue): ((incident: Incident) => Told) => {
  const authorities = new Map(catalogue.authorities.map((authority) => [authority.id, authority]));
  const isBorneByTitles = createBorneByTitles(catalogue);
  const placesOf = createEvidentPlaces(catalogue);
  const byId = new Map(catalogue.exchanges.map((exchange) => [exchange.id, exchange]));
  const known = new WeakMap<Incident, Told>();

  const look = (given: Incident): Told => {
    const whole = withoutBystander(inOwnLanguages(given, authorities), authorities);
    const exchanges = actingExchanges(whole, evidentExchanges(whole, catalogue), catalogue);
    const incident = { ...whole, exchanges };
    const { authority: _, through: __, ...rest } = incident;
    const { jurisdictions, subdivisions } = placesOf(incident);
    const isVague = !isEvidentKind(incident, catalogue);
    const authority = evidentAuthority(isVague ? { ...incident, isVague } : incident, authorities, catalogue);
    const through = evidentThrough(incident, authorities);
    const [first, ...further] = incident.measures;
    const exchange = exchanges.length === 1 ? byId.get(exchanges[0] ?? '') : undefined;
    const unnamed = unnamedObject(incident, exchanges, catalogue);
    const nuance = nuanceOf(incident, isVague, catalogue);
    const acts = evidentActs(incident, { isVague, nuance }, catalogue);
    const evidence = { exchange, cues: catalogue.taxonomy.cues };
    const facts = {
      ...(authority !== undefined && { authority }),
      ...(through !== undefined && { through }),
      ...(isVague && { isVague }),
      ...(nuance !== undefined && { nuance }),
    };
    const told: Told = {
      ...rest,
      ...facts,
      ...evidentTraits(incident, facts, catalogue),
      ...(unnamed !== undefined && { unnamed }),
      ...(acts.length > 0 && { acts }),
      jurisdictions,
      subdivisions,
      measures: [
        withEvidentApp(evidentMeasure(first, incident, evidence), incident, through),
        ...further.map((one) => evidentMeasure(one, incident, evidence)),
      ],
    };
    const plain = withVerb(told, catalogue);
    return isVague || isBorneByTitles(plain) ? plain : { ...plain, isLoose: true };
  };

  return (incident) => {
    const seen = known.get(incident) ?? look(incident);
    known.set(incident, seen);
    return seen;
  };
};
