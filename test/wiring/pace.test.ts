import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/config/settings.ts';
import { createPace } from '../../src/delivery/pace.ts';
import { paceOf } from '../../src/wiring/pace.ts';

const group = { platform: 'telegram', chat: '-1001' } as const;

describe('pace of the platforms', () => {
  test("stays below Telegram's limits unless told otherwise", () => {
    const { perSecond, chatLimits } = paceOf(readSettings({}))('telegram');
    expect(perSecond).toBe(28);
    expect(chatLimits({ platform: 'telegram', chat: '1' })).toEqual([{ count: 1, perMs: 1000 }]);
    expect(chatLimits(group)).toContainEqual({ count: 20, perMs: 60_000 });
  });

  test("asks for no more than Telegram's 30 in any second, not after a pause or a stall either", () => {
    const pace = createPace(paceOf(readSettings({}))('telegram'));
    const sent: number[] = [];
    for (let now = 0; now < 4000; now++) {
      // The event loop was busy with something else.
      if (now > 500 && now < 700) continue;
      for (const at of sent.filter((one) => one === now - 20)) pace.answered(now - at, now);
      while (pace.wait(now) <= 0) {
        pace.take({ platform: 'telegram', chat: String(sent.length) }, now);
        sent.push(now);
      }
    }
    expect(sent.length).toBeGreaterThan(100);
    const most = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + 1000).length));
    expect(most).toBeLessThanOrEqual(30);
  });

  test('takes its ceilings from the settings', () => {
    const pace = paceOf(readSettings({ TELEGRAM_PER_SECOND: '900', DISCORD_PER_SECOND: '10' }));
    expect([pace('telegram').perSecond, pace('discord').perSecond]).toEqual([900, 10]);
  });

  test('has no limit at all where there is none', () => {
    const { perSecond, chatLimits } = paceOf(readSettings({ TELEGRAM_PER_SECOND: 'unlimited' }))('telegram');
    expect(perSecond).toBe(Number.POSITIVE_INFINITY);
    expect(chatLimits(group)).toEqual([]);
  });

  test.each(['0', '-3', 'fast'])('refuses %p with the cure', (value) => {
    expect(() => readSettings({ TELEGRAM_PER_SECOND: value })).toThrow(/TELEGRAM_PER_SECOND.*unlimited/);
  });
});
