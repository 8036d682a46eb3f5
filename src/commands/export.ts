import type { Text } from '../domain/card.ts';
import type { Subscription } from '../domain/subscription.ts';
import { privately, textCard } from './answer.ts';
import { toDeepLink } from './deep-link.ts';
import type { Desk, Handler } from './desk.ts';
import { subscriptionOf } from './subscription-of.ts';

/** Lines of one message: more than fit would be cut off. */
const LINES = 25;

/** The lines that, said in a new place, make it the same. */
const recreatingLines = (
  { filters, cadence, digestAt, quiet, zone, language, mention, muted, state }: Subscription,
  { filterWords, board }: Pick<Desk, 'filterWords' | 'board'>,
): readonly string[] => [
  ...filters.map(
    (filter) =>
      `/subscribe ${filterWords(filter, 'en')}${mention === undefined ? '' : ` mention <@&${mention.role}>`}`,
  ),
  `/digest ${cadence} ${digestAt}`,
  quiet === undefined ? `/quiet off ${zone}` : `/quiet ${quiet.from}-${quiet.to} ${quiet.criticals} ${zone}`,
  `/language ${language}`,
  ...muted.filter((id) => board.find(id) !== undefined).map((id) => `/mute ${id}`),
  ...(state === 'paused' ? ['/pause'] : []),
];

/** Where the platform has no links, the command that a link would say. */
const linkLines = (payload: string, subscription: Subscription, language: string, desk: Desk): Text[] => {
  const links = desk.linksTo?.(subscription.destination.platform, payload);
  if (links === undefined) return [[{ text: `/start ${payload}`, code: true }]];
  return [
    [`${desk.words.say(language, 'commands.export.person')} `, { text: links.person, href: links.person }],
    [`${desk.words.say(language, 'commands.export.group')} `, { text: links.group, href: links.group }],
  ];
};

/** Everything that we keep of what this place wants, as lines to say again and as links to share. */
export const exportSettings: Handler = async (command, desk) => {
  const subscription = await subscriptionOf(command, desk);
  const { language } = command;
  const links = subscription.filters.flatMap(
    (filter) => toDeepLink({ filter, cadence: subscription.cadence }) ?? [],
  );
  const lines: readonly (string | Text)[] = [
    desk.words.say(language, 'commands.export.done'),
    ...recreatingLines(subscription, desk).map((line): Text => [{ text: line, code: true }]),
    ...links.flatMap((payload) => linkLines(payload, subscription, language, desk)),
  ];
  const messages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, at) =>
    textCard(lines.slice(at * LINES, (at + 1) * LINES)),
  );
  return privately(...messages);
};
