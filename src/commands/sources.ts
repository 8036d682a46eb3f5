import type { Feed } from '../domain/feed.ts';
import { heading, openly, textCard } from './answer.ts';
import { askedWish } from './asked-wish.ts';
import type { Desk, Handler } from './desk.ts';

/** So many lines can still be read in a chat. */
const MOST = 30;

const line = ({ publisher, kind }: Feed, language: string, { words }: Desk): string =>
  words.say(language, 'commands.sources.line', { publisher, kind });

const linesByPlace = (feeds: readonly Feed[], language: string, { words }: Desk): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { jurisdiction } of feeds)
    if (jurisdiction !== undefined) counts.set(jurisdiction, (counts.get(jurisdiction) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) =>
      words.say(language, 'commands.sources.by-place', { place: words.placeName(code, language), count }),
    );
};

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines)];

/** `sources [PLACE]`: what is watched, by place where it is much, and how much of it answers. */
export const sources: Handler = (command, desk) => {
  const { language } = command;
  const { jurisdictions } = askedWish(command.words, command, desk).filter;
  const watched = desk
    .feeds()
    .filter(
      ({ feed: { enabled, jurisdiction = '' } }) =>
        enabled && (jurisdictions.length === 0 || jurisdictions.includes(jurisdiction)),
    );
  const feeds = watched.map(({ feed }) => feed);
  const nowhere = feeds.filter(({ jurisdiction }) => jurisdiction === undefined);
  const lines =
    feeds.length <= MOST
      ? unique(feeds.map((feed) => line(feed, language, desk)))
      : [
          ...linesByPlace(feeds, language, desk),
          ...unique(nowhere.map((feed) => line(feed, language, desk))),
        ];
  const ok = watched.filter(({ state }) => state?.health === 'ok').length;
  return openly(
    textCard([
      heading(desk.words.say(language, 'commands.sources.heading', { count: feeds.length })),
      ...lines.slice(0, 2 * MOST),
      desk.words.say(language, 'commands.diagnose.feeds', { ok, total: feeds.length }),
    ]),
  );
};
