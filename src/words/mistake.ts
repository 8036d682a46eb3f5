import type { TextCard } from '../domain/card.ts';
import type { UserError } from '../domain/errors.ts';
import type { Voice } from './voice.ts';

const PREFIX = 'errors.';

/** Messages ask for `{suggestion, select, none {…} other {…}}`: no near word is "none". */
const withSuggestion = (params: UserError['params']): UserError['params'] => ({
  ...params,
  suggestion: params.suggestion || 'none',
});

/**
 * What a person did wrong: what was understood (where `params.understood` tells), what was not, and the nearest right
 * thing. `error.key` is a key below `errors`, with or without that prefix; throws for an unknown one.
 */
export const mistake = ({ key, params }: UserError, voice: Voice): TextCard => {
  const wrong = voice.say(key.startsWith(PREFIX) ? key : PREFIX + key, withSuggestion(params));
  const right = params.understood ? [[voice.say('errors.understood', params)]] : [];
  return { shape: 'text', paragraphs: [...right, [wrong]], buttons: [] };
};
