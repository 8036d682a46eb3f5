import { describe, expect, test } from '@jest/globals';
import { createPace, type PaceSettings } from '../../src/delivery/pace.ts';
import { MINUTE, SECOND } from '../../src/domain/instant.ts';
import { chat } from './support/builders.ts';

/** Telegram's ceilings: 28 a second over all, one a second in a chat, 20 a minute in a group. */
const TELEGRAM: PaceSettings = {
  perSecond: 28,
  burst: 2,
  concurrency: 64,
  chatLimits: ({ chat: id }) => [
    { count: 1, perMs: SECOND },
    ...(id.startsWith('-') ? [{ count: 20, perMs: MINUTE }] : []),
  ],
};

/** Sends to fresh chats as fast as the pace lets; gives the moments. */
const stream = (pace: ReturnType<typeof createPace>, from: number, until: number): number[] => {
  const moments: number[] = [];
  for (let now = from; now < until; now += Math.max(1, Math.ceil(pace.wait(now)))) {
    if (pace.wait(now) > 0) continue;
    pace.take(chat(moments.length), now);
    moments.push(now);
  }
  return moments;
};

describe('pace', () => {
  test('keeps near the ceiling of the platform', () => {
    const sent = stream(createPace(TELEGRAM), 0, 60 * SECOND).length;
    expect(sent).toBeGreaterThan((28 * 60) / 1.15);
    expect(sent).toBeLessThanOrEqual(28 * 60 + 2);
  });

  test('lets no more than the ceiling and the burst through in any second', () => {
    const moments = stream(createPace(TELEGRAM), 0, 20 * SECOND);
    const most = Math.max(
      ...moments.map((at) => moments.filter((one) => one >= at && one < at + SECOND).length),
    );
    expect(most).toBeLessThanOrEqual(30);
  });

  test('asks a chat to wait a second after a message', () => {
    const pace = createPace(TELEGRAM);
    pace.take(chat(1), 0);
    expect(pace.waitFor(chat(1), 900)).toBeGreaterThan(0);
    expect(pace.waitFor(chat(1), 1100)).toBe(0);
    expect(pace.waitFor(chat(2), 0)).toBe(0);
  });

  test('counts all threads of a chat together', () => {
    const pace = createPace(TELEGRAM);
    pace.take({ ...chat(-1), thread: '4' }, 0);
    expect(pace.waitFor({ ...chat(-1), thread: '5' }, 10)).toBeGreaterThan(0);
  });

  test('lets a group have twenty messages in any minute, not one more', () => {
    const pace = createPace(TELEGRAM);
    const moments: number[] = [];
    for (let now = 0; now < 5 * MINUTE; now += 100) {
      if (pace.waitFor(chat(-1), now) > 0) continue;
      pace.take(chat(-1), now);
      moments.push(now);
    }
    const most = Math.max(
      ...moments.map((at) => moments.filter((one) => one >= at && one < at + MINUTE).length),
    );
    expect(most).toBe(20);
  });

  test('halves at a refusal, once for those that were on their way together, and creeps back', () => {
    const pace = createPace(TELEGRAM);
    pace.slowDown(0);
    pace.slowDown(200);
    expect(pace.rate(200)).toBeLessThan(14.1);
    expect(pace.rate(30 * SECOND)).toBeCloseTo(21);
    expect(pace.rate(MINUTE)).toBe(28);
  });

  test('pauses everybody when the platform says so', () => {
    const pace = createPace(TELEGRAM);
    pace.pauseUntil(5 * SECOND);
    expect(pace.wait(SECOND)).toBe(4 * SECOND);
  });

  test('gives back what was not used', () => {
    const pace = createPace({ ...TELEGRAM, burst: 1 });
    pace.take(chat(1), 0);
    pace.giveBack(chat(1), 0);
    expect([pace.wait(1), pace.waitFor(chat(1), 1)]).toEqual([0, 0]);
  });

  test('without a ceiling nothing waits', () => {
    const pace = createPace({ ...TELEGRAM, perSecond: Number.POSITIVE_INFINITY, chatLimits: () => [] });
    for (let at = 0; at < 1000; at++) pace.take(chat(1), 0);
    expect([pace.wait(0), pace.waitFor(chat(1), 0)]).toEqual([0, 0]);
  });

  test('forgets quiet chats, and still knows the busy ones', () => {
    const pace = createPace(TELEGRAM);
    pace.take(chat(1), 0);
    pace.take(chat(2), 2 * SECOND);
    pace.sweep(2 * SECOND);
    expect([pace.waitFor(chat(1), 0), pace.waitFor(chat(2), 2 * SECOND)]).toEqual([0, 1.02 * SECOND]);
  });
});
