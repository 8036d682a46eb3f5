import type { StatedScope } from './stated-scope.ts';
import type { Voice } from './voice.ts';

/** Which of an exchange's firms it is: "the local firm", "the local firm, not the main site". */
export const entityPhrase = ({ entity, isAlone }: StatedScope, voice: Voice): string | undefined =>
  entity === undefined ? undefined : voice.say(`scope.${isAlone ? 'local-firm-alone' : entity}`);

/** What is touched, one thing each. */
const partsOf = ({ users, functions, ...entity }: StatedScope, voice: Voice): readonly string[] => [
  ...[entityPhrase(entity, voice)].filter((phrase) => phrase !== undefined),
  ...(users === undefined ? [] : [voice.say(`scope.${users}`)]),
  ...(functions ?? []).map((touched) => voice.say(`function.${touched}`, { case: 'nom' })),
];

/** "the local firm, not the main site; new customers; withdrawals": empty where not stated. */
export const scopePhrase = (scope: StatedScope, voice: Voice): string =>
  partsOf(scope, voice).join(voice.say('phrase.separator'));

/** "residents and trading", within a sentence. */
export const scopeInWords = (scope: StatedScope, voice: Voice): string => voice.list(partsOf(scope, voice));
