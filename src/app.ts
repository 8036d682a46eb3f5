import { COMMANDS } from './commands/index.ts';
import { createDelivery } from './delivery/deliver.ts';
import { createDispatch } from './delivery/dispatch.ts';
import { createRevival } from './delivery/revival.ts';
import { COMMAND_NAMES } from './domain/command.ts';
import type { Destination, Platform } from './domain/destination.ts';
import { createLane } from './domain/lane.ts';
import { placeId } from './domain/place-id.ts';
import { createEnrich } from './feeds/enrich.ts';
import { createFetchFeed } from './feeds/fetch.ts';
import { createFetchPage } from './feeds/fetch-page.ts';
import { createPoller } from './feeds/poller.ts';
import { createPipeline } from './pipeline.ts';
import { createAccess } from './wiring/access.ts';
import { createAskAboutBrake } from './wiring/ask-about-brake.ts';
import { createCanary } from './wiring/canary.ts';
import { createCounter } from './wiring/counter.ts';
import { createFeedStates } from './wiring/feed-states.ts';
import { createHeldAlerts } from './wiring/held-alerts.ts';
import { type App, type AppOptions, createLife, type HouseParts } from './wiring/life.ts';
import { mannersOf } from './wiring/manners.ts';
import { createMemory } from './wiring/memory.ts';
import { discordTable, telegramMenu } from './wiring/menus.ts';
import { createNotifyOperators } from './wiring/notify-operators.ts';
import { openObserve } from './wiring/observe.ts';
import { openAlone } from './wiring/open-alone.ts';
import { createOperators } from './wiring/operators.ts';
import { paceOf } from './wiring/pace.ts';
import { openPlatforms } from './wiring/platforms.ts';
import { createPresence } from './wiring/presence.ts';
import { createReload } from './wiring/reload.ts';
import { createReminders } from './wiring/reminders.ts';
import { openSecondReader } from './wiring/second-reader.ts';
import { createTellOwner } from './wiring/tell-owner.ts';
import { answered, type OpenTies, receiversOf, type Ties } from './wiring/ties.ts';
import { createWriteToPerson } from './wiring/write-to-person.ts';

