import type { Text, TextCard } from '../domain/card.ts';
import { heading, inPlace, privately, textCard } from './answer.ts';
import type { Desk, Handler } from './desk.ts';
import { headlineOf, shortId } from './incident-lines.ts';

const MOST_OBJECTIONS = 5;

const feedCounts = (desk: Desk): { readonly ok: number; readonly failing: number; readonly gone: number } => {
  const healths = desk
    .feeds()
    .filter(({ feed }) => feed.enabled)
    .map(({ state }) => state?.health);
  const count = (...wanted: readonly (string | undefined)[]): number =>
    healths.filter((health) => wanted.includes(health)).length;
  return { ok: count('ok'), failing: count('failing', 'blocked'), gone: count('gone') };
};

const objectionLines = (language: string, { words, defaults, objections, board }: Desk): readonly Text[] =>
  objections.most(MOST_OBJECTIONS).flatMap(({ incidentId, count }): Text[] => {
    const incident = board.find(incidentId);
    if (incident === undefined) return [];
    const headline = headlineOf(incident, words, { language, zone: defaults.zone });
    return [
      [
        words.say(language, 'commands.ops.irrelevant', { count, headline }),
        ' ',
        { text: shortId(incident), code: true },
      ],
    ];
  });

const overview = async (language: string, desk: Desk): Promise<TextCard> => {
  const { words, defaults } = desk;
  const stats = await desk.operators.stats();
  const say = (key: string, params?: Record<string, string | number>): string =>
    words.say(language, `commands.ops.${key}`, params);
  return textCard(
    [
      heading(say('heading')),
      say('feeds', feedCounts(desk)),
      say('outbox', { waiting: stats.waiting, parked: stats.parked }),
      say('incidents', { count: stats.incidents }),
      say('subscriptions', { count: stats.subscriptions }),
      ...objectionLines(language, desk),
      say('uptime', { since: words.time(stats.startedAt, { language, zone: defaults.zone }) }),
      stats.held > 0 ? say('brake', { count: stats.held, why: stats.heldWhy }) : undefined,
    ],
    stats.held > 0
      ? [
          [
            { label: say('send'), verb: 'ops', id: 'send' },
            { label: say('drop'), verb: 'ops', id: 'drop' },
          ],
        ]
      : [],
  );
};

/** `ops`, `ops send`, `ops drop`: how the bot is doing, and the operators' word on what the brake holds. */
export const ops: Handler = async ({ words: asked, language }, desk) => {
  const word = asked.trim().toLowerCase();
  if (word !== 'send' && word !== 'drop') return privately(await overview(language, desk));
  await desk.operators.releaseBrake(word);
  return inPlace(
    textCard([desk.words.say(language, `commands.ops.${word === 'send' ? 'sent' : 'dropped'}`)]),
  );
};
