import type { Feed, FeedState } from '../domain/feed.ts';
import type { Instant } from '../domain/instant.ts';
import { heading, openly, textCard } from './answer.ts';
import { askedWish } from './asked-wish.ts';
import type { Desk, Handler } from './desk.ts';

/** So many lines can still be read in a chat. */
const MOST = 30;
const MOST_AILING = 12;

/** A feed as it is watched now. */
interface Watched {
  readonly feed: Feed;
  readonly state?: FeedState;
}

/** What ails a feed, gravest first. */
const AILMENTS = ['gone', 'blocked', 'failing', 'silent', 'dates'] as const;
type Ailment = (typeof AILMENTS)[number];

const ailmentOf = ({ state }: Watched): Ailment | undefined => {
  const health = AILMENTS.find((ailment) => ailment === state?.health);
  if (health !== undefined) return health;
  if (state?.alarms?.includes('silent') === true) return 'silent';
  return state?.alarms?.includes('dates-off') === true ? 'dates' : undefined;
};

const timeOf = (at: Instant | undefined, language: string, { words, defaults }: Desk): string =>
  at === undefined
    ? words.say(language, 'commands.sources.never')
    : words.time(at, { language, zone: defaults.zone });

/** When it last answered, and last brought something. */
const timesOf = ({ state }: Watched, language: string, desk: Desk) => ({
  answered: timeOf(state?.lastSuccessAt, language, desk),
  entry: timeOf(state?.lastEntryAt, language, desk),
});

const wellLine = (watched: Watched, language: string, desk: Desk): string => {
  const { publisher, kind } = watched.feed;
  return watched.state?.lastSuccessAt === undefined
    ? desk.words.say(language, 'commands.sources.line', { publisher, kind })
    : desk.words.say(language, 'commands.sources.well', {
        publisher,
        kind,
        ...timesOf(watched, language, desk),
      });
};

const ailingLines = (
  feeds: readonly Watched[],
  language: string,
  desk: Desk,
): readonly (string | undefined)[] => {
  const ailing = feeds
    .flatMap((watched) => {
      const health = ailmentOf(watched);
      return health === undefined ? [] : [{ watched, health, failures: watched.state?.failures ?? 0 }];
    })
    .sort((a, b) => AILMENTS.indexOf(a.health) - AILMENTS.indexOf(b.health) || b.failures - a.failures);
  const left = ailing.length - MOST_AILING;
  return [
    ...ailing.slice(0, MOST_AILING).map(({ watched, health, failures }) =>
      desk.words.say(language, 'commands.sources.ailing', {
        publisher: watched.feed.publisher,
        health,
        failures,
        ...timesOf(watched, language, desk),
      }),
    ),
    left > 0 ? desk.words.say(language, 'commands.sources.more-ailing', { count: left }) : undefined,
  ];
};

const linesByPlace = (feeds: readonly Watched[], language: string, { words }: Desk): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { feed } of feeds)
    if (feed.jurisdiction !== undefined)
      counts.set(feed.jurisdiction, (counts.get(feed.jurisdiction) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) =>
      words.say(language, 'commands.sources.by-place', { place: words.placeName(code, language), count }),
    );
};

/** One line each where they are few; else a line for each place, and the names of those that have none. */
const wellLines = (feeds: readonly Watched[], language: string, desk: Desk): readonly string[] => {
  if (feeds.length <= MOST) return feeds.map((watched) => wellLine(watched, language, desk));
  const names = feeds
    .filter(({ feed }) => feed.jurisdiction === undefined)
    .map(({ feed: { publisher, kind } }) =>
      desk.words.say(language, 'commands.sources.line', { publisher, kind }),
    );
  return [...linesByPlace(feeds, language, desk), ...new Set(names)];
};

/** `sources [PLACE]`: what is watched, what ails first, by place where it is much, and how much of it answers. */
export const sources: Handler = (command, desk) => {
  const { language } = command;
  const { jurisdictions } = askedWish(command.words, command, desk).filter;
  const watched = desk
    .feeds()
    .filter(
      ({ feed: { enabled, jurisdiction = '' } }) =>
        enabled && (jurisdictions.length === 0 || jurisdictions.includes(jurisdiction)),
    );
  const well = watched.filter((each) => ailmentOf(each) === undefined);
  const ok = watched.filter(({ state }) => state?.health === 'ok').length;
  return openly(
    textCard([
      heading(desk.words.say(language, 'commands.sources.heading', { count: watched.length })),
      ...ailingLines(watched, language, desk),
      ...wellLines(well, language, desk).slice(0, 2 * MOST),
      desk.words.say(language, 'commands.diagnose.feeds', { ok, total: watched.length }),
    ]),
  );
};
