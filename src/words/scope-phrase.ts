import type { Source } from '../domain/incident.ts';
import type { Scope } from '../domain/report.ts';
import { sparesMainSite } from './local-firm.ts';
import type { Voice } from './voice.ts';

/** What is said of a firm or site: that another is spared is said only where a source says it. */
export const entityPhrase = (
  { entity }: Scope,
  sources: readonly Source[],
  voice: Voice,
): readonly string[] => {
  if (entity === undefined) return [];
  const isAlone = entity === 'local-firm' && sparesMainSite(sources);
  return [voice.say(isAlone ? 'scope.local-firm-alone' : `scope.${entity}`)];
};

/** What is touched, one thing each. */
const partsOf = (scope: Scope, sources: readonly Source[], voice: Voice): readonly string[] => {
  const { users, functions } = scope;
  return [
    ...entityPhrase(scope, sources, voice),
    ...(users === undefined ? [] : [voice.say(`scope.${users}`)]),
    ...(functions ?? []).map((touched) => voice.say(`function.${touched}`, { case: 'nom' })),
  ];
};

/** "the local firm; new customers; withdrawals": empty where not stated. */
export const scopePhrase = (scope: Scope, sources: readonly Source[], voice: Voice): string =>
  partsOf(scope, sources, voice).join(voice.say('phrase.separator'));

/** "residents and trading", within a sentence. */
export const scopeInWords = (scope: Scope, sources: readonly Source[], voice: Voice): string =>
  voice.list(partsOf(scope, sources, voice));
