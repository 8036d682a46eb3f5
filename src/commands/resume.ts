import type { Incident } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { isMuted } from '../domain/is-muted.ts';
import type { Subscription } from '../domain/subscription.ts';
import { openly, textCard } from './answer.ts';
import type { Desk, Handler } from './desk.ts';
import { subscriptionOf } from './subscription-of.ts';

/** So long a pause's alerts are kept. */
const KEPT = 7 * DAY;
const MOST = 1000;
const SHOW = /^since (\d+)$/;

const missedSince = (
  since: Instant,
  subscription: Subscription,
  { board, matches, clock }: Desk,
): readonly Incident[] =>
  board
    .latest(MOST)
    .filter(
      (incident) =>
        incident.updatedAt >= Math.max(since, clock.now() - KEPT) &&
        !isMuted(subscription, incident) &&
        subscription.filters.some((filter) => matches(filter, incident)),
    );

/** Goes on, and offers what happened meanwhile; the button asks for it by `since <instant>`. */
export const resume: Handler = async (command, desk) => {
  const { missingRight: _, ...subscription } = await subscriptionOf(command, desk);
  const { words, clock } = desk;
  const { language } = command;
  const shown = SHOW.exec(command.words.trim());
  if (shown !== null) {
    const missed = missedSince(Number(shown[1]), subscription, desk);
    return openly(words.digest(missed, { language, zone: subscription.zone }));
  }
  if (subscription.state === 'active')
    return openly(textCard([words.say(language, 'commands.resume.not-paused')]));
  const since = subscription.stateSince;
  await desk.subscriptions.save({ ...subscription, state: 'active', stateSince: clock.now() });
  const count = missedSince(since, subscription, desk).length;
  return openly(
    textCard(
      [words.say(language, 'commands.resume.done'), words.say(language, 'commands.resume.missed', { count })],
      count > 0
        ? [[{ label: words.say(language, 'commands.resume.show'), verb: 'resume', id: `since ${since}` }]]
        : [],
    ),
  );
};
