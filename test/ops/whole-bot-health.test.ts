import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TelegramChat } from '../support/telegram-world.ts';
import { eventually, openWholeBot, type WholeBot } from '../support/whole-bot.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const OPERATOR = 'telegram-7000000501';

const BLOCK = {
  id: 'ph-1',
  title: 'Philippine SEC orders internet providers to block Binance',
  text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance, which has no licence in the country.',
};

describe('health and metrics of the whole bot', () => {
  let bot: WholeBot;
  let chat: TelegramChat;
  let port: number;
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

  beforeAll(async () => {
    port = await freePort();
    bot = await openWholeBot({ HTTP_PORT: String(port), OPERATORS: OPERATOR, CANARY_EVERY: '1m' });
    await bot.start();
    const anna = bot.telegram.person('Anna');
    chat = bot.telegram.chat('supergroup', { bot: 'member', admins: new Set([anna.id]) });
    bot.telegram.say(chat, anna, '/subscribe');
    await eventually('the subscription', () => bot.telegram.messages(chat).length > 0);
    await eventually('first polls', () => bot.polls('courier') > 1 && bot.polls('gazette') > 1);
    const before = bot.telegram.messages(chat).length;
    bot.publish('courier', BLOCK);
    await eventually('the alert', () => bot.telegram.messages(chat).length > before);
  }, 60_000);

  afterAll(() => bot.close(), 30_000);

  test('show the way of an entry from feed to chat', async () => {
    let text = '';
    for (let tries = 0; tries < 100 && !text.includes('outcome="sent"} 1'); tries++)
      text = await (await ask('/metrics')).text();
    const lines = text.split('\n');
    expect(lines).toContain('curbwatch_entries_total{outcome="relevant"} 1');
    expect(lines).toContain('curbwatch_incidents_total{outcome="opened"} 1');
    expect(lines).toContain('curbwatch_deliveries_total{platform="telegram",outcome="sent"} 1');
    expect(lines).toContain('curbwatch_platform_up{platform="telegram"} 1');
    expect(lines).toContain('curbwatch_delivery_latency_seconds_count{platform="telegram"} 1');
    expect(text).toMatch(/curbwatch_polls_total\{outcome="read"\} [1-9]/);
    expect(text).toMatch(/curbwatch_poll_duration_seconds_count [1-9]/);
    expect(text).toMatch(/curbwatch_feed_last_success_timestamp_seconds\{feed="courier"\} \d/);
  });

  test('hold no secret, no chat, no operator and no address', async () => {
    const text = `${await (await ask('/metrics')).text()}${await (await ask('/readyz')).text()}`;
    expect(text).toContain('courier');
    for (const secret of [
      bot.telegram.token,
      'loopback-token',
      String(chat.id),
      OPERATOR,
      bot.discordChannel,
      bot.telegram.url,
      'store.sqlite',
    ])
      expect(text).not.toContain(secret);
  });

  test('say that it is ready, with each platform', async () => {
    let response = await ask('/readyz');
    for (let tries = 0; tries < 100 && response.status !== 200; tries++) response = await ask('/readyz');
    expect(await response.json()).toMatchObject({
      ready: true,
      store: { ok: true },
      poll: { lastAt: expect.stringMatching(/^20/) },
      delivery: { lastAt: expect.stringMatching(/^20/) },
      platforms: { telegram: { state: 'polling' }, discord: { state: 'connected' } },
    });
  });

  test('show the canary, which none of the other numbers and no board counts', async () => {
    const text = await (await ask('/metrics')).text();
    expect(text).toMatch(/^curbwatch_canary_interval_seconds 60$/m);
    expect(text).toMatch(/^curbwatch_canary_last_success_timestamp_seconds \d/m);
    expect(text).toMatch(/^curbwatch_incidents_total\{outcome="opened"\} 1$/m);
    expect(await (await ask('/readyz')).json()).toMatchObject({
      canary: { lastAt: expect.stringMatching(/^20/) },
    });
    expect(bot.telegram.messages(chat).filter(({ text: said }) => said.includes('Canarex'))).toEqual([]);
  });

  test('end with the app, and begin again with it', async () => {
    await bot.stop();
    await expect(ask('/healthz')).rejects.toThrow();
    await bot.start();
    expect((await ask('/healthz')).status).toBe(200);
  }, 30_000);
});
