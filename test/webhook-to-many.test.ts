import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { systemClock } from '../src/ops/clock.ts';
import { freePort } from './support/programs.ts';
import { describeWithRedis } from './support/queue-stage.ts';
import type { ShownMessage } from './support/telegram-world.ts';
import { eventually, openWholeBot, type WholeBot } from './support/whole-bot.ts';

const labelsOf = (message: ShownMessage | undefined): readonly string[] =>
  (message?.markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

const SECRET = 'a-secret-of-the-tests';

/** Leads each request to the next port in turn that answers, as a balancer does. */
const openBalancer = async (ports: readonly number[]) => {
  const led = ports.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, response) => {
    const lead = (tries: number): void => {
      const at = turn++ % ports.length;
      led[at] = (led[at] ?? 0) + 1;
      const onward = request(
        {
          port: ports[at],
          path: incoming.url,
          method: incoming.method,
          headers: incoming.headers,
          agent: false,
        },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502);
          answer.pipe(response);
        },
      );
      onward.on('error', () => (tries > 0 ? lead(tries - 1) : response.writeHead(502).end()));
      onward.end(body);
    };
    let body = '';
    incoming.on('data', (chunk) => {
      body += String(chunk);
    });
    incoming.on('end', () => lead(ports.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`,
    /** How many requests went to each port. */
    led,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
};

describeWithRedis('a webhook before several processes', () => {
  let bot: WholeBot;
  let balancer: Awaited<ReturnType<typeof openBalancer>>;
  afterEach(async () => {
    await bot.close();
    await balancer.close();
  }, 60_000);

  /** Two processes that do all, and a person who writes to whichever the balancer leads to. */
  const open = async () => {
    const ports = [await freePort(), await freePort()];
    balancer = await openBalancer(ports);
    bot = await openWholeBot(
      { TELEGRAM_WEBHOOK_URL: balancer.url, TELEGRAM_WEBHOOK_SECRET: SECRET, DISCORD_BOT_TOKEN: '' },
      systemClock,
      ports.map((port) => ({ HTTP_PORT: String(port) })),
    );
    await bot.start();
    const { telegram } = bot;
    const anna = telegram.person('Anna');
    const chat = telegram.privateChat(anna);
    const last = (): ShownMessage | undefined => telegram.messages(chat).at(-1);
    const spoken = (): number => telegram.world.story.filter(({ who }) => who !== 'Anna').length;
    const answered = async (act: () => unknown, answers = 1): Promise<void> => {
      const before = spoken();
      act();
      await eventually('the answers', () => spoken() >= before + answers);
    };
    const say = (...texts: readonly string[]): Promise<void> =>
      answered(() => texts.forEach((text) => void telegram.say(chat, anna, text)), texts.length);
    const press = (label: string): Promise<void> =>
      answered(() => {
        const message = last();
        if (message !== undefined) telegram.press(message, label, anna);
      });
    return { say, press, last };
  };

  test('is answered by any of them, in the order of each chat, also when one is gone', async () => {
    const { say, last } = await open();
    await say(
      ...['binance', 'okx', 'kraken', 'bybit', 'bitget', 'upbit'].map((name) => `/subscribe ${name}`),
    );
    expect(balancer.led.every((count) => count > 0)).toBe(true);
    await say('/filters');
    expect(last()?.text).toMatch(
      /a\. Binance[\s\S]*b\. OKX[\s\S]*c\. Kraken[\s\S]*d\. Bybit[\s\S]*e\. Bitget[\s\S]*f\. Upbit/,
    );
    await bot.leave(0);
    await say('/filters');
    expect(last()?.text).toContain('f. Upbit');
    expect(bot.telegram.world.webhook?.url).toBe(balancer.url);
  }, 120_000);

  test('takes plain words for the answer to what another of them asked', async () => {
    const { say, press, last } = await open();
    await say('/start');
    await press('My countries');
    const before = [...balancer.led];
    // By then the others have heard of the question.
    await wait(1000);
    await say('niger');
    const ways = balancer.led.map((count, at) => count - (before[at] ?? 0));
    expect(ways).toEqual([1, 0]);
    expect(labelsOf(last())).toEqual(expect.arrayContaining(['Niger', 'Nigeria']));
  }, 120_000);
});
