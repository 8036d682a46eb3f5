import type { Incident, Measure } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { type Actor, actorOf } from './actor.ts';
import { areSeveral } from './are-several.ts';
import { isAsked, tellsOfAnyOrder } from './asked.ts';
import { headlineScope } from './headline-scope.ts';
import { BY_EXCHANGE } from './kinds-by-actor.ts';
import { objectPhrase } from './object-phrase.ts';
import { ownTitle } from './own-title.ts';
import { formsOf, functionsPhrase, named, spoken } from './phrase.ts';
import { placePhrase } from './places.ts';
import { socialObject } from './social-object.ts';
import type { Params } from './speaker.ts';
import { statedScope } from './stated-scope.ts';
import type { Told } from './told.ts';
import { haltedCoin, isOneToken } from './told-coin.ts';
import type { Voice } from './voice.ts';

/** A block that touches the app alone, as one through a store of apps does, is told of the app: the site stays open. */
const isOfApp = (incident: Incident, measure: Measure, voice: Voice): boolean => {
  const { functions = [] } = statedScope(incident, measure, voice);
  return measure.kind === 'access-block' && functions.includes('app') && !functions.includes('site');
};

/** Told in words that are true of any measure, of an inquiry too. */
const isGeneral = ({ isVague = false, nuance, verb }: Told): boolean =>
  isVague || nuance === 'inquiry' || verb !== undefined;

const keyOf = (incident: Told, measure: Measure, actor: Actor, voice: Voice): string => {
  if (incident.verb !== undefined) return `headline.plain.${incident.verb}`;
  if (incident.isOwnAct) return 'headline.own';
  if (isGeneral(incident)) return 'headline.general';
  const { kind, stage, direction } = measure;
  if (direction === 'eases' && stage !== 'eased') return 'headline.easing';
  const told = isOfApp(incident, measure, voice) ? 'app-block' : kind;
  const asks = actor.via !== 'self' && !isUnnamed(incident, measure) && isAsked(incident, measure);
  return `headline.${told}.${asks ? 'asked' : stage}`;
};

/** Kinds that are told in the passive where nobody is named who does it. */
const OF_NOBODY: readonly Kind[] = ['account-freeze', 'rulemaking'];

const isUnnamed = ({ authority }: Incident, { kind }: Measure): boolean =>
  authority === undefined && OF_NOBODY.includes(kind);

/** Without the actor's name the sentence does not say where. */
const saysPlace = (incident: Told, measure: Measure, actor: Actor, voice: Voice): boolean =>
  actor.isPlace &&
  !isGeneral(incident) &&
  !BY_EXCHANGE.includes(measure.kind) &&
  !isUnnamed(incident, measure) &&
  keyOf(incident, measure, actor, voice) !== 'headline.easing';

/** Who announces a block need not order anybody to carry it out. */
const isAnnouncedBlock = ({ kind, stage }: Measure): boolean =>
  kind === 'access-block' && stage === 'announced';

/** What one measure of an incident does, without its place: "regulators have WeChat shut accounts of crypto exchanges". */
export const sentence = (incident: Told, measure: Measure, voice: Voice): string => {
  const actor = actorOf(incident, measure, voice);
  const { functions } = statedScope(incident, measure, voice);
  // Several exchanges need not halt the same: "trading or withdrawals" is true of each.
  const join = incident.exchanges.length > 1 ? voice.anyOf : voice.list;
  const isOrder = actor.via !== 'other' || !isAnnouncedBlock(measure) || tellsOfAnyOrder(incident);
  const params: Params = {
    ...formsOf('actor', actor.phrase),
    ...formsOf('exchanges', objectPhrase(incident, measure, voice)),
    ...formsOf('through', actor.through ?? named('')),
    ...formsOf('functions', functionsPhrase(voice, join, functions, haltedCoin(incident, functions))),
    ...formsOf('social', spoken(voice, `social.${socialObject(incident)}`)),
    via: isOrder ? actor.via : 'self',
    by: incident.authority === undefined && incident.isGatekeepers !== true ? 'nobody' : 'somebody',
    kind: voice.say(`kind.${measure.kind}`),
    stage: incident.nuance ?? measure.stage,
    tokens: isOneToken(incident) ? 'one' : 'some',
    people: areSeveral(incident) ? 'many' : 'one',
  };
  return voice.say(keyOf(incident, measure, actor, voice), params);
};

/** A sentence begins with a capital, unless it begins with a name that does not (`bitFlyer`). */
export const capitalise = (text: string, incident: Incident, voice: Voice): string => {
  const names = [...incident.exchanges.map((id) => voice.exchange(id))];
  if (names.some((name) => text.startsWith(name))) return text;
  const [first = ''] = text;
  return first.toLocaleUpperCase(voice.language) + text.slice(first.length);
};

const marked = ({ retracted, disputed, nuance }: Told, text: string, voice: Voice): string => {
  if (retracted !== undefined) return voice.say('headline.retracted', { sentence: text });
  // "Denied" says so already.
  return disputed && nuance !== 'denied' ? voice.say('headline.disputed', { sentence: text }) : text;
};

const scopedSentence = (incident: Told, voice: Voice): string => {
  const [measure] = incident.measures;
  const said = sentence(incident, measure, voice);
  const scope = headlineScope(incident, measure, voice);
  return scope === '' ? said : voice.say('headline.scoped', { sentence: said, scope });
};

/** The headline for where the place is told already. */
export const headlineWithoutPlace = (incident: Told, voice: Voice): string => {
  const title = ownTitle(incident, voice);
  if (title !== undefined) return marked(incident, voice.layOut(title), voice);
  return marked(incident, capitalise(scopedSentence(incident, voice), incident, voice), voice);
};

/**
 * The incident in one line, in the reader's language and never stronger than the evidence:
 * "Nigeria orders networks to block Binance and two other exchanges". Where its kind is not evident: the words of a
 * source that this reader can read, else a sentence that is true of any measure.
 */
export const headline = (incident: Told, voice: Voice): string => {
  const [measure] = incident.measures;
  const place = placePhrase(incident, voice);
  if (
    place === undefined ||
    ownTitle(incident, voice) !== undefined ||
    saysPlace(incident, measure, actorOf(incident, measure, voice), voice)
  ) {
    return headlineWithoutPlace(incident, voice);
  }
  const said = scopedSentence(incident, voice);
  return marked(incident, voice.say('headline.lead', { place, sentence: said }), voice);
};
