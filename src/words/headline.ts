import type { Incident, Measure } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import {
  authorityPhrase,
  exchangesPhrase,
  formsOf,
  functionsPhrase,
  named,
  type Phrase,
  spoken,
} from './phrase.ts';
import type { Params } from './speaker.ts';
import type { Voice } from './voice.ts';

/** Who acts in a sentence, and how. */
interface Actor {
  readonly phrase: Phrase;
  /** `named`: an authority acts through a gatekeeper; `self`: the gatekeeper acts by itself. */
  readonly via: 'named' | 'self' | 'other';
  /** The actor is the place itself, so that the sentence need not be put under it. */
  readonly isPlace: boolean;
}

const BY_GATEKEEPER: readonly Kind[] = ['access-block', 'social-block', 'bank-cutoff'];

/** Kinds that gatekeepers carry out, and who they are when nobody is named. */
const GATEKEEPERS: Partial<Readonly<Record<Kind, string>>> = {
  'social-block': 'authority.social-network',
  'bank-cutoff': 'authority.bank',
};

const placesOf = ({ jurisdictions, subdivisions }: Incident): readonly string[] => {
  const whole = jurisdictions.filter((code) => !subdivisions.some((part) => part.startsWith(`${code}-`)));
  return [...whole, ...subdivisions];
};

/** "US", "US and UK", "US and 3 other places"; absent where the place is not stated. */
export const placePhrase = (incident: Incident, voice: Voice): string | undefined => {
  const names = placesOf(incident).map((code) => voice.place(code));
  const [first] = names;
  if (first === undefined) return undefined;
  if (names.length > 3) return voice.say('phrase.places', { first, more: names.length - 1 });
  return new Intl.ListFormat(voice.language, { type: 'conjunction' }).format(names);
};

/** A measure may have come through another gatekeeper than the incident's first: banks shut no accounts on WeChat. */
const throughOf = ({ through }: Incident, { kind }: Measure, voice: Voice): string | undefined => {
  if (through === undefined) return undefined;
  const type = voice.authorityType(through);
  const isMoney = type === 'bank' || type === 'payment';
  const suits = type === undefined || isMoney === (kind === 'bank-cutoff');
  return suits ? through : undefined;
};

const isNetworks = (voice: Voice, through: string): boolean => voice.genericAuthority(through) === 'network';

const actorOf = (incident: Incident, measure: Measure, voice: Voice): Actor => {
  const { kind } = measure;
  const { authority } = incident;
  const through = throughOf(incident, measure, voice);
  const [place, ...others] = placesOf(incident);
  const state = place !== undefined && others.length === 0 ? named(voice.place(place)) : undefined;
  const via = through === undefined ? 'other' : 'named';
  if (authority !== undefined) return { phrase: authorityPhrase(voice, authority), via, isPlace: false };
  // Networks block nobody of their own accord.
  if (kind === 'access-block' && through !== undefined && state !== undefined && isNetworks(voice, through)) {
    return { phrase: state, via, isPlace: true };
  }
  if (through !== undefined && BY_GATEKEEPER.includes(kind))
    return { phrase: authorityPhrase(voice, through), via: 'self', isPlace: false };
  const gatekeeper = GATEKEEPERS[kind];
  if (gatekeeper !== undefined) return { phrase: spoken(voice, gatekeeper), via: 'self', isPlace: false };
  return state !== undefined
    ? { phrase: state, via, isPlace: true }
    : { phrase: spoken(voice, 'authority.authorities'), via, isPlace: false };
};

const keyOf = ({ kind, stage, direction }: Measure): string =>
  direction === 'eases' && stage !== 'eased' ? 'headline.easing' : `headline.${kind}.${stage}`;

/** Kinds whose subject is the exchange, whoever made it act. */
const BY_EXCHANGE: readonly Kind[] = ['market-exit', 'service-halt', 'delisting'];

/** Without the actor's name the sentence does not say where. */
const saysPlace = (incident: Incident, measure: Measure, actor: Actor): boolean =>
  actor.isPlace &&
  !BY_EXCHANGE.includes(measure.kind) &&
  !(measure.kind === 'account-freeze' && incident.authority === undefined) &&
  keyOf(measure) !== 'headline.easing';

/** What one measure of an incident does, without its place: "regulators have WeChat shut accounts of crypto exchanges". */
export const sentence = (incident: Incident, measure: Measure, voice: Voice): string => {
  const actor = actorOf(incident, measure, voice);
  const through = throughOf(incident, measure, voice);
  const params: Params = {
    ...formsOf('actor', actor.phrase),
    ...formsOf('exchanges', exchangesPhrase(voice, incident.exchanges)),
    ...formsOf('through', through === undefined ? named('') : authorityPhrase(voice, through)),
    ...formsOf('functions', functionsPhrase(voice, measure.scope.functions)),
    via: actor.via,
    by: incident.authority === undefined ? 'nobody' : 'somebody',
    kind: voice.say(`kind.${measure.kind}`),
    stage: measure.stage,
  };
  return voice.say(keyOf(measure), params);
};

/** Scope that changes what the headline means; the rest stands in the fields. */
const scopeOf = ({ scope }: Measure, voice: Voice): string => {
  const entity = scope.entity === 'local-firm' ? ['local-firm'] : [];
  const users = scope.users === 'new' || scope.users === 'some' ? [scope.users] : [];
  return [...entity, ...users].map((key) => voice.say(`scope.${key}`)).join(voice.say('phrase.separator'));
};

/** A sentence begins with a capital, unless it begins with a name that does not (`bitFlyer`). */
const capitalise = (text: string, incident: Incident, voice: Voice): string => {
  const names = [...incident.exchanges.map((id) => voice.exchange(id))];
  if (names.some((name) => text.startsWith(name))) return text;
  const [first = ''] = text;
  return first.toLocaleUpperCase(voice.language) + text.slice(first.length);
};

const marked = ({ retracted, disputed }: Incident, text: string, voice: Voice): string => {
  if (retracted !== undefined) return voice.say('headline.retracted', { sentence: text });
  return disputed ? voice.say('headline.disputed', { sentence: text }) : text;
};

const scopedSentence = (incident: Incident, voice: Voice): string => {
  const [measure] = incident.measures;
  const said = sentence(incident, measure, voice);
  const scope = scopeOf(measure, voice);
  return scope === '' ? said : voice.say('headline.scoped', { sentence: said, scope });
};

/** The headline for where the place is told already. */
export const headlineWithoutPlace = (incident: Incident, voice: Voice): string =>
  marked(incident, capitalise(scopedSentence(incident, voice), incident, voice), voice);

/**
 * The incident in one line, in the reader's language and never stronger than the evidence:
 * "Nigeria orders networks to block Binance and two other exchanges".
 */
export const headline = (incident: Incident, voice: Voice): string => {
  const [measure] = incident.measures;
  const place = placePhrase(incident, voice);
  if (place === undefined || saysPlace(incident, measure, actorOf(incident, measure, voice))) {
    return headlineWithoutPlace(incident, voice);
  }
  const said = scopedSentence(incident, voice);
  return marked(incident, voice.say('headline.lead', { place, sentence: said }), voice);
};
