import type { Settings } from '../config/settings.ts';
import type { Platform } from '../domain/destination.ts';
import type { Feed } from '../domain/feed.ts';
import { SECOND } from '../domain/instant.ts';
import type { Clock, Logger, Subscriptions } from '../domain/ports.ts';
import { type Job, startSchedule } from '../schedule.ts';
import type { Steps } from '../steps.ts';
import { createLiveSteps, type LiveSteps } from './live-steps.ts';
import type { PlatformBot, TerminalStreams } from './platforms.ts';
import { subscribeTerminal } from './subscribe-terminal.ts';
import type { Beginning, OpenTies, Ties } from './ties.ts';

export interface AppOptions {
  readonly settings: Settings;
  readonly steps: Steps;
  /** Reads `config/` again for `/reload`. */
  readonly readSteps: () => Steps;
  readonly clock: Clock;
  readonly logger: Logger;
  /** A chat in the terminal, where no other platform has a token. */
  readonly terminal?: Omit<TerminalStreams, 'onEnd'>;
  /** Subscribe the terminal to everything at start. */
  readonly subscribeTerminal?: boolean;
  /** The app has nothing left to do, or must not go on: end the process with this exit code. */
  readonly onEnd: (code: number) => void;
}

export interface App {
  start(): Promise<void>;
  /** Ends the ticks, lets what is under way be saved, and closes the store. Right at any time, also while starting. */
  stop(): Promise<void>;
}

/** What the house is built from. */
export interface HouseParts extends Omit<AppOptions, 'steps'> {
  readonly live: LiveSteps;
}

/** What of the house is started, driven by the clock, and stopped. */
export interface House {
  readonly feedBook: { load(feeds: readonly Feed[]): Promise<void> };
  readonly subscriptions: Pick<Subscriptions, 'save'> & { load(): Promise<unknown> };
  readonly objections: { load(): Promise<void> };
  readonly incidents: { load(): Promise<void>; size(): number };
  readonly platforms: ReadonlyMap<Platform, PlatformBot>;
  readonly desk: {
    start(): Promise<void>;
    tick(): Promise<void>;
    stop(): Promise<void>;
    stats(): { readonly held: number };
  };
  readonly dispatch: { resumeBrake(): void };
  readonly revival: { tryAgain(): Promise<void> };
  readonly reminders: { tick(): Promise<void> };
  readonly poller: { tick(): void; idle(): Promise<void> };
  readonly notifyOperators: { tell(): Promise<void> };
  readonly canary: { readonly jobs: readonly Job[]; idle(): Promise<void> };
  readonly askAboutBrake: { engaged(): void; ask(): Promise<void> };
  readonly observe: { readonly jobs: readonly Job[]; start(): Promise<void>; stop(): Promise<void> };
  /** The house stands: what came in meanwhile may be worked. */
  open(): void;
}

/** Polls under way may finish so long; otherwise their feeds are polled again at the next start. */
const LAST_POLLS = 3 * SECOND;
const LAST_NOTICES = SECOND;
/** The process has 10 s to end in; the platforms' last answers have what the deliveries leave of these. */
const LONGEST_STOP = 8 * SECOND;

const atMost = (promise: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

const jobsOf = (
  { poller, desk, notifyOperators, askAboutBrake, revival, reminders, canary, observe }: House,
  pollCron: string,
  ties: Ties,
): readonly Job[] => {
  const only = (part: 'poll' | 'decide', jobs: readonly Job[]): readonly Job[] =>
    jobs.map((job) => ({ ...job, run: () => (ties.holds(part) ? job.run() : undefined) }));
  return [
    ...only('poll', [{ name: 'poll', cron: pollCron, run: poller.tick }]),
    { name: 'deliver', cron: '* * * * * *', run: desk.tick },
    { name: 'tell-operators', cron: '*/20 * * * * *', run: notifyOperators.tell },
    ...only('decide', [
      { name: 'ask-about-brake', cron: '*/5 * * * * *', run: askAboutBrake.ask },
      { name: 'remind', cron: '30 * * * * *', run: reminders.tick },
      { name: 'keep-house', cron: '0 17 * * * *', run: revival.tryAgain },
      ...canary.jobs,
    ]),
    ...observe.jobs,
    ...ties.jobs,
  ];
};

/** Start and stop of the house that `compose` builds; nothing runs before `start`. */
export const createLife = (
  { steps, ...options }: AppOptions,
  compose: (parts: HouseParts, ties: Ties) => Promise<House>,
  openTies: OpenTies,
): App => {
  const { settings, clock, logger } = options;
  const live = createLiveSteps(steps);
  let isStopping = false;
  let stop = async (): Promise<void> => logger.debug('stop.before-start');

  const openHouse = async (): Promise<{ house: House; ties: Ties } | undefined> => {
    const onLeaseLost = (error: Error): void => {
      logger.error('lease.lost', { error });
      options.onEnd(69);
    };
    const ties = await openTies(settings, { clock, logger, onLeaseLost });
    stop = () => ties.close();
    if (isStopping) {
      await stop();
      return undefined;
    }
    return { house: await compose({ ...options, live }, ties), ties };
  };

  const load = async (
    { feedBook, subscriptions, objections, incidents }: House,
    ties: Ties,
  ): Promise<void> => {
    await feedBook.load(live.now().catalogue.feeds);
    await objections.load();
    // Who only polls or delivers asks the store for the few that it needs.
    if ((['decide', 'telegram', 'discord'] as const).some(ties.plays)) {
      await subscriptions.load();
      await incidents.load();
    }
    if (options.subscribeTerminal === true) await subscribeTerminal(subscriptions, clock);
  };

  const decideBegins = ({ incidents, desk, dispatch, askAboutBrake }: House): Beginning => ({
    catchUp: incidents.load,
    start() {
      if (desk.stats().held === 0) return;
      dispatch.resumeBrake();
      askAboutBrake.engaged();
    },
  });

  const start = async (): Promise<void> => {
    const opened = await openHouse();
    if (opened === undefined) return;
    const { house, ties } = opened;
    const { platforms, desk, poller, notifyOperators, observe } = house;
    const hangUp = (): Promise<unknown> => Promise.all([...platforms.values()].map((bot) => bot.stop()));
    stop = async () => {
      await atMost(hangUp(), LONGEST_STOP);
      await observe.stop();
      await ties.close();
    };
    await load(house, ties);
    await observe.start();
    for (const [platform, bot] of platforms) if (!isStopping) await ties.begin(platform, bot);
    if (isStopping) return;
    await desk.start();
    house.open();
    await ties.begin('decide', decideBegins(house));
    if (isStopping) return;
    const schedule = startSchedule(jobsOf(house, settings.pollCron, ties), logger);
    await ties.begin('poll', {
      catchUp: () => house.feedBook.load(live.now().catalogue.feeds),
      start: poller.tick,
    });
    logger.info('started', { platforms: [...platforms.keys()], incidents: house.incidents.size() });

    stop = async () => {
      const end = clock.monotonic() + LONGEST_STOP;
      await schedule.stop();
      await Promise.all([
        atMost(poller.idle(), LAST_POLLS),
        atMost(ties.pause(), LAST_POLLS),
        desk.stop(),
        atMost(notifyOperators.tell(), LAST_NOTICES),
      ]);
      await atMost(hangUp(), end - clock.monotonic());
      await observe.stop();
      await ties.close();
      logger.info('stopped');
    };
  };

  return {
    start,
    stop: () => {
      isStopping = true;
      return stop();
    },
  };
};
