import type { AlertCard } from '../domain/card.ts';
import type { Incident } from '../domain/incident.ts';
import { actorOf, throughOf, throughPhrase } from './actor.ts';
import { isAsked, isOrderedAfterAll } from './asked.ts';
import { sentence } from './headline.ts';
import { isHearsay } from './hearsay.ts';
import { ownTitle } from './own-title.ts';
import { authorityPhrase } from './phrase.ts';
import { placePhrase } from './places.ts';
import { scopePhrase } from './scope-phrase.ts';
import { socialObject } from './social-object.ts';
import { statedScope } from './stated-scope.ts';
import { formatDate } from './time.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

type Field = AlertCard['fields'][number];

/** All names, where the headline gives a number. */
const exchangesOf = ({ exchanges }: Incident, voice: Voice): string | undefined =>
  exchanges.length === 0 ? undefined : voice.list(exchanges.map((id) => voice.exchange(id)));

/** What else is done. Of one report alone it is mostly the background of the news, and left out. */
const furtherMeasures = (incident: Told, voice: Voice): string | undefined => {
  if (incident.isVague || incident.confirmation === 'unconfirmed') return undefined;
  const [, ...further] = incident.measures;
  return further.length === 0
    ? undefined
    : further.map((measure) => sentence(incident, measure, voice)).join(voice.say('phrase.separator'));
};

/** Of what somebody does openly, an inquiry among it, nobody need confirm that it is so. */
const isDoneOpenly = ({ nuance, verb, sources }: Told): boolean =>
  (nuance === 'inquiry' || (verb !== undefined && verb !== 'settles-soon')) && !isHearsay(sources);

/** What a title tells in its own words has its own strength; of a vague one only that it is not done yet is sure. */
const stageOf = (incident: Told, voice: Voice): string | undefined => {
  const [measure] = incident.measures;
  const areAsked = isAsked(incident, measure);
  if (areAsked && isOrderedAfterAll(incident)) return undefined;
  const stage = areAsked ? 'asked' : measure.stage;
  if (incident.nuance === 'easing' && stage === 'eased') return undefined;
  const isEased = stage === 'eased';
  if (ownTitle(incident, voice) !== undefined && !isEased) return undefined;
  if (incident.nuance === 'proposed') return stage === 'proposed' ? voice.say('stage.proposed') : undefined;
  if (incident.nuance === 'discussed' || incident.nuance === 'possible') return undefined;
  if (stage === 'reported' && isDoneOpenly(incident)) return undefined;
  const isDone = stage === 'announced' || stage === 'in-force';
  return incident.isVague && isDone ? undefined : voice.say(`stage.${stage}`);
};

/** A network that forbids advertising blocks nobody. */
const whatOf = (incident: Told, voice: Voice): string | undefined => {
  const { isVague, measures } = incident;
  if (isVague) return undefined;
  const [{ kind }] = measures;
  const isAds = kind === 'social-block' && socialObject(incident) === 'ads';
  return voice.say(isAds ? 'social.ads' : `kind.${kind}`);
};

/** What was understood, one field each; what is not stated is left out. */
export const alertFields = (incident: Told, voice: Voice, zone: string): readonly Field[] => {
  const { authority, measures, isVague = false } = incident;
  const actor = actorOf(incident, measures[0], voice);
  const [{ kind, effectiveAt }] = measures;
  const [through] = measures.flatMap((measure) => throughOf(incident, measure, voice) ?? []);
  const scoped = scopePhrase(statedScope(incident, measures[0], voice), incident.sources, voice);
  const values: readonly (readonly [string, string | undefined])[] = [
    ['where', placePhrase(incident, voice)],
    ['exchanges', exchangesOf(incident, voice)],
    [
      'who',
      actor.via === 'self' || authority === undefined ? undefined : authorityPhrase(voice, authority)('nom'),
    ],
    ['what', whatOf(incident, voice)],
    ['stage', stageOf(incident, voice)],
    ['through', isVague || through === undefined ? undefined : throughPhrase(voice, through, kind)('nom')],
    ['scope', isVague || scoped === '' ? undefined : scoped],
    [
      'deadline',
      isVague || effectiveAt === undefined ? undefined : formatDate(effectiveAt, zone, voice.language),
    ],
    ['also', furtherMeasures(incident, voice)],
  ];
  return values.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ label: voice.say(`alert.${key}`), value: voice.isolate(voice.layOut(value)) }],
  );
};
