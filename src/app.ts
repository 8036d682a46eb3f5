import { createAutocomplete } from './commands/autocomplete.ts';
import { COMMANDS, createCommands } from './commands/index.ts';
import type { Settings } from './config/settings.ts';
import { createDelivery } from './delivery/deliver.ts';
import { createDispatch } from './delivery/dispatch.ts';
import { createMatchIndex } from './delivery/match-index.ts';
import { createPlaces } from './delivery/places.ts';
import { createRevival } from './delivery/revival.ts';
import { createSubscriptionBook } from './delivery/subscription-book.ts';
import { COMMAND_NAMES } from './domain/command.ts';
import type { Platform } from './domain/destination.ts';
import { SECOND } from './domain/instant.ts';
import { createLane } from './domain/lane.ts';
import type { Clock, Logger, Store } from './domain/ports.ts';
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
import { createIncidentBook } from './wiring/incident-book.ts';
import { createLastSent } from './wiring/last-sent.ts';
import { discordTable, telegramMenu } from './wiring/menus.ts';
import { createOperators } from './wiring/operators.ts';
import { paceOf } from './wiring/pace.ts';
import { openPlatforms, type TerminalStreams } from './wiring/platforms.ts';
import { createPresence } from './wiring/presence.ts';
import { openRooms } from './wiring/rooms.ts';
import { subscribeTerminal } from './wiring/subscribe-terminal.ts';
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
}

const VERSION = '0.1.0';
const LEASE_WAIT = 10 * SECOND;
/** Polls under way may finish so long; otherwise their feeds are polled again at the next start. */
const LAST_POLLS = 3 * SECOND;
/** The process has 10 s to end in; the platforms' last answers have what the deliveries leave of these. */
const LONGEST_STOP = 8 * SECOND;