/** Puts the house together, in the order in which its parts need each other. */
const compose = async (parts: HouseParts, ties: Ties) => {
  const { settings, live, clock, logger, onEnd } = parts;
  const { store } = ties;
  const { words } = live;
  const lane = createLane();

  const memory = createMemory(parts, store);
  const { index, subscriptions, feedBook, correlator, incidents, feeds, watch, lastSent } = memory;
  const access = createAccess(settings, subscriptions, words);

  // Platforms are opened before the desk that sends through them; commands reach the desk once it stands.
  // None is answered before the desk has taken up what is owed: it would take up what they add twice.
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const counter = createCounter(parts, {
    ...{ store, memory },
    forgetting: { desk: { forget: (place) => desk.forget(place) }, lane, erase: ties.erase },
    platform: (name) => platforms.get(name),
    operators: () => operators,
  });
  const listed = COMMAND_NAMES.map((name) => ({ name, who: COMMANDS[name].who }));
  const presence = createPresence({
    ...{ subscriptions, access, sentMessages: store.sentMessages, words, clock },
    restore: async (destination) => {
      await opened;
      await revival.restore(destination);
    },
  });
  const refused = new Set<Platform>();
  const platforms = await openPlatforms({
    ...{ settings, words, clock, logger, ...presence, onAsked: ties.asked, takeTurn: ties.takeTurn },
    menu: telegramMenu(listed, words),
    commandTable: discordTable(listed, words),
    complete: (...asked) => counter().complete()(...asked),
    onCommand: access.guard(async (command) => {
      await opened;
      return counter().answer()(command);
    }),
    onUnauthorised: (platform, why) => {
      logger.error('platform.unauthorised', { platform, why });
      refused.add(platform);
      if ([...platforms.keys()].every((one) => refused.has(one))) onEnd(78);
    },
    ...(parts.terminal !== undefined &&
      settings.queueUrl === undefined && {
        terminal: { ...parts.terminal, onEnd: () => parts.terminal?.isTTY === true && onEnd(0) },
      }),
  });

  const languageOf = async (place: Destination): Promise<string> =>
    (await subscriptions.get(place))?.language ?? 'en';
  const write = createWriteToPerson({ platforms, languageOf });
  const tellOwner = createTellOwner({
    ...{ write, words, logger },
    placeName: (place) => platforms.get(place.platform)?.placeName?.(place),
  });
  const observe = await openObserve({
    ...{ port: settings.httpPort, host: settings.httpHost, feedStates: store.feedStates },
    ...{ feedBook, clock, logger, feeds: feeds.all },
    platforms: () => answered(platforms, ties),
    receivers: receiversOf(platforms, ties),
    stats: () => desk.stats(),
    canary: () => canary.state(),
  });
  const noteSent = ties.told(lastSent.note);
  const desk = ties.desk({ pace: paceOf(settings), incident: incidents.get }, (own) =>
    createDelivery({
      ...{ ...own, sentMessages: store.sentMessages, subscriptions, words, clock, logger },
      readFacts: index.readFacts,
      messengers: new Map([...platforms].map(([platform, { messenger }]) => [platform, messenger])),
      onEvent: observe.deliveries((event) => {
        const { what, destination } = event;
        if (what === 'sent' || what === 'digest') noteSent(placeId(destination), clock.now());
        tellOwner(event);
      }),
    }),
  );
  const askAboutBrake = createAskAboutBrake({
    ...{ operators: settings.operators, write, words, clock, logger },
    held: () => desk.stats().held,
  });
  const dispatch = createDispatch({
    ...{ outbox: store.outbox, sentMessages: store.sentMessages, index, clock },
    onBrake: askAboutBrake.engaged,
  });
  const revival = createRevival({
    ...{ subscriptions, incidents: store.incidents, sentMessages: store.sentMessages, desk, clock },
    readFacts: index.readFacts,
  });

  const manners = mannersOf(settings, clock);
  const notifyOperators = createNotifyOperators({
    ...{ operators: settings.operators, write, words, clock, logger },
  });
  const canary = createCanary({
    ...{ live, platforms, languageOf, notifyOperators, clock, logger },
    ...{ every: settings.canaryEvery, operators: settings.operators, pace: paceOf(settings) },
  });
  const pipeline = createPipeline({
    ...{ store, correlator, incidents, dispatch, desk, lane, clock },
    feedStates: createFeedStates({
      ...{ feedBook, clock, feeds: feeds.all },
      onNotices: notifyOperators.note,
    }),
    fetchFeed: createFetchFeed({ ...manners, logger }),
    enrich: createEnrich({ fetchPage: createFetchPage(manners), logger }),
    isAsked: feeds.isAsked,
    classify: (entry, feed) => live.now().classify(entry, feed),
    ...openSecondReader(settings.judge, live.now, { clock, logger, languages: subscriptions.languages }),
    random: Math.random,
    maxEntryAge: settings.maxEntryAge,
    onStep: ties.steps(observe.steps(watch.note)),
    handOver: ties.handOver,
  });
  const reload = createReload({ readSteps: parts.readSteps, live, feedBook, lane, logger });
  const own = createOperators({
    ...{ commit: pipeline.commit, correlator, lane, desk, dispatch, clock, reload },
    incident: incidents.get,
    held: createHeldAlerts(store.outbox),
    save: async (changed) => {
      await store.incidents.save(changed);
      for (const incident of changed) incidents.put(incident);
    },
    toldOf: store.sentMessages.toldOf,
    health: () => {
      const state = canary.state();
      const states = [...answered(platforms, ties)].map(
        ([platform, bot]) => [platform, bot.health().state] as const,
      );
      return { platforms: Object.fromEntries(states), ...(state !== undefined && { canary: state }) };
    },
    counts: () => ({ incidents: incidents.size(), subscriptions: index.size() }),
  });
  const operators = ties.operators(own);
  const reminders = createReminders({
    ...{ incidents, commit: pipeline.commit, lane, clock },
    toldOf: store.sentMessages.toldOf,
  });
  const poller = createPoller({
    ...{ stateOf: feedBook.get, poll: observe.polls(pipeline.poll), clock, logger },
    feeds: feeds.all,
  });
  ties.hear({
    ...{ subscription: subscriptions.refresh, incident: incidents.refresh, feedState: feedBook.put },
    ...{ step: watch.keep, told: lastSent.note, reload },
    asked: (place, asks) => platforms.get('telegram')?.asked?.(place, asks),
    forgotten: async (place) => {
      lastSent.forget(place);
      await subscriptions.forgotten(place);
    },
  });
  return {
    ...{ ...memory, platforms, desk, dispatch, revival },
    ...{ reminders, poller, notifyOperators, askAboutBrake, canary, observe, open },
  };
};

/** Alone with its store, or sharing the work with other processes: all else is the same. */
const openTies: OpenTies = async ({ queueUrl, ...settings }, options) =>
  queueUrl === undefined
    ? openAlone(settings.storeUrl, options)
    : (await import('./wiring/open-company.ts')).openCompany({ ...settings, queueUrl }, options);

/** The app; nothing runs before `start`. */
export const createApp = (options: AppOptions): App => createLife(options, compose, openTies);
