import { afterEach, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/domain/entry.ts';
import { MINUTE, SECOND } from '../../src/domain/instant.ts';
import type { Report } from '../../src/domain/report.ts';
import { type Observe, type ObserveParts, openObserve } from '../../src/wiring/observe.ts';
import { createKeptLogger } from '../support/discord-stage.ts';
import { aFeed, aFeedState, NOON } from '../support/feed-builders.ts';

const AN_ENTRY: Entry = {
  ...{ id: 'e1', feedId: 'uk-fca', key: 'k', title: 'FCA warns of Example', text: '', publisher: 'FCA' },
  ...{ language: 'en', publishedAt: NOON, publishedEstimated: false, firstSeenAt: NOON, novelty: 'new' },
  late: false,
};
const A_REPORT: Report = {
  ...{ kind: 'warning', stage: 'in-force', direction: 'tightens', severity: 'medium', confidence: 0.9 },
  ...{ exchanges: ['example'], jurisdictions: ['GB'], subdivisions: [], scope: {}, disputed: false },
  ...{ attributedTo: [], evidence: [], why: 'it warns' },
};
const READING = { relevant: true, confidence: 0.9, why: 'it warns', reports: [A_REPORT, A_REPORT] } as const;
const A_STEP = { what: 'entry', feed: aFeed(), entry: AN_ENTRY, why: 'new', reading: READING } as const;
const TELEGRAM = { platform: 'telegram', chat: '987654321' } as const;

const running: Observe[] = [];

const open = async (parts: Partial<ObserveParts> = {}) => {
  let now = NOON;
  const logger = createKeptLogger();
  const observe = await openObserve({
    port: 0,
    host: '127.0.0.1',
    feeds: () => [aFeed()],
    feedBook: { states: new Map([['uk-fca', aFeedState({ nextPollAt: NOON + MINUTE })]]) },
    feedStates: { get: async () => undefined },
    platforms: () => new Map([['telegram', { health: () => ({ state: 'polling', why: 'bot123:secret' }) }]]),
    stats: () => ({
      oldestAt: undefined,
      waiting: { telegram: 0 },
      inFlight: 0,
      shelved: 0,
      held: 0,
      parked: 0,
      stopped: {},
    }),
    canary: () => undefined,
    receivers: [],
    clock: { now: () => now, monotonic: () => now },
    logger,
    ...parts,
  });
  await observe.start();
  running.push(observe);
  const port = logger.lines.find(({ event }) => event === 'health.listening')?.fields?.port;
  const pass = (ms: number): void => {
    now += ms;
  };
  return { observe, logger, pass, ask: (path: string) => fetch(`http://127.0.0.1:${port}${path}`) };
};

describe('the watched house', () => {
  afterEach(async () => {
    for (const observe of running.splice(0)) await observe.stop();
  });

  test('without a port is left as it is, and nothing listens', async () => {
    const { observe, logger } = await open({ port: undefined });
    const [note, poll] = [() => undefined, async () => undefined];
    expect([observe.steps(note), observe.deliveries(note), observe.polls(poll)]).toEqual([note, note, poll]);
    expect(observe.jobs).toEqual([]);
    expect(logger.lines).toEqual([]);
  });

  test('hears every step, and counts an entry of two incidents once', async () => {
    const { observe, ask } = await open();
    const heard: string[] = [];
    const note = observe.steps(({ outcome }) => void heard.push(outcome));
    note({ ...A_STEP, outcome: 'opened', incidentId: 'i1' });
    note({ ...A_STEP, outcome: 'updated', incidentId: 'i2' });
    note({ what: 'poll', feed: aFeed(), outcome: 'read' });
    const lines = (await (await ask('/metrics')).text()).split('\n');
    expect(heard).toEqual(['opened', 'updated', 'read']);
    expect(lines).toContain('curbwatch_entries_total{outcome="relevant"} 1');
    expect(lines).toContain('curbwatch_reports_total 2');
    expect(lines).toContain('curbwatch_incidents_total{outcome="opened"} 1');
    expect(lines).toContain('curbwatch_incidents_total{outcome="updated"} 1');
    expect(lines).toContain('curbwatch_polls_total{outcome="read"} 1');
  });

  test('times how long people waited for a message, not for a digest', async () => {
    const { observe, pass, ask } = await open();
    const note = observe.deliveries(() => undefined);
    pass(3 * SECOND);
    note({ what: 'sent', destination: TELEGRAM, incidentIds: ['i1'], since: NOON });
    note({ what: 'digest', destination: TELEGRAM, incidentIds: ['i1', 'i2'], since: NOON });
    const text = await (await ask('/metrics')).text();
    expect(text).toContain('curbwatch_delivery_latency_seconds_sum{platform="telegram"} 3');
    expect(text).toContain('curbwatch_delivery_latency_seconds_count{platform="telegram"} 1');
    expect(text).toContain('curbwatch_deliveries_total{platform="telegram",outcome="digest"} 1');
    expect(text).not.toContain(TELEGRAM.chat);
  });

  test('counts a poll that breaks, and lets its error through', async () => {
    const { observe, ask } = await open();
    const poll = observe.polls(() => Promise.reject(new Error('store away')));
    await expect(poll(aFeed())).rejects.toThrow('store away');
    expect(await (await ask('/metrics')).text()).toContain('curbwatch_polls_total{outcome="error"} 1');
    expect(await (await ask('/readyz')).json()).not.toHaveProperty('poll.lastAt');
  });

  test('is not ready once a feed is overdue and nothing is polled, and ready with the next poll', async () => {
    const { observe, pass, ask } = await open();
    expect((await ask('/readyz')).status).toBe(200);
    pass(7 * MINUTE);
    expect((await ask('/readyz')).status).toBe(503);
    await observe.polls(async () => undefined)(aFeed());
    expect((await ask('/readyz')).status).toBe(200);
  });

  test('tells the state of a platform, not what the platform said', async () => {
    const { ask } = await open();
    const text = `${await (await ask('/readyz')).text()}${await (await ask('/metrics')).text()}`;
    expect(text).toContain('"telegram":{"ok":true,"state":"polling"}');
    expect(text).not.toContain('secret');
  });
});
