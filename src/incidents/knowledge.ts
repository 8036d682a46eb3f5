import type { Authority, Exchange, Jurisdiction } from '../domain/catalogue.ts';
import { lazily } from '../domain/lazily.ts';
import { namesOf } from '../domain/names-of.ts';
import { type ArmPlaces, createArmPlaces } from './arm-places.ts';

/** What correlation must know of the world: names, types of authority, and which place lies in which bloc. */
export interface Knowledge {
  readonly exchanges: readonly Exchange[];
  readonly authorities: readonly Authority[];
  readonly jurisdictions: readonly Jurisdiction[];
}

/** The same, by id. */
export interface Atlas {
  /** Lower-case names and aliases of an exchange. */
  readonly namesOf: (exchange: string) => readonly string[];
  readonly authority: (id: string) => Authority | undefined;
  /** Names and aliases of an authority, as they are written. */
  readonly bodyNamesOf: (id: string) => readonly string[];
  /** Where an exchange is at home, where the catalogue tells. */
  readonly homeOf: (exchange: string) => string | undefined;
  readonly armPlaces: ArmPlaces;
  /** The places of a report or incident, once they were asked. */
  readonly placesKnown: WeakMap<object, readonly string[]>;
  /** The blocs of a country. */
  readonly blocsOf: (code: string) => readonly string[];
  /** Lower-case words that name a place, an authority or an exchange: they tell no two stories apart. */
  readonly commonNames: ReadonlySet<string>;
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];

/** Arranges the catalogue once, when first asked, so that each report finds in constant time what it asks. */
export const createAtlas = ({ exchanges, authorities, jurisdictions }: Knowledge): Atlas => {
  const names = lazily(
    () =>
      new Map(
        exchanges.map((exchange) => [exchange.id, namesOf(exchange).map((text) => text.toLowerCase())]),
      ),
  );
  const homes = new Map(exchanges.map(({ id, country }) => [id, country]));
  const authorityById = new Map(authorities.map((authority) => [authority.id, authority]));
  const blocs = new Map(jurisdictions.map(({ code, blocs: of }) => [code, of]));
  const commonNames = lazily(
    () =>
      new Set([
        ...[...names().values()].flat().flatMap(wordsOf),
        ...authorities.flatMap(namesOf).flatMap(wordsOf),
        ...jurisdictions
          .flatMap(({ names: of, adjectives, cities }) =>
            [of, adjectives, cities].flatMap(Object.values).flat(),
          )
          .flatMap(wordsOf),
      ]),
  );
  return {
    namesOf: (exchange) => names().get(exchange) ?? [exchange.toLowerCase()],
    authority: (id) => authorityById.get(id),
    bodyNamesOf: (id) => {
      const body = authorityById.get(id);
      return body === undefined ? [] : namesOf(body);
    },
    homeOf: (exchange) => homes.get(exchange),
    armPlaces: createArmPlaces(jurisdictions),
    placesKnown: new WeakMap(),
    blocsOf: (code) => blocs.get(code) ?? [],
    get commonNames() {
      return commonNames();
    },
  };
};
