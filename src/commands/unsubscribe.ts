import { openly, textCard } from './answer.ts';
import type { Handler } from './desk.ts';
import { subscriptionOf } from './subscription-of.ts';

/** Deletes what the place wants, filters, mutes and settings. */
export const unsubscribe: Handler = async (command, desk) => {
  await subscriptionOf(command, desk);
  await desk.subscriptions.delete(command.destination);
  return openly(textCard([desk.words.say(command.language, 'commands.unsubscribe.done')]));
};
