import type { Words } from '../domain/ports.ts';
import { CADENCES, type Subscription } from '../domain/subscription.ts';
import { inPlace, openly, textCard } from './answer.ts';
import { askedWish } from './asked-wish.ts';
import type { Desk, Handler } from './desk.ts';
import { parseTime } from './parse-hours.ts';
import { subscriptionOf } from './subscription-of.ts';

/** How often, in words. */
export const cadenceLine = (
  { cadence, digestAt, zone }: Pick<Subscription, 'cadence' | 'digestAt' | 'zone'>,
  words: Words,
  language: string,
): string => words.say(language, `commands.digest.${cadence}`, { time: digestAt, zone });

const show = (subscription: Subscription, language: string, { words }: Desk) =>
  textCard(
    [cadenceLine(subscription, words, language)],
    [
      CADENCES.filter((cadence) => cadence !== subscription.cadence).map((cadence) => ({
        label: words.say(language, `cadence.${cadence}`),
        verb: 'digest',
        id: cadence,
      })),
    ],
  );

const TIME = /(?<![\d:])\d{1,2}(?:[:.]\d{2}(?!\d)|\s*[ap]\.?m\b)(?:\s*[ap]\.?m\b)?/i;

/** `digest daily 08:30`, `digest off`; without words, what stands. */
export const digest: Handler = async (command, desk) => {
  const subscription = await subscriptionOf(command, desk);
  const asked = command.words.trim();
  if (asked === '') return openly(show(subscription, command.language, desk));
  const time = TIME.exec(asked)?.[0];
  const rest = time === undefined ? asked : asked.replace(time, ' ');
  const cadence = rest.trim().toLowerCase() === 'off' ? 'instant' : askedWish(rest, command, desk).cadence;
  const after: Subscription = {
    ...subscription,
    cadence: cadence ?? (time === undefined ? subscription.cadence : 'daily'),
    digestAt: time === undefined ? subscription.digestAt : parseTime(time),
  };
  await desk.subscriptions.save(after);
  return inPlace(show(after, command.language, desk));
};
