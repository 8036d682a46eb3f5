import { setImmediate } from 'node:timers/promises';
import type { Broadcast, DeferredDelivery, SentMessage } from '../../src/domain/delivery.ts';
import type { Destination } from '../../src/domain/destination.ts';
import type { SeenEntry } from '../../src/domain/entry.ts';
import type { FeedState } from '../../src/domain/feed.ts';
import type { Alert, Incident } from '../../src/domain/incident.ts';
import type { Clock, Logger } from '../../src/domain/ports.ts';
import type { Subscription } from '../../src/domain/subscription.ts';

export const START = Date.UTC(2026, 2, 1);

/** A clock that stands until it is moved; sleeping moves it. */
export const createTestClock = (): Clock & { pass(ms: number): void; sleep(ms: number): Promise<void> } => {
  let passed = 0;
  const pass = (ms: number): void => {
    passed += ms;
  };
  return {
    now: () => START + passed,
    monotonic: () => passed,
    pass,
    sleep: async (ms) => {
      pass(ms);
      await setImmediate();
    },
  };
};

export const createTestLogger = (): Logger & { readonly lines: string[] } => {
  const lines: string[] = [];
  const log = (event: string, fields?: Readonly<Record<string, unknown>>): void => {
    lines.push(`${event} ${JSON.stringify(fields)}`);
  };
  return { lines, debug: log, info: log, warn: log, error: log };
};

export const telegram = (chat: string, thread?: string): Destination =>
  thread === undefined ? { platform: 'telegram', chat } : { platform: 'telegram', chat, thread };

export const aFeedState = (feedId: string): FeedState => ({
  v: 1,
  feedId,
  health: 'ok',
  failures: 0,
  nextPollAt: START,
  lastKeys: ['a'],
  distrusted: [],
});

export const aSeenEntry = (feedId: string, key: string, seenAt = START): SeenEntry => ({
  v: 1,
  feedId,
  key,
  contentHash: 'h',
  seenAt,
});

const anAlert = (incidentId: string): Alert => ({
  incidentId,
  revision: 1,
  change: 'opened',
  reasons: [],
  at: START,
});

export const anIncident = (id: string): Incident => ({
  v: 1,
  id,
  revision: 1,
  openedAt: START,
  updatedAt: START,
  happenedAt: START,
  measures: [{ kind: 'social-block', stage: 'in-force', direction: 'tightens', scope: {} }],
  exchanges: [],
  jurisdictions: ['CN'],
  subdivisions: [],
  severity: 'high',
  confidence: 0.9,
  confirmation: 'unconfirmed',
  disputed: false,
  sources: [
    {
      entryId: 'e',
      feedId: 'f',
      feedKind: 'press',
      publisher: 'Example',
      title: 'Accounts shut',
      text: '微信 \u0000 \ud83d\ude00',
      language: 'en',
      publishedAt: START,
      publishedEstimated: false,
      attributedTo: [],
      joined: 'first',
    },
  ],
  late: false,
});

export const aSubscription = (destination: Destination): Subscription => ({
  v: 1,
  destination,
  state: 'active',
  stateSince: START,
  language: 'en',
  zone: 'UTC',
  cadence: 'instant',
  digestAt: '08:00',
  filters: [],
  muted: [],
  createdAt: START,
});

export const aBroadcast = (id: string, to: readonly Destination[]): Broadcast => ({
  v: 1,
  id,
  alert: anAlert('i'),
  severity: 'high',
  createdAt: START,
  held: false,
  to,
});

export const aDeferredDelivery = (id: string): DeferredDelivery => ({
  v: 1,
  id,
  broadcastId: 'b',
  alert: anAlert('i'),
  severity: 'high',
  destination: telegram('1'),
  createdAt: START,
  attempts: 1,
  notBefore: START,
  status: 'waiting',
  lastOutcome: 'later',
});

export const aSentMessage = (incidentId: string, destination: Destination): SentMessage => ({
  v: 1,
  incidentId,
  destination,
  revision: 1,
  messageId: 'm',
  how: 'sent',
  at: START,
  edits: 0,
});

export const listOf = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};
