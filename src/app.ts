import type { Settings } from './config/settings.ts';
import { createDelivery } from './delivery/deliver.ts';
import { createDispatch } from './delivery/dispatch.ts';
import { readFacts } from './delivery/facts.ts';
import { createMatchIndex } from './delivery/match-index.ts';
import { createPlaces } from './delivery/places.ts';
import { createRevival } from './delivery/revival.ts';
import { createSubscriptionBook } from './delivery/subscription-book.ts';
import type { Platform } from './domain/destination.ts';
import { SECOND } from './domain/instant.ts';
import { createLane } from './domain/lane.ts';
import type { Clock, Logger } from './domain/ports.ts';
import { createEnrich } from './feeds/enrich.ts';
import { createFeedBook } from './feeds/feed-book.ts';
import { createFetchFeed } from './feeds/fetch.ts';
import { createFetchPage } from './feeds/fetch-page.ts';
import { createPoller } from './feeds/poller.ts';
import { createBoard } from './incidents/board.ts';
import { createPipeline } from './pipeline.ts';
import { startSchedule } from './schedule.ts';
import type { Steps } from './steps.ts';
import { openStore } from './storage/open.ts';
import { wireCommands } from './wiring/commands.ts';
import { loadIncidents } from './wiring/load.ts';
import { paceOf } from './wiring/pace.ts';
import { openPlatforms, type TerminalStreams } from './wiring/platforms.ts';
import { createWatch } from './wiring/watch.ts';

export interface AppOptions {
  readonly settings: Settings;
  readonly steps: Steps;
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
  /** Ends the ticks, lets what is under way be saved, and closes the store. */
  stop(): Promise<void>;
  /** As if the last person had left. */
  end(): Promise<void>;
}

const VERSION = '0.1.0';
const LEASE_WAIT = 10 * SECOND;
/** Polls under way may finish so long; their feeds are polled again at the next start otherwise. */
const LAST_POLLS = 3 * SECOND;

const atMost = (promise: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

/** Puts the house together, in the order in which its parts need each other. Nothing runs before `start`. */
export const createApp = (options: AppOptions): App => {
  const { settings, steps, clock, logger } = options;
  const { catalogue, words } = steps;
  let stop: (() => Promise<void>) | undefined;

  const start = async (): Promise<void> => {
    const store = await openStore(settings.storeUrl, {
      clock,
      logger,
      onLeaseLost: (error) => {
        logger.error('lease.lost', { error });
        options.onEnd(69);
      },
    });
    await store.lease.acquire(LEASE_WAIT);

    const places = createPlaces(catalogue.jurisdictions);
    const facts = (incident: Parameters<typeof readFacts>[0]) => readFacts(incident, places);
    const index = createMatchIndex(places);
    const subscriptions = createSubscriptionBook(store.subscriptions, index);
    const feedBook = createFeedBook(store.feedStates, clock, Math.random);
    const correlator = steps.createCorrelator();
    const board = createBoard();
    const keepers = [correlator, board];

    const watch = createWatch({ logger });
    const commands = wireCommands({
      options,
      store,
      subscriptions,
      board,
      correlator,
      feedBook,
      watch,
      facts,
    });
    const platforms = await openPlatforms({
      ...commands,
      settings,
      words,
      clock,
      logger,
      ...(options.terminal !== undefined && {
        terminal: { ...options.terminal, onEnd: () => options.terminal?.isTTY === true && options.onEnd(0) },
      }),
      onUnauthorised: (platform, why) => {
        logger.error('platform.unauthorised', { platform, why });
        refused.add(platform);
        if ([...platforms.keys()].every((one) => refused.has(one))) options.onEnd(78);
      },
    });
    const refused = new Set<Platform>();

    const desk = createDelivery({
      outbox: store.outbox,
      sentMessages: store.sentMessages,
      subscriptions,
      incident: (id) => board.get(id),
      readFacts: facts,
      messengers: new Map([...platforms].map(([platform, { messenger }]) => [platform, messenger])),
      pace: paceOf,
      words,
      clock,
      logger,
    });
    const dispatch = createDispatch({
      outbox: store.outbox,
      sentMessages: store.sentMessages,
      index,
      clock,
      onBrake: (incident) => logger.warn('brake.engaged', { incident: incident.id }),
    });
    const revival = createRevival({
      subscriptions,
      incidents: store.incidents,
      sentMessages: store.sentMessages,
      readFacts: facts,
      desk,
      clock,
    });
    commands.open({ desk, dispatch, revival, platforms });

    const userAgent = `Curbwatch/${VERSION} (+${settings.contact})`;
    const access = { clock, userAgent, allowPrivate: settings.allowPrivateFeeds };
    const pipeline = createPipeline({
      store,
      feedStates: feedBook,
      fetchFeed: createFetchFeed({ ...access, logger }),
      enrich: createEnrich({ fetchPage: createFetchPage(access), logger }),
      classify: steps.classify,
      correlator: { ...correlator, put: (incident) => keepers.forEach((keeper) => keeper.put(incident)) },
      dispatch,
      desk,
      lane: createLane(),
      clock,
      random: Math.random,
      maxEntryAge: settings.maxEntryAge,
      onStep: watch.note,
    });
    const poller = createPoller({
      feeds: () => catalogue.feeds,
      stateOf: feedBook.get,
      poll: pipeline.poll,
      clock,
      logger,
    });

    await feedBook.load();
    await subscriptions.load();
    await loadIncidents(store, keepers);
    if (options.subscribeTerminal === true) await commands.subscribeTerminal();
    for (const bot of platforms.values()) await bot.start();
    await desk.start();
    const schedule = startSchedule(
      [
        { name: 'poll', cron: settings.pollCron, run: poller.tick },
        { name: 'deliver', cron: '* * * * * *', run: desk.tick },
        { name: 'keep-house', cron: '0 17 * * * *', run: revival.tryAgain },
      ],
      logger,
    );
    poller.tick();
    logger.info('started', { platforms: [...platforms.keys()], feeds: catalogue.feeds.length });

    stop = async () => {
      await schedule.stop();
      await atMost(poller.idle(), LAST_POLLS);
      await desk.stop();
      for (const bot of platforms.values()) await bot.stop();
      await store.close();
      logger.info('stopped');
    };
  };

  return {
    start,
    stop: async () => stop?.(),
    end: async () => options.onEnd(0),
  };
};
