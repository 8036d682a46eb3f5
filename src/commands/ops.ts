import type { Text, TextCard } from '../domain/card.ts';
import { heading, inPlace, privately, textCard } from './answer.ts';
import type { Desk, Handler } from './desk.ts';
import { headlineOf, shortId } from './incident-lines.ts';
import type { OperatorStats } from './rooms.ts';

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

const MOST_FEEDS = 5;

/** The feeds that need a hand, longest first. */
const failingLines = (desk: Desk): readonly Text[] =>
  desk
    .feeds()
    .flatMap(({ feed, state }) =>
      feed.enabled && state !== undefined && state.health !== 'ok' && state.failures > 0
        ? [{ feed, state }]
        : [],
    )
    .toSorted((a, b) => b.state.failures - a.state.failures)
    .slice(0, MOST_FEEDS)
    .map(({ feed, state: { health, failures, lastFailure = '' } }) => [
      `${feed.id}: ${health}, ${failures} × ${lastFailure}`,
    ]);

const healthLines = (
  stats: OperatorStats,
  language: string,
  { words, defaults }: Desk,
): readonly string[] => {
  const say = (key: string, params: Record<string, string>): string =>
    words.say(language, `commands.ops.${key}`, params);
  const time = (at: number): string => words.time(at, { language, zone: defaults.zone });
  const { platforms, oldestAt, canary } = stats;
  return [
    ...Object.entries(platforms).map(([platform, state]) => say('platform', { platform, state })),
    ...(oldestAt === undefined ? [] : [say('oldest', { since: time(oldestAt) })]),
    ...(canary === undefined
      ? []
      : [say('canary', { since: time(canary.lastSuccessAt), state: canary.ok ? 'ok' : 'silent' })]),
  ];
};

const overview = async (language: string, desk: Desk): Promise<TextCard> => {
  const { words, defaults } = desk;
  const stats = await desk.operators.stats();
  const say = (key: string, params?: Record<string, string | number>): string =>
    words.say(language, `commands.ops.${key}`, params);
  return textCard(
    [
      heading(say('heading')),
      ...healthLines(stats, language, desk),
      say('feeds', feedCounts(desk)),
      ...failingLines(desk),
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
