import type { Incident, Measure } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { type Actor, actorOf } from './actor.ts';
import { areSeveral } from './are-several.ts';
import { isAsked } from './asked.ts';
import { isHearsay } from './hearsay.ts';
import { BY_EXCHANGE } from './kinds-by-actor.ts';
import { objectPhrase } from './object-phrase.ts';
import { ownTitle } from './own-title.ts';
import { formsOf, functionsPhrase, named, spoken } from './phrase.ts';
import { placePhrase } from './places.ts';
import { entityPhrase } from './scope-phrase.ts';
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

/** What one measure of an incident does, without its place: "regulators have WeChat shut accounts of crypto exchanges". */
export const sentence = (incident: Told, measure: Measure, voice: Voice): string => {
  const actor = actorOf(incident, measure, voice);
  const { functions } = statedScope(incident, measure, voice);
  // Several exchanges need not halt the same: "trading or withdrawals" is true of each.
  const join = incident.exchanges.length > 1 ? voice.anyOf : voice.list;
  const params: Params = {
    ...formsOf('actor', actor.phrase),
    ...formsOf('exchanges', objectPhrase(incident, measure, voice)),
    ...formsOf('through', actor.through ?? named('')),
    ...formsOf('functions', functionsPhrase(voice, join, functions, haltedCoin(incident, functions))),
    ...formsOf('social', spoken(voice, `social.${socialObject(incident)}`)),
    via: actor.via,
    by: incident.authority === undefined ? 'nobody' : 'somebody',
    kind: voice.say(`kind.${measure.kind}`),
    stage: incident.nuance ?? measure.stage,
    tokens: isOneToken(incident) ? 'one' : 'some',
    people: areSeveral(incident) ? 'many' : 'one',
  };
  return voice.say(keyOf(incident, measure, actor, voice), params);
};

/** A plain verb tells of a thing done: what is only reported or proposed is marked. */
const stageOf = ({ measures: [{ stage }], sources, verb }: Told, voice: Voice): string => {
  const isMarked =
    verb !== 'settles-soon' && (stage === 'proposed' || (stage === 'reported' && isHearsay(sources)));
  return isMarked ? voice.say(`stage.${stage}`) : '';
};

/** What is done, where the sentence does not say it, and scope that changes what it means; the rest stands in the fields. */
const scopeOf = (incident: Told, measure: Measure, voice: Voice): string => {
  if (incident.verb !== undefined) return stageOf(incident, voice);
  const acts = incident.acts ?? [];
  if (acts.length > 0) return voice.list(acts.map((act) => voice.say(act)));
  if (incident.isVague) return '';
  const scope = statedScope(incident, measure, voice);
  const firm = scope.entity === 'local-firm' ? entityPhrase(scope, voice) : undefined;
  const rules = measure.kind === 'rulemaking' ? (scope.functions ?? []) : [];
  const users = scope.users === 'new' || scope.users === 'some' ? [scope.users] : [];
  return [
    ...(firm === undefined ? [] : [firm]),
    ...users.map((key) => voice.say(`scope.${key}`)),
    ...rules.map((name) => voice.say(`function.${name}`, { case: 'nom' })),
  ].join(voice.say('phrase.separator'));
};

/** A sentence begins with a capital, unless it begins with a name that does not (`bitFlyer`). */
export const capitalise = (text: string, incident: Incident, voice: Voice): string => {
  const names = [...incident.exchanges.map((id) => voice.exchange(id))];
  if (names.some((name) => text.startsWith(name))) return text;
  const [first = ''] = text;
  return first.toLocaleUpperCase(voice.language) + text.slice(first.length);
};

const marked = ({ retracted, disputed }: Incident, text: string, voice: Voice): string => {
  if (retracted !== undefined) return voice.say('headline.retracted', { sentence: text });
  return disputed ? voice.say('headline.disputed', { sentence: text }) : text;
};

const scopedSentence = (incident: Told, voice: Voice): string => {
  const [measure] = incident.measures;
  const said = sentence(incident, measure, voice);
  const scope = scopeOf(incident, measure, voice);
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
