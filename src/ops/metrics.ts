import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OutboxDepth } from '../domain/delivery.ts';
import type { Feed, FeedState } from '../domain/feed.ts';
import { type Instant, type Millis, SECOND } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';

/** What is read anew at every scrape. */
export interface MetricsParts {
  readonly feeds: () => readonly { readonly feed: Feed; readonly state?: FeedState }[];
  readonly outbox: () => OutboxDepth;
  readonly platforms: () => ReadonlyMap<string, { readonly isUp: boolean }>;
  /** Absent: there is no canary. */
  readonly canary?: () => { readonly lastSuccessAt: Instant; readonly every: Millis } | undefined;
  readonly clock: Pick<Clock, 'now'>;
}

/** Counts for Prometheus, named by https://prometheus.io/docs/practices/naming/; no label ever holds a chat, a URL or a title. */
export interface Metrics {
  polled(outcome: string): void;
  pollTook(time: Millis): void;
  entryRead(outcome: 'relevant' | 'irrelevant', reports: number): void;
  correlated(outcome: string): void;
  /** `waited`: from the alert's making to the platform's answer. */
  delivered(platform: string, outcome: string, waited?: Millis): void;
  readonly contentType: string;
  /** The exposition format. */
  text(): Promise<string>;
}

const POLL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const DELIVERY_SECONDS = [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600];

const createCounts = (registers: [Registry]) => ({
  polls: new Counter({
    name: 'curbwatch_polls_total',
    help: 'Polls that ended, by outcome; "error" is a store that failed or a bug.',
    labelNames: ['outcome'],
    registers,
  }),
  pollTime: new Histogram({
    name: 'curbwatch_poll_duration_seconds',
    help: 'From the start of a poll until all that came of it was written.',
    buckets: POLL_SECONDS,
    registers,
  }),
  entries: new Counter({
    name: 'curbwatch_entries_total',
    help: 'New entries that were read, by outcome.',
    labelNames: ['outcome'],
    registers,
  }),
  reports: new Counter({ name: 'curbwatch_reports_total', help: 'Reports found in entries.', registers }),
  incidents: new Counter({
    name: 'curbwatch_incidents_total',
    help: 'What reports made of incidents: opened, updated, seconded, repeated or merged.',
    labelNames: ['outcome'],
    registers,
  }),
  deliveries: new Counter({
    name: 'curbwatch_deliveries_total',
    help: 'What became of deliveries; a digest counts once.',
    labelNames: ['platform', 'outcome'],
    registers,
  }),
  deliveryTime: new Histogram({
    name: 'curbwatch_delivery_latency_seconds',
    help: 'From the making of an alert until its message was sent; digests left out.',
    labelNames: ['platform'],
    buckets: DELIVERY_SECONDS,
    registers,
  }),
});

/** Rates start from a zero that was seen: a counter that appears with its first 1 hides it from `increase`. */
const startAtZero = (counts: ReturnType<typeof createCounts>, platforms: Iterable<string>): void => {
  for (const outcome of ['read', 'unchanged', 'error']) counts.polls.inc({ outcome }, 0);
  for (const outcome of ['relevant', 'irrelevant']) counts.entries.inc({ outcome }, 0);
  for (const outcome of ['opened', 'updated']) counts.incidents.inc({ outcome }, 0);
  for (const platform of platforms)
    for (const outcome of ['sent', 'digest', 'dropped', 'parked'])
      counts.deliveries.inc({ platform, outcome }, 0);
};

type Reading = readonly [labels: Readonly<Record<string, string>>, value: number | undefined];

const addFeedGauges = (registers: [Registry], feeds: MetricsParts['feeds']): void => {
  const add = (name: string, help: string, read: (state: FeedState) => number | undefined): void => {
    addGauge(registers, name, help, ['feed'], () =>
      feeds().flatMap(({ feed, state }): readonly Reading[] =>
        feed.enabled && state !== undefined ? [[{ feed: feed.id }, read(state)]] : [],
      ),
    );
  };
  const seconds = (at: number | undefined): number | undefined =>
    at === undefined ? undefined : at / SECOND;
  const times = 'Unix time';
  add('curbwatch_feed_last_success_timestamp_seconds', `${times} of the last good poll of a feed.`, (state) =>
    seconds(state.lastSuccessAt),
  );
  add(
    'curbwatch_feed_last_entry_timestamp_seconds',
    `${times} at which a feed last brought an entry.`,
    (state) => seconds(state.lastEntryAt),
  );
  add(
    'curbwatch_feed_failures',
    'Polls of a feed that failed since its last good one.',
    ({ failures }) => failures,
  );
};

