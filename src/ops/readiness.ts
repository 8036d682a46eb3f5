import { type Instant, MINUTE, type Millis, SECOND } from '../domain/instant.ts';
import type { Clock, Logger } from '../domain/ports.ts';

export interface ReadinessParts {
  /** Asks the store for something small. */
  readonly askStore: () => Promise<unknown>;
  /** Feeds that should have been polled before then. */
  readonly countOverdue: (before: Instant) => number;
  readonly outbox: () => {
    /** Deliveries by platform. */
    readonly waiting: Readonly<Record<string, number>>;
    /** Platforms that send no more. */
    readonly stopped: Readonly<Record<string, string>>;
  };
  readonly platforms: () => ReadonlyMap<string, { readonly state: string; readonly isUp: boolean }>;
  /** Absent, or undefined: there is no canary. */
  readonly canary?: () => { readonly ok: boolean; readonly lastSuccessAt: Instant } | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** States and times alone: an error's words may hold an address or a token, and belong into the log. */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly store: { readonly ok: boolean };
  readonly poll: { readonly ok: boolean; readonly lastAt?: string; readonly overdueFeeds: number };
  readonly delivery: { readonly ok: boolean; readonly lastAt?: string; readonly stalled: readonly string[] };
  readonly platforms: Readonly<Record<string, { readonly ok: boolean; readonly state: string }>>;
  /** `lastAt`: when a made-up entry last became a message; at first the start. */
  readonly canary?: { readonly ok: boolean; readonly lastAt?: string };
}

/** Whether alerts would come through now. */
export interface Readiness {
  polled(): void;
  /** A delivery went forward: sent, dropped, put off; `isMessage` where a message arrived. */
  delivered(platform: string, isMessage: boolean): void;
  /** To be called every few seconds: notes which platforms have nothing to do. */
  sample(): void;
  report(): Promise<ReadinessReport>;
}

const STORE_PATIENCE: Millis = 2 * SECOND;
/** Feeds may be overdue so long, while no poll at all ends: hosts have queues. */
const LONGEST_WITHOUT_POLL: Millis = 5 * MINUTE;
/** A lone delivery is tried again after up to ten minutes, which is no standstill. */
const LONGEST_STANDSTILL: Millis = 15 * MINUTE;

const inTime = async (promise: Promise<unknown>, ms: Millis): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  });
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

const timeOf = (at: Instant | undefined) => (at === undefined ? {} : { lastAt: new Date(at).toISOString() });

export const createReadiness = (parts: ReadinessParts): Readiness => {
  const { askStore, outbox, clock, logger } = parts;
  const startedAt = clock.now();
  const forwardAt = new Map<string, Instant>();
  let polledAt: Instant | undefined;
  let deliveredAt: Instant | undefined;

  const readStore = async (): Promise<{ ok: boolean }> => {
    try {
      await inTime(askStore(), STORE_PATIENCE);
      return { ok: true };
    } catch (error) {
      logger.warn('readiness.store', { error });
      return { ok: false };
    }
  };

  const readPolls = (now: Instant): ReadinessReport['poll'] => {
    const overdueFeeds = parts.countOverdue(now - LONGEST_WITHOUT_POLL);
    const isStill = now - (polledAt ?? startedAt) > LONGEST_WITHOUT_POLL;
    return { ok: overdueFeeds === 0 || !isStill, overdueFeeds, ...timeOf(polledAt) };
  };

  const readDeliveries = (now: Instant): ReadinessReport['delivery'] => {
    const { waiting, stopped } = outbox();
    const stalled = Object.keys(waiting).filter(
      (platform) =>
        (waiting[platform] ?? 0) > 0 &&
        stopped[platform] === undefined &&
        now - (forwardAt.get(platform) ?? startedAt) > LONGEST_STANDSTILL,
    );
    return { ok: stalled.length === 0, stalled, ...timeOf(deliveredAt) };
  };

  const sample = (): void => {
    for (const [platform, count] of Object.entries(outbox().waiting))
      if (count === 0) forwardAt.set(platform, clock.now());
  };

  return {
    sample,
    polled() {
      polledAt = clock.now();
    },
    delivered(platform, isMessage) {
      forwardAt.set(platform, clock.now());
      if (isMessage) deliveredAt = clock.now();
    },
    async report() {
      const store = await readStore();
      sample();
      const poll = readPolls(clock.now());
      const delivery = readDeliveries(clock.now());
      const states = [...parts.platforms()].map(
        ([name, { state, isUp }]) => [name, { ok: isUp, state }] as const,
      );
      const platforms = Object.fromEntries(states);
      const state = parts.canary?.();
      const canary = state && { ok: state.ok, ...timeOf(state.lastSuccessAt) };
      const all = [store, poll, delivery, ...Object.values(platforms), ...(canary ? [canary] : [])];
      const ready = all.every(({ ok }) => ok);
      return { ready, store, poll, delivery, platforms, ...(canary && { canary }) };
    },
  };
};
