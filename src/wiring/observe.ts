import type { DeliveryStats } from '../delivery/delivery-desk.ts';
import type { DeliveryEvent } from '../delivery/turn-parts.ts';
import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import type { Clock, FeedStates, Logger } from '../domain/ports.ts';
import { dueFeeds } from '../feeds/due.ts';
import type { FeedBook } from '../feeds/feed-book.ts';
import type { Receiver } from '../ops/health-server.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Step } from '../pipeline.ts';
import type { Job } from '../schedule.ts';
import type { CanaryState } from './canary.ts';
import type { PlatformBot } from './platforms.ts';

export interface ObserveParts {
  /** Absent: nothing is counted, nothing listens. */
  readonly port: number | undefined;
  readonly host: string;
  readonly feeds: () => readonly Feed[];
  readonly feedBook: Pick<FeedBook, 'states'>;
  readonly feedStates: Pick<FeedStates, 'get'>;
  /** Those whose people are answered here at the moment. */
  readonly platforms: () => ReadonlyMap<string, Pick<PlatformBot, 'health'>>;
  readonly stats: () => DeliveryStats;
  readonly canary: () => CanaryState | undefined;
  readonly receivers: readonly Receiver[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Looks over the shoulders of the house: each of the first three gives back what it was given, watched. */
export interface Observe {
  steps(note: (step: Step) => void): (step: Step) => void;
  deliveries(note: (event: DeliveryEvent) => void): (event: DeliveryEvent) => void;
  polls(poll: (feed: Feed) => Promise<void>): (feed: Feed) => Promise<void>;
  readonly jobs: readonly Job[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What a platform's bot calls its state when messages come through. */
const UP: ReadonlySet<string> = new Set(['polling', 'receiving', 'connected', 'open']);

const OFF: Observe = {
  steps: (note) => note,
  deliveries: (note) => note,
  polls: (poll) => poll,
  jobs: [],
  start: async () => undefined,
  stop: async () => undefined,
};

/** An entry with several reports makes several steps; it and its reports count once. */
const createStepCounter = (metrics: Metrics): ((step: Step) => void) => {
  const counted = new WeakSet<Entry>();
  return (step) => {
    if (step.what === 'poll') {
      metrics.polled(step.outcome);
      return;
    }
    if (step.what === 'passed-over') return;
    const { relevant, reports } = step.reading;
    if (!counted.has(step.entry)) metrics.entryRead(relevant ? 'relevant' : 'irrelevant', reports.length);
    counted.add(step.entry);
    if (relevant) metrics.correlated(step.outcome);
  };
};

const isMessage = ({ what }: DeliveryEvent): boolean => what === 'sent' || what === 'digest';

/** Health and metrics on `HTTP_PORT`. */
export const openObserve = async (parts: ObserveParts): Promise<Observe> => {
  const { port, feeds, feedBook, clock, logger, stats } = parts;
  if (port === undefined) return OFF;
  // Loaded only where they are used: a library that is not needed costs no start-up time.
  const [{ createMetrics }, { createReadiness }, { createHealthServer }] = await Promise.all([
    import('../ops/metrics.ts'),
    import('../ops/readiness.ts'),
    import('../ops/health-server.ts'),
  ]);
  const platforms = () =>
    new Map(
      [...parts.platforms()].map(([platform, bot]) => {
        const { state } = bot.health();
        return [platform, { state, isUp: UP.has(state) }];
      }),
    );
  const metrics = createMetrics({
    feeds: () =>
      feeds().map((feed) => {
        const state = feedBook.states.get(feed.id);
        return { feed, ...(state !== undefined && { state }) };
      }),
    outbox: stats,
    ...{ platforms, clock, canary: parts.canary },
  });
  const readiness = createReadiness({
    askStore: () => parts.feedStates.get('readiness'),
    countOverdue: (before) => dueFeeds(feeds(), feedBook.states, before).length,
    outbox: stats,
    ...{ platforms, clock, logger, canary: parts.canary },
  });
  const server = createHealthServer({
    ...{ host: parts.host, port, readiness: readiness.report, metrics, logger },
    receivers: parts.receivers,
  });
  const countStep = createStepCounter(metrics);

  const countDelivery = (event: DeliveryEvent): void => {
    const { what, since, destination } = event;
    const waited = what === 'sent' && since !== undefined ? clock.now() - since : undefined;
    metrics.delivered(destination.platform, what, waited);
    if (what !== 'retry') readiness.delivered(destination.platform, isMessage(event));
  };

  return {
    steps: (note) => (step) => {
      note(step);
      countStep(step);
    },
    deliveries: (note) => (event) => {
      note(event);
      countDelivery(event);
    },
    polls: (poll) => async (feed) => {
      const startedAt = clock.monotonic();
      try {
        await poll(feed);
        readiness.polled();
      } catch (error) {
        metrics.polled('error');
        throw error;
      } finally {
        metrics.pollTook(clock.monotonic() - startedAt);
      }
    },
    jobs: [{ name: 'observe', cron: '*/10 * * * * *', run: readiness.sample }],
    start: async () => void (await server.start()),
    stop: server.stop,
  };
};
