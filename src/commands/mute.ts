import { isMuted } from '../domain/is-muted.ts';
import { openly, textCard } from './answer.ts';
import { askedIncident } from './asked-wish.ts';
import type { Handler } from './desk.ts';
import { headlineOf } from './incident-lines.ts';
import { subscriptionOf } from './subscription-of.ts';

/** So many mutes are remembered, the newest. */
const MOST = 200;

/** `mute ID`, `mute off ID`. Muting twice is muting once. */
export const mute: Handler = async (command, desk) => {
  const [, off, id = ''] = /^(off\s+)?(.*)$/is.exec(command.words.trim()) ?? [];
  const incident = askedIncident(id, command, desk);
  const subscription = await subscriptionOf(command, desk);
  const { words } = desk;
  const { language } = command;
  const headline = headlineOf(incident, words, { language, zone: subscription.zone });
  const others = subscription.muted.filter((each) => !isMuted({ muted: [each] }, incident));
  const muted = off === undefined ? [...others, incident.id].slice(-MOST) : others;
  await desk.subscriptions.save({ ...subscription, muted });
  if (off !== undefined) return openly(textCard([words.say(language, 'commands.mute.undone', { headline })]));
  return openly(
    textCard(
      [words.say(language, 'commands.mute.done', { headline })],
      [[{ label: words.say(language, 'commands.mute.undo'), verb: 'mute', id: `off ${incident.id}` }]],
    ),
  );
};
