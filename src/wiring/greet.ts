import type { Button, Card, TextCard } from '../domain/card.ts';
import type { Words } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';

/** A place that we came to, as far as its greeting needs it. */
export interface Arrival {
  readonly place: 'group' | 'channel';
  /** Its name, of a channel also its handle. */
  readonly title: string;
  /** How the place is named in a command that is said elsewhere: `@anna_news`, `@-100123`. */
  readonly handle: string;
  readonly mayPost: boolean;
  /** BCP 47, of the person who brought us. */
  readonly language: string;
}

const card = (text: string, buttons: TextCard['buttons'] = []): Card => ({
  shape: 'text',
  paragraphs: [[text]],
  buttons,
});

/**
 * The one message with which we come: in a group what we do and who may set it up; about a channel the same to the person
 * who brought us, with the keyboard to set it up. Where we were before, that the wishes still stand.
 */
export const greet = (
  { place, title, handle, mayPost, language }: Arrival,
  before: Subscription | undefined,
  words: Words,
): Card => {
  const say = (key: string, params?: Record<string, string>): string =>
    words.say(language, `greeting.${key}`, params);
  const press = (key: string, verb: string, id: string): Button => ({
    label: say(key),
    verb,
    id: `${id} ${handle}`,
  });
  if (before !== undefined && before.filters.length > 0 && mayPost)
    return card(place === 'channel' ? `${title}: ${say('back')}` : say('back'));
  if (place === 'group') return card(say('group'));
  if (!mayPost) return card(say('channel-closed', { channel: title }));
  return card(say('channel', { channel: title }), [
    [press('everything', 'subscribe', 'all')],
    [press('exchanges', 'filters', 'pick a e 0'), press('countries', 'filters', 'pick a p 0')],
  ]);
};
