import type { Scope } from '../domain/report.ts';
import type { Voice } from './voice.ts';

/** What is touched, one thing each. */
const partsOf = ({ entity, users, functions }: Scope, voice: Voice): readonly string[] => [
  ...(entity === undefined ? [] : [voice.say(`scope.${entity}`)]),
  ...(users === undefined ? [] : [voice.say(`scope.${users}`)]),
  ...(functions ?? []).map((touched) => voice.say(`function.${touched}`, { case: 'nom' })),
];

/** "the local firm, not the main site; new customers; withdrawals": empty where not stated. */
export const scopePhrase = (scope: Scope, voice: Voice): string =>
  partsOf(scope, voice).join(voice.say('phrase.separator'));

/** "residents and trading", within a sentence. */
export const scopeInWords = (scope: Scope, voice: Voice): string => voice.list(partsOf(scope, voice));