const atMost = (promise: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

/** Puts the house together, in the order in which its parts need each other. */
const compose = async (options: AppOptions, store: Store) => {
  const { settings, steps, clock, logger, onEnd } = options;
  const { catalogue, words } = steps;
  const lane = createLane();

  // What is kept in memory, exact with the store.
  const places = createPlaces(catalogue.jurisdictions);
  const index = createMatchIndex(places);
  const subscriptions = createSubscriptionBook(store.subscriptions, index);
  const feedBook = createFeedBook(store.feedStates, clock, Math.random);
  const correlator = steps.createCorrelator();
  const blocs = new Map(catalogue.jurisdictions.map((place) => [place.code, place.blocs]));
  const board = createBoard([], (code) => blocs.get(code) ?? []);
  const incidents = createIncidentBook(store.incidents, [correlator, board]);
  const watch = createWatch({ logger });
  const lastSent = createLastSent();

  // Platforms are opened before the desk that sends through them; commands reach the desk once it stands.
  // None is answered before the desk has taken up what is owed: it would take up what they add twice.
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const late: { answer?: ReturnType<typeof createCommands>; restore?: (typeof revival)['restore'] } = {};
  const rooms = openRooms({
    ...{ steps, store, subscriptions, board, feedBook, watch, lastSent, clock, logger },
    facts: index.readFacts,
  });
  const listed = COMMAND_NAMES.map((name) => ({ name, who: COMMANDS[name].who }));
  const presence = createPresence({
    ...{ subscriptions, sentMessages: store.sentMessages, words, clock },
    restore: async (destination) => {
      await opened;
      await late.restore?.(destination);
    },
  });
  const complete = createAutocomplete(catalogue, rooms.board, words);
  const refused = new Set<Platform>();
  const platforms = await openPlatforms({
    ...{ settings, words, clock, logger, ...presence },
    menu: telegramMenu(listed, words),
    commandTable: discordTable(listed, words),
    complete,
    onCommand: async (command) => {
      await opened;
      if (late.answer === undefined) throw new Error('a command came before the house stood');
      return late.answer(command);
    },
    onUnauthorised: (platform, why) => {
      logger.error('platform.unauthorised', { platform, why });
      refused.add(platform);
      if ([...platforms.keys()].every((one) => refused.has(one))) onEnd(78);
    },
    ...(options.terminal !== undefined && {
      terminal: { ...options.terminal, onEnd: () => options.terminal?.isTTY === true && onEnd(0) },
    }),
  });

  const desk = createDelivery({
    ...{ outbox: store.outbox, sentMessages: store.sentMessages, subscriptions, words, clock, logger },
    incident: incidents.get,
    readFacts: index.readFacts,
    messengers: new Map([...platforms].map(([platform, { messenger }]) => [platform, messenger])),
    pace: paceOf,
    onEvent: ({ what, destination }) => {
      if (what === 'sent' || what === 'digest') lastSent.note(destination, clock.now());
    },
  });
  const dispatch = createDispatch({
    ...{ outbox: store.outbox, sentMessages: store.sentMessages, index, clock },
    onBrake: ({ id }) => logger.warn('brake.engaged', { incident: id, cure: 'say /ops send or /ops drop' }),
  });
  const revival = createRevival({
    ...{ subscriptions, incidents: store.incidents, sentMessages: store.sentMessages, desk, clock },
    readFacts: index.readFacts,
  });

  const access = {
    clock,
    userAgent: `Curbwatch/${VERSION} (+${settings.contact})`,
    allowPrivate: settings.allowPrivateFeeds,
  };
  const pipeline = createPipeline({
    ...{ store, correlator, incidents, dispatch, desk, lane, clock },
    feedStates: feedBook,
    fetchFeed: createFetchFeed({ ...access, logger }),
    enrich: createEnrich({ fetchPage: createFetchPage(access), logger }),
    classify: steps.classify,
    random: Math.random,
    maxEntryAge: settings.maxEntryAge,
    onStep: watch.note,
  });
  const operators = createOperators({
    ...{ commit: pipeline.commit, lane, desk, dispatch, clock, feedsFile: settings.feedsFile },
    incident: incidents.get,
    toldOf: store.sentMessages.toldOf,
    counts: () => ({ incidents: incidents.size(), subscriptions: index.size() }),
  });
  late.answer = createCommands({ ...rooms, operators });
  late.restore = revival.restore;
  const poller = createPoller({
    ...{ stateOf: feedBook.get, poll: pipeline.poll, clock, logger },
    feeds: () => catalogue.feeds,
  });
  return { feedBook, subscriptions, incidents, platforms, desk, dispatch, revival, poller, open };
};

/** The app; nothing runs before `start`. */
export const createApp = (options: AppOptions): App => {
  const { settings, clock, logger } = options;
  let isStopping = false;
  let stop = async (): Promise<void> => logger.debug('stop.before-start');

  const start = async (): Promise<void> => {
    const onLeaseLost = (error: Error): void => {
      logger.error('lease.lost', { error });
      options.onEnd(69);
    };
    const store = await openStore(settings.storeUrl, { clock, logger, onLeaseLost });
    stop = () => store.close();
    if (isStopping) return stop();
    logger.info('starting', { mayWaitMs: LEASE_WAIT });
    await store.lease.acquire(LEASE_WAIT);
    const house = await compose(options, store);
    const { feedBook, subscriptions, incidents, platforms, desk, dispatch, revival, poller } = house;
    const hangUp = (): Promise<unknown> => Promise.all([...platforms.values()].map((bot) => bot.stop()));
    stop = async () => {
      await atMost(hangUp(), LONGEST_STOP);
      await store.close();
    };

    await feedBook.load();
    await subscriptions.load();
    await incidents.load();
    if (options.subscribeTerminal === true) await subscribeTerminal(subscriptions, clock);
    for (const bot of platforms.values()) if (!isStopping) await bot.start();
    if (isStopping) return;
    await desk.start();
    house.open();
    if (desk.stats().held > 0) dispatch.resumeBrake();
    if (isStopping) return;
    const schedule = startSchedule(
      [
        { name: 'poll', cron: settings.pollCron, run: poller.tick },
        { name: 'deliver', cron: '* * * * * *', run: desk.tick },
        { name: 'keep-house', cron: '0 17 * * * *', run: revival.tryAgain },
      ],
      logger,
    );
    poller.tick();
    logger.info('started', { platforms: [...platforms.keys()], incidents: incidents.size() });

    stop = async () => {
      const end = clock.monotonic() + LONGEST_STOP;
      await schedule.stop();
      await Promise.all([atMost(poller.idle(), LAST_POLLS), desk.stop()]);
      await atMost(hangUp(), end - clock.monotonic());
      await store.close();
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
