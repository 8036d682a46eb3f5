import { describe, expect, test } from '@jest/globals';
import { MINUTE } from '../../src/domain/instant.ts';
import { createReadiness, type ReadinessParts } from '../../src/ops/readiness.ts';
import { NOON, silentLogger } from '../support/feed-builders.ts';

const open = (parts: Partial<ReadinessParts> = {}) => {
  let now = NOON;
  const readiness = createReadiness({
    askStore: async () => undefined,
    countOverdue: () => 0,
    outbox: () => ({ waiting: { telegram: 0 }, stopped: {} }),
    platforms: () => new Map([['telegram', { state: 'polling', isUp: true }]]),
    clock: { now: () => now, monotonic: () => now },
    logger: silentLogger,
    ...parts,
  });
  const pass = (minutes: number): void => {
    now += minutes * MINUTE;
  };
  return { readiness, pass };
};

describe('readiness', () => {
  test('is given when all is well, and says when something last happened', async () => {
    const { readiness, pass } = open();
    readiness.polled();
    pass(1);
    readiness.delivered('telegram', true);
    expect(await readiness.report()).toEqual({
      ready: true,
      store: { ok: true },
      poll: { ok: true, overdueFeeds: 0, lastAt: '2026-07-27T12:00:00.000Z' },
      delivery: { ok: true, stalled: [], lastAt: '2026-07-27T12:01:00.000Z' },
      platforms: { telegram: { ok: true, state: 'polling' } },
    });
  });

  test('is lost with the store, whose error is not repeated', async () => {
    const askStore = () => Promise.reject(new Error('postgres://u:hunter22@host is away'));
    const report = await open({ askStore }).readiness.report();
    expect(report).toMatchObject({ ready: false, store: { ok: false } });
    expect(JSON.stringify(report)).not.toContain('hunter22');
  });

  test('is lost when feeds are overdue and no poll has ended for five minutes', async () => {
    const { readiness, pass } = open({ countOverdue: () => 2 });
    pass(6);
    expect(await readiness.report()).toMatchObject({ ready: false, poll: { ok: false, overdueFeeds: 2 } });
    readiness.polled();
    expect(await readiness.report()).toMatchObject({ ready: true, poll: { ok: true, overdueFeeds: 2 } });
  });

  test('stays while no feed is due, however long that is', async () => {
    const { readiness, pass } = open();
    pass(600);
    expect((await readiness.report()).ready).toBe(true);
  });

  test('counts a feed as overdue five minutes after its time', async () => {
    const asked: number[] = [];
    await open({ countOverdue: (before) => asked.push(before) * 0 }).readiness.report();
    expect(asked).toEqual([NOON - 5 * MINUTE]);
  });

  test('is lost when what waits on a platform does not go forward for a quarter of an hour', async () => {
    const { readiness, pass } = open({ outbox: () => ({ waiting: { telegram: 3 }, stopped: {} }) });
    pass(16);
    expect(await readiness.report()).toMatchObject({ ready: false, delivery: { stalled: ['telegram'] } });
    readiness.delivered('telegram', false);
    expect((await readiness.report()).ready).toBe(true);
  });

  test('counts a standstill from when there began to be something to do', async () => {
    let waiting = 0;
    const { readiness, pass } = open({ outbox: () => ({ waiting: { telegram: waiting }, stopped: {} }) });
    pass(60);
    readiness.sample();
    waiting = 1;
    pass(14);
    expect((await readiness.report()).ready).toBe(true);
    pass(2);
    expect((await readiness.report()).ready).toBe(false);
  });

  test('is lost with a platform that is not reached, and says its state', async () => {
    const platforms = () =>
      new Map([
        ['telegram', { state: 'polling', isUp: true }],
        ['discord', { state: 'out-of-reach', isUp: false }],
      ]);
    expect(await open({ platforms }).readiness.report()).toMatchObject({
      ready: false,
      platforms: { telegram: { ok: true }, discord: { ok: false, state: 'out-of-reach' } },
    });
  });
});
