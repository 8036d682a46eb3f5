import type { Measure } from '../domain/incident.ts';
import { isHearsay } from './hearsay.ts';
import { entityPhrase } from './scope-phrase.ts';
import { socialObject } from './social-object.ts';
import { statedScope } from './stated-scope.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

/** A plain verb tells of a thing done: what is only reported or proposed is marked. */
const stageOf = ({ measures: [{ stage }], sources, verb }: Told, voice: Voice): string => {
  const isMarked =
    verb !== 'settles-soon' && (stage === 'proposed' || (stage === 'reported' && isHearsay(sources)));
  return isMarked ? voice.say(`stage.${stage}`) : '';
};

const moneyOf = ({ money }: Told, voice: Voice): string =>
  money === undefined ? '' : voice.say('scope.money', { currency: voice.currencyName(money) });

/** What a gatekeeper takes, where the sentence says only that it does something. */
const takenOf = (incident: Told, measure: Measure, voice: Voice): string => {
  if (incident.isGatekeepers !== true) return '';
  if (measure.kind === 'social-block') return voice.say(`social.${socialObject(incident)}`, { case: 'nom' });
  const { functions = [] } = statedScope(incident, measure, voice);
  return functions.includes('app') ? voice.say('function.app', { case: 'nom' }) : '';
};

const partsOf = (incident: Told, measure: Measure, voice: Voice): readonly string[] => {
  const scope = statedScope(incident, measure, voice);
  const firm = scope.entity === 'local-firm' ? entityPhrase(scope, incident.sources, voice) : [];
  const rules = measure.kind === 'rulemaking' ? (scope.functions ?? []) : [];
  const users = scope.users === 'new' || scope.users === 'some' ? [scope.users] : [];
  return [
    ...firm,
    ...users.map((key) => voice.say(`scope.${key}`)),
    ...rules.map((name) => voice.say(`function.${name}`, { case: 'nom' })),
    measure.kind === 'service-halt' ? moneyOf(incident, voice) : '',
  ];
};

/** Verbs that tell of what may be halted in the money of one country alone. */
const OF_MONEY: readonly Told['verb'][] = ['halts-trading', 'halts-withdrawals'];

const saidOf = (incident: Told, measure: Measure, voice: Voice): readonly string[] => {
  const { verb, acts = [], isVague = false } = incident;
  if (verb !== undefined) {
    return [stageOf(incident, voice), OF_MONEY.includes(verb) ? moneyOf(incident, voice) : ''];
  }
  if (acts.length > 0) return [voice.list(acts.map((act) => voice.say(act)))];
  return isVague ? [takenOf(incident, measure, voice)] : partsOf(incident, measure, voice);
};

/**
 * What a headline has in brackets: what is done, where the sentence does not say it, and scope that changes what it
 * means; the rest stands in the fields. Empty where there is nothing.
 */
export const headlineScope = (incident: Told, measure: Measure, voice: Voice): string =>
  saidOf(incident, measure, voice)
    .filter((said) => said !== '')
    .join(voice.say('phrase.separator'));
