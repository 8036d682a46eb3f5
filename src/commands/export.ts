import type { Text } from '../domain/card.ts';
import type { Subscription } from '../domain/subscription.ts';
import { privately, textCard } from './answer.ts';
import { toDeepLink } from './deep-link.ts';
import type { Desk, Handler } from './desk.ts';
import { subscriptionOf } from './subscription-of.ts';

/** The lines that, said in a new place, make it the same. */
export const recreatingLines = (
  { filters, cadence, digestAt, quiet, zone, language, mention }: Subscription,
  { filterWords }: Desk,
): readonly string[] => [
  ...filters.map(
    (filter) =>
      `/subscribe ${filterWords(filter, 'en')}${mention === undefined ? '' : ` mention <@&${mention.role}>`}`,
  ),
  `/digest ${cadence} ${digestAt}`,
  quiet === undefined ? `/quiet off ${zone}` : `/quiet ${quiet.from}-${quiet.to} ${quiet.criticals} ${zone}`,
  `/language ${language}`,
];

const linkLine = (payload: string, subscription: Subscription, { linkTo }: Desk): Text => {
  const href = linkTo?.(subscription.destination, payload);
  return [href === undefined ? { text: `/start ${payload}`, code: true } : { text: href, href }];
};

/** Everything that we keep of what this place wants, as lines to say again and as links to share. */
export const exportSettings: Handler = async (command, desk) => {
  const subscription = await subscriptionOf(command, desk);
  const links = subscription.filters.flatMap(
    (filter) => toDeepLink({ filter, cadence: subscription.cadence }) ?? [],
  );
  return privately(
    textCard([
      desk.words.say(command.language, 'commands.export.done'),
      ...recreatingLines(subscription, desk).map((line): Text => [{ text: line, code: true }]),
      ...links.map((payload) => linkLine(payload, subscription, desk)),
    ]),
  );
};