/** A gauge that is read at the scrape; what has no value is not shown. */
const addGauge = (
  registers: [Registry],
  name: string,
  help: string,
  labelNames: string[],
  read: () => readonly Reading[],
): void => {
  const gauge = new Gauge({
    name,
    help,
    labelNames,
    registers,
    collect: () => {
      gauge.reset();
      for (const [labels, value] of read()) if (value !== undefined) gauge.set(labels, value);
    },
  });
};

const addGauges = (registers: [Registry], { feeds, outbox, platforms, clock }: MetricsParts): void => {
  addFeedGauges(registers, feeds);
  addGauge(registers, 'curbwatch_outbox_deliveries', 'Deliveries owed, by state.', ['state'], () => {
    const { waiting, inFlight, shelved, parked } = outbox();
    const all = Object.values(waiting).reduce((sum, count) => sum + count, 0);
    const counts = { waiting: all, 'in-flight': inFlight, shelved, parked };
    return Object.entries(counts).map(([state, count]) => [{ state }, count]);
  });
  const waitingOf = 'Deliveries that wait for their turn on a platform.';
  addGauge(registers, 'curbwatch_platform_waiting_deliveries', waitingOf, ['platform'], () =>
    Object.entries(outbox().waiting).map(([platform, count]) => [{ platform }, count]),
  );
  const oldest = 'How long the oldest alert has waited that should have gone out; 0 where none does.';
  addGauge(registers, 'curbwatch_outbox_oldest_age_seconds', oldest, [], () => {
    const now = clock.now();
    return [[{}, (now - (outbox().oldestAt ?? now)) / SECOND]];
  });
  addGauge(registers, 'curbwatch_held_broadcasts', 'Broadcasts that the brake holds.', [], () => [
    [{}, outbox().held],
  ]);
  addGauge(registers, 'curbwatch_platform_up', '1 while a platform is reached.', ['platform'], () =>
    [...platforms()].map(([platform, { isUp }]) => [{ platform }, isUp ? 1 : 0]),
  );
};

const addCanary = (registers: [Registry], canary: NonNullable<MetricsParts['canary']>): void => {
  const add = (
    name: string,
    help: string,
    read: (state: { lastSuccessAt: Instant; every: Millis }) => number,
  ): void =>
    addGauge(registers, name, help, [], () => {
      const state = canary();
      return state === undefined ? [] : [[{}, read(state) / SECOND]];
    });
  const success =
    'Unix time at which a made-up entry last became a message everywhere; at first that of the start.';
  add('curbwatch_canary_last_success_timestamp_seconds', success, ({ lastSuccessAt }) => lastSuccessAt);
  add('curbwatch_canary_interval_seconds', 'How often a made-up entry is sent.', ({ every }) => every);
};

/** Metrics of one app; two apps in a process share none but the process's own. */
export const createMetrics = (parts: MetricsParts): Metrics => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const counts = createCounts([register]);
  startAtZero(counts, parts.platforms().keys());
  addGauges([register], parts);
  if (parts.canary !== undefined) addCanary([register], parts.canary);
  return {
    polled: (outcome) => counts.polls.inc({ outcome }),
    pollTook: (time) => counts.pollTime.observe(time / SECOND),
    entryRead: (outcome, reports) => {
      counts.entries.inc({ outcome });
      counts.reports.inc(reports);
    },
    correlated: (outcome) => counts.incidents.inc({ outcome }),
    delivered: (platform, outcome, waited) => {
      counts.deliveries.inc({ platform, outcome });
      if (waited !== undefined) counts.deliveryTime.observe({ platform }, waited / SECOND);
    },
    contentType: register.contentType,
    text: () => register.metrics(),
  };
};
