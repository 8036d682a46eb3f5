import type { Authority, AuthorityType } from '../domain/catalogue.ts';
import { countryOf } from '../domain/country-of.ts';
import type { Kind } from '../domain/taxonomy.ts';
import type { AuthorityMention, CueMention, Mentions } from './find-mentions.ts';

interface Said {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Who acts, and through whom. Ids of the gazetteer, or `regulators`, `banks` … where only the sort is told. */
export interface Actors {
  readonly authority?: Said;
  readonly through?: Said;
}

/** Kinds that an exchange can do by itself: no authority is inferred from a mere "authorities say". */
const OWN_ACTS: ReadonlySet<Kind> = new Set(['market-exit', 'service-halt', 'delisting', 'account-freeze']);

/** Which gatekeepers a kind of measure can pass through. */
const GATEKEEPERS: Readonly<Partial<Record<Kind, readonly AuthorityType[]>>> = {
  'bank-cutoff': ['bank', 'payment', 'central-bank'],
  'access-block': ['app-store', 'network'],
  'social-block': ['network', 'app-store'],
  ban: ['bank', 'payment', 'app-store', 'network'],
  'account-freeze': ['bank', 'payment'],
  warning: ['network'],
  rulemaking: ['network', 'bank', 'payment'],
};

const GENERIC_GATEKEEPERS: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  'bank-cutoff': { 'gatekeeper-bank': 'banks' },
  'access-block': { 'gatekeeper-app': 'app-stores', 'gatekeeper-network': 'networks' },
  'social-block': { 'gatekeeper-network': 'networks' },
};

/** What a reader of actors needs beside the kind. */
export interface ActorContext {
  /** Clauses that tell of the measure. */
  readonly clauses: ReadonlySet<number>;
  /** Where the measure bites, as read. */
  readonly places: readonly string[];
  /** Where the restricted exchanges are said: a payment company that is restricted does not act. */
  readonly taken: ReadonlySet<number>;
  readonly authorities: ReadonlyMap<string, Authority>;
}

/** Whose own country it is weighs most, then the measure's own clauses, then the title, then what is said first. */
const nearest = <T extends { readonly clause: number; readonly inTitle: boolean; readonly start: number }>(
  mentions: readonly T[],
  { clauses }: ActorContext,
  isHome: (mention: T) => boolean,
): T | undefined => {
  const weight = (mention: T): number =>
    (isHome(mention) ? 4 : 0) + (clauses.has(mention.clause) ? 2 : 0) + (mention.inTitle ? 1 : 0);
  return [...mentions].sort((a, b) => weight(b) - weight(a) || a.start - b.start)[0];
};

/** Roles of which a country has one: `the central bank` of the only place named is that of the gazetteer. */
const ROLES: Readonly<Record<string, AuthorityType>> = {
  'central-bank': 'central-bank',
  'telecom-regulator': 'telecom',
};

const inRole = (cue: CueMention, { places, authorities }: ActorContext): Said | undefined => {
  const type = ROLES[cue.group];
  const [place] = places;
  if (type === undefined || place === undefined || places.length > 1) return undefined;
  const fitting = [...authorities.values()].filter(
    (authority) => authority.type === type && authority.jurisdiction === place && !authority.gatekeeper,
  );
  const id = fitting.length === 1 ? fitting[0]?.id : undefined;
  return id === undefined ? undefined : { id, start: cue.start, end: cue.end };
};

const genericAuthority = (cue: CueMention | undefined): Said | undefined => {
  if (cue === undefined) return undefined;
  const id = /regul|watchdog/.test(cue.cue.pattern) ? 'regulators' : 'authorities';
  return { id, start: cue.start, end: cue.end };
};

const said = (mention: AuthorityMention | undefined): Said | undefined =>
  mention === undefined ? undefined : { id: mention.authority.id, start: mention.start, end: mention.end };

const readThrough = (kind: Kind, mentions: Mentions, context: ActorContext): Said | undefined => {
  const types = GATEKEEPERS[kind] ?? [];
  const named = mentions.authorities.filter(
    ({ authority, start }) =>
      authority.gatekeeper && types.includes(authority.type) && !context.taken.has(start),
  );
  const found = said(nearest(named, context, () => false));
  if (found !== undefined) return found;
  const generic = GENERIC_GATEKEEPERS[kind] ?? {};
  const cue = mentions.cues.find(
    ({ group, clause }) => generic[group] !== undefined && context.clauses.has(clause),
  );
  return cue === undefined ? undefined : { id: generic[cue.group] ?? '', start: cue.start, end: cue.end };
};

const readAuthority = (kind: Kind, mentions: Mentions, context: ActorContext): Said | undefined => {
  const isHome = ({ authority }: AuthorityMention): boolean =>
    context.places.includes(countryOf(authority.jurisdiction) ?? '');
  const named = mentions.authorities.filter(
    (mention) => !mention.authority.gatekeeper && (!mention.uncertain || isHome(mention)),
  );
  const found = said(nearest(named, context, isHome));
  if (found !== undefined) return found;
  const inReach = mentions.cues.filter(({ clause, inTitle }) => inTitle || context.clauses.has(clause));
  const role = inReach.map((cue) => inRole(cue, context)).find((one) => one !== undefined);
  if (role !== undefined || OWN_ACTS.has(kind)) return role;
  const generic = inReach.filter(({ group }) => group === 'authority');
  return genericAuthority(nearest(generic, context, () => false));
};

/** Reads who acts, and through whom. */
export const readActors = (kind: Kind, mentions: Mentions, context: ActorContext): Actors => {
  const authority = readAuthority(kind, mentions, context);
  const through = readThrough(kind, mentions, context);
  return { ...(authority !== undefined && { authority }), ...(through !== undefined && { through }) };
};
