import type { Incident, Measure } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { movesOthers } from './asked.ts';
import { BY_GATEKEEPER } from './kinds-by-actor.ts';
import { authorityPhrase, named, type Phrase, spoken } from './phrase.ts';
import { placesOf } from './places.ts';
import type { Voice } from './voice.ts';
import { withoutPlace } from './without-place.ts';

/** Who acts in a sentence, and how. */
export interface Actor {
  readonly phrase: Phrase;
  /** `named`: an authority acts through a gatekeeper; `self`: the gatekeeper acts by itself. */
  readonly via: 'named' | 'self' | 'other';
  /** The actor is the place itself, so that the sentence need not be put under it. */
  readonly isPlace: boolean;
  /** The gatekeeper acted through, where there is one. */
  readonly through?: Phrase;
}

/** Who carries a kind out where no gatekeeper is named. */
const USUAL_GATEKEEPERS: Partial<Readonly<Record<Kind, string>>> = {
  'social-block': 'authority.social-network',
  'bank-cutoff': 'authority.bank',
};

/** The gatekeeper in a sentence about a measure of `kind`: unnamed networks are social ones where accounts are shut. */
export const throughPhrase = (voice: Voice, through: string, kind: Kind): Phrase =>
  kind === 'social-block' && voice.genericAuthority(through) === 'network'
    ? spoken(voice, 'authority.social-network')
    : authorityPhrase(voice, through);

/** WeChat, as against "networks": it shuts accounts; of what is blocked it can take out only an app (as Google does). */
export const blocksOnlyApps = (through: string, voice: Voice): boolean =>
  voice.authorityType(through) === 'app-store' ||
  (voice.authorityType(through) === 'network' && voice.genericAuthority(through) === undefined);

/** A measure may have come through another gatekeeper than the incident's first: banks shut no accounts on WeChat. */
export const throughOf = (
  { through, authority }: Incident,
  { kind, scope }: Pick<Measure, 'kind' | 'scope'>,
  voice: Voice,
): string | undefined => {
  if (through === undefined) return undefined;
  const isOrderedBlock = kind === 'access-block' && authority !== undefined;
  const isApp = scope.functions?.includes('app') ?? false;
  const type = voice.authorityType(through);
  if (isOrderedBlock && !isApp && type !== 'app-store' && blocksOnlyApps(through, voice)) return undefined;
  const isMoney = type === 'bank' || type === 'payment' || type === 'central-bank';
  const suits = type === undefined || isMoney === (kind === 'bank-cutoff');
  return suits ? through : undefined;
};

/** English has the police do things in the plural. */
const PLURAL = /\bpolice$/i;

const namedActor =
  (name: string): Phrase =>
  (form) =>
    form === 'n' ? (PLURAL.test(name) ? 'many' : name) : name;

const authorityActor = (incident: Incident, authority: string, voice: Voice): Phrase =>
  voice.genericAuthority(authority) === undefined
    ? namedActor(withoutPlace(voice.authority(authority), placesOf(incident), voice))
    : authorityPhrase(voice, authority);

/**
 * Banks part from exchanges, and networks take accounts back, mostly of their own accord: authorities that are not
 * named may stand in the text for anything.
 */
const actsByItself = ({ authority }: Incident, { kind, stage }: Measure, voice: Voice): boolean =>
  authority !== undefined &&
  voice.genericAuthority(authority) === 'authorities' &&
  (kind === 'bank-cutoff' || (kind === 'social-block' && stage === 'eased'));

/** Networks block nobody of their own accord, and who is told to do it need not do it. */
const actsForState = (incident: Incident, kind: Kind, through: string, voice: Voice): boolean =>
  (kind === 'access-block' && voice.genericAuthority(through) === 'network') ||
  (BY_GATEKEEPER.includes(kind) && incident.sources.some(movesOthers));

/** Who does it: the authority, the gatekeeper by itself, the place, at last some authorities. */
export const actorOf = (incident: Incident, measure: Measure, voice: Voice): Actor => {
  const { kind } = measure;
  const { authority } = incident;
  const throughId = throughOf(incident, measure, voice);
  const through = throughId === undefined ? undefined : throughPhrase(voice, throughId, kind);
  const ordered = {
    via: through === undefined ? ('other' as const) : ('named' as const),
    ...(through !== undefined && { through }),
  };
  const [place, ...others] = placesOf(incident);
  const state = place !== undefined && others.length === 0 ? named(voice.place(place)) : undefined;
  if (through !== undefined && actsByItself(incident, measure, voice)) {
    return { phrase: through, via: 'self', isPlace: false };
  }
  if (authority !== undefined) {
    return { phrase: authorityActor(incident, authority, voice), isPlace: false, ...ordered };
  }
  const isForState = throughId !== undefined && actsForState(incident, kind, throughId, voice);
  if (!isForState && BY_GATEKEEPER.includes(kind)) {
    const usual = USUAL_GATEKEEPERS[kind];
    const gatekeeper = through ?? (usual === undefined ? undefined : spoken(voice, usual));
    if (gatekeeper !== undefined) return { phrase: gatekeeper, via: 'self', isPlace: false };
  }
  return state === undefined
    ? { phrase: spoken(voice, 'authority.authorities'), isPlace: false, ...ordered }
    : { phrase: state, isPlace: true, ...ordered };
};
