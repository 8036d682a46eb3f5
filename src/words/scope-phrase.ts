import type { Scope } from '../domain/report.ts';
import type { Voice } from './voice.ts';

/** "the local firm, not the main site; new customers; withdrawals": what is touched, empty where not stated. */
export const scopePhrase = ({ entity, users, functions }: Scope, voice: Voice): string =>
  [
    ...(entity === undefined ? [] : [voice.say(`scope.${entity}`)]),
    ...(users === undefined ? [] : [voice.say(`scope.${users}`)]),
    ...(functions ?? []).map((touched) => voice.say(`function.${touched}`, { case: 'nom' })),
  ].join(voice.say('phrase.separator'));
