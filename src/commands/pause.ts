import { openly, textCard } from './answer.ts';
import type { Handler } from './desk.ts';
import { subscriptionOf } from './subscription-of.ts';

/** Nothing is sent until `resume`. A second pause does not begin it anew. */
export const pause: Handler = async (command, desk) => {
  const subscription = await subscriptionOf(command, desk);
  if (subscription.state !== 'paused')
    await desk.subscriptions.save({ ...subscription, state: 'paused', stateSince: desk.clock.now() });
  return openly(textCard([desk.words.say(command.language, 'commands.pause.done')]));
};
