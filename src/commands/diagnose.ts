import type { Destination } from '../domain/destination.ts';
import type { Subscription } from '../domain/subscription.ts';
import { heading, privately, textCard } from './answer.ts';
import type { Desk, Handler } from './desk.ts';
import { cadenceLine } from './digest.ts';
import { localTime } from './local-time.ts';
import { rightName } from './right-name.ts';

const stateLine = ({ state, missingRight = '' }: Subscription, language: string, { words }: Desk): string =>
  words.say(language, `commands.diagnose.state-${state}`, {
    right: rightName(missingRight, words, language),
  });

/** Where the platform tells us: each right that alerts need, as its settings call it, and where it is given. */
const rightsLine = (
  destination: Destination,
  language: string,
  { words, missingRights }: Desk,
): string | undefined => {
  const missing = missingRights?.(destination);
  if (missing === undefined) return undefined;
  if (missing.length === 0) return words.say(language, 'commands.diagnose.rights-fine');
  const rights = missing.map((right) => `“${rightName(right, words, language)}”`).join(' · ');
  return words.say(language, 'commands.diagnose.rights-missing', { rights });
};

const quietLine = ({ quiet, zone }: Subscription, language: string, desk: Desk): string | undefined => {
  if (quiet === undefined) return undefined;
  const { from, to } = quiet;
  const time = localTime(desk.clock.now(), zone);
  const isQuiet = from <= to ? from <= time && time < to : time >= from || time < to;
  return isQuiet ? desk.words.say(language, 'commands.diagnose.quiet-now', { to }) : undefined;
};

const feedsLine = (language: string, desk: Desk): string => {
  const feeds = desk.feeds().filter(({ feed }) => feed.enabled);
  const ok = feeds.filter(({ state }) => state?.health === 'ok').length;
  return desk.words.say(language, 'commands.diagnose.feeds', { ok, total: feeds.length });
};

/** Why nothing arrives here: state, rights, filters, quiet hours, feeds, and when something was last sent. */
export const diagnose: Handler = async ({ destination, language }, desk) => {
  const { words } = desk;
  const subscription = await desk.subscriptions.get(destination);
  const title = heading(words.say(language, 'commands.diagnose.heading'));
  if (subscription === undefined)
    return privately(
      textCard([
        title,
        words.say(language, 'errors.no-subscription'),
        rightsLine(destination, language, desk),
        feedsLine(language, desk),
      ]),
    );
  const last = await desk.lastSent(destination);
  return privately(
    textCard([
      title,
      stateLine(subscription, language, desk),
      rightsLine(destination, language, desk),
      words.say(language, 'commands.diagnose.filters', { count: subscription.filters.length }),
      cadenceLine(subscription, words, language),
      quietLine(subscription, language, desk),
      words.say(language, 'commands.diagnose.last-sent', {
        time:
          last === undefined
            ? words.say(language, 'commands.diagnose.never')
            : words.time(last, { language, zone: subscription.zone }),
      }),
      feedsLine(language, desk),
    ]),
  );
};
