import type { AuthorityType } from '../domain/catalogue.ts';
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

/** What the measure's own clauses say weighs more than the rest, the title more than the text, the first more than the later. */
const nearest = <T extends { readonly clause: number; readonly inTitle: boolean; readonly start: number }>(
  mentions: readonly T[],
  clauses: ReadonlySet<number>,
): T | undefined => {
  const weight = ({ clause, inTitle }: T): number => (clauses.has(clause) ? 2 : 0) + (inTitle ? 1 : 0);
  return [...mentions].sort((a, b) => weight(b) - weight(a) || a.start - b.start)[0];
};

const genericAuthority = (cue: CueMention | undefined): Said | undefined => {
  if (cue === undefined) return undefined;
  const id = /regul|watchdog/.test(cue.cue.pattern) ? 'regulators' : 'authorities';
  return { id, start: cue.start, end: cue.end };
};

const said = (mention: AuthorityMention | undefined): Said | undefined =>
  mention === undefined ? undefined : { id: mention.authority.id, start: mention.start, end: mention.end };

const readThrough = (kind: Kind, mentions: Mentions, clauses: ReadonlySet<number>): Said | undefined => {
  const types = GATEKEEPERS[kind] ?? [];
  const named = mentions.authorities.filter(
    ({ authority }) => authority.gatekeeper && types.includes(authority.type),
  );
  const found = said(nearest(named, clauses));
  if (found !== undefined) return found;
  const generic = GENERIC_GATEKEEPERS[kind] ?? {};
  const cue = mentions.cues.find(({ group, clause }) => generic[group] !== undefined && clauses.has(clause));
  return cue === undefined ? undefined : { id: generic[cue.group] ?? '', start: cue.start, end: cue.end };
};

/** Reads who acts. `clauses` are those that tell of the measure. */
export const readActors = (kind: Kind, mentions: Mentions, clauses: ReadonlySet<number>): Actors => {
  const named = mentions.authorities.filter(
    ({ authority, uncertain }) => !authority.gatekeeper && !uncertain,
  );
  const generic = mentions.cues.filter(
    ({ group, clause, inTitle }) => group === 'authority' && (inTitle || clauses.has(clause)),
  );
  const authority =
    said(nearest(named, clauses)) ??
    (OWN_ACTS.has(kind) ? undefined : genericAuthority(nearest(generic, clauses)));
  const through = readThrough(kind, mentions, clauses);
  return { ...(authority !== undefined && { authority }), ...(through !== undefined && { through }) };
};
