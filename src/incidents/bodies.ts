import { AUTHORITY_TYPES, type AuthorityType } from '../domain/catalogue.ts';
import { countryOf } from '../domain/country-of.ts';
import type { Atlas } from './knowledge.ts';

/** How two bodies that papers name stand to one another: `chained` where one decides and the other carries out. */
export type BodyStanding = 'same' | 'unstated' | 'apart' | 'both-unnamed' | 'chained';

const EXECUTORS: ReadonlySet<AuthorityType> = new Set(['telecom', 'network', 'bank', 'payment', 'app-store']);

/** A body of a country that the news is not about: the SEC of another land, read into an acronym. */
const isStranger = (id: string, places: readonly string[], atlas: Atlas): boolean => {
  const body = atlas.authority(id);
  if (body?.jurisdiction === undefined || body.gatekeeper || places.length === 0) return false;
  const home = countryOf(body.jurisdiction);
  return !places.some(
    (place) => place === home || atlas.blocsOf(place).includes(home) || atlas.blocsOf(home).includes(place),
  );
};

const rootOf = (id: string, atlas: Atlas): string => atlas.authority(id)?.partOf ?? id;

/** An id that no catalogue knows is "authorities", "regulators"; "UK banks" are whichever of them. */
const isUnnamed = (id: string, atlas: Atlas): boolean =>
  (atlas.authority(id) ?? { isSort: true }).isSort === true;

const isSomebody = (id: string, places: readonly string[], atlas: Atlas): boolean =>
  isUnnamed(id, atlas) || isStranger(id, places, atlas);

/** The SEC of one land, read into the acronym of another's. */
const shareAName = (left: string, right: string, atlas: Atlas): boolean => {
  const [ours, theirs] = [left, right].map(
    (id) => new Set(atlas.authority(id)?.aliases.map(({ text }) => text.toLowerCase())),
  );
  return ours !== undefined && [...ours].some((name) => theirs?.has(name) === true);
};

/** A branch carries out what its head decides; two branches act each by itself, but for those of one prosecution. */
const oneHouse = (left: string, right: string, atlas: Atlas): boolean => {
  const [ours, theirs] = [rootOf(left, atlas), rootOf(right, atlas)];
  if (ours !== theirs) return false;
  return ours === right || theirs === left || atlas.authority(ours)?.type === 'prosecutor';
};

const worksWith = (left: string, right: string, atlas: Atlas): boolean => {
  if (oneHouse(left, right, atlas)) return true;
  const bodies = [left, right].map((id) => atlas.authority(id));
  if (bodies.some((body) => body !== undefined && EXECUTORS.has(body.type))) return true;
  // "The government" is whichever of its bodies acted; that of a state is not that of the country.
  const [one, other] = bodies;
  return bodies.some((body) => body?.type === 'government') && one?.jurisdiction === other?.jurisdiction;
};

/** Who acts, and where. */
export interface Acting {
  readonly authority?: string;
  readonly jurisdictions: readonly string[];
}

/** Whether two name the same body. */
export const compareBodies = (one: Acting, other: Acting, atlas: Atlas): BodyStanding => {
  // "Regulators" in two papers may be two: they name nobody.
  const [left, right] = [one, other].map(({ authority }) =>
    authority !== undefined && atlas.authority(authority) === undefined ? undefined : authority,
  );
  if (left === undefined && right === undefined) return 'both-unnamed';
  if (left === undefined || right === undefined) return 'unstated';
  if (left === right) return 'same';
  if (isSomebody(left, one.jurisdictions, atlas) || isSomebody(right, other.jurisdictions, atlas))
    return shareAName(left, right, atlas) ? 'same' : 'unstated';
  return worksWith(left, right, atlas) ? 'chained' : 'apart';
};

/** Gatekeepers as their owners: Google Play is Google. Somebody's ("networks", "UK banks") is nobody's. */
export const compareGates = (
  left: string | undefined,
  right: string | undefined,
  atlas: Atlas,
): 'same' | 'unstated' | 'apart' => {
  if (left === undefined || right === undefined) return 'unstated';
  if (rootOf(left, atlas) === rootOf(right, atlas)) return 'same';
  const named = [left, right].every((id) => !isUnnamed(id, atlas));
  return named ? 'apart' : 'unstated';
};

/** The one who decides before the one who carries out, the native before the stranger; whatever the order of reports. */
export const joinBodies = (
  left: string | undefined,
  right: string | undefined,
  places: readonly string[],
  atlas: Atlas,
): string | undefined => {
  if (left === undefined || right === undefined || left === right) return left ?? right;
  const rank = (id: string): number => {
    const type = atlas.authority(id)?.type;
    if (type === undefined) return 2 * AUTHORITY_TYPES.length;
    return AUTHORITY_TYPES.indexOf(type) + (isStranger(id, places, atlas) ? AUTHORITY_TYPES.length : 0);
  };
  const [first = left] = [left, right].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return first;
};

/** Of two gatekeepers the one that the catalogue knows, then the one whose id sorts first, for the same reason. */
export const joinGates = (
  left: string | undefined,
  right: string | undefined,
  atlas: Atlas,
): string | undefined => {
  if (left === undefined || right === undefined) return left ?? right;
  const unknown = (id: string): number => Number(atlas.authority(id) === undefined);
  const [first = left] = [left, right].toSorted((a, b) => unknown(a) - unknown(b) || (a < b ? -1 : 1));
  return first;
};
