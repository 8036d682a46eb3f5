import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type BotStage, eventually, openReadyBot } from '../../support/discord-bot.ts';
import type { InteractionRecord } from '../../support/discord-interactions.ts';

let stage: BotStage;
afterEach(() => stage.close());

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const MEBIBYTE = 1024 * 1024;
const heapMebibytes = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed / MEBIBYTE;
};

/** So many interactions, twenty at a time, each by another person. */
const press = async ({ server, channel }: BotStage, count: number): Promise<void> => {
  for (let done = 0; done < count; done += 20) {
    const records = Array.from({ length: 20 }, () => server.press(channel, server.world.addUser(), 'why:1'));
    await eventually(() => records.every(({ answers }) => answers.length > 0));
    server.world.users.clear();
  }
};

describe('under load', () => {
  test('proposals come in under 300 ms for 99 of 100 people who type', async () => {
    const names = Array.from({ length: 25 }, (_, at) => ({
      name: `Exchange ${at}`,
      value: `exchange-${at}`,
    }));
    stage = await openReadyBot({ complete: () => names });
    const records: InteractionRecord[] = [];
    for (let at = 0; at < 150; at += 1) {
      records.push(stage.server.type(stage.channel, stage.admin, 'subscribe', 'exchanges', 'ex'));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await eventually(() => records.every(({ choices }) => choices !== undefined));
    const slowest = records
      .map(({ acknowledgedAfter = Number.POSITIVE_INFINITY }) => acknowledgedAfter)
      .sort((a, b) => b - a);
    expect(slowest[1]).toBeLessThan(300);
  }, 20_000);

  test('memory stays flat over a thousand interactions', async () => {
    stage = await openReadyBot();
    await press(stage, 400);
    const before = heapMebibytes();
    await press(stage, 1000);
    // What is under way keeps its deadline for ten seconds; a leak of 12 kB an interaction would be more.
    expect(heapMebibytes() - before).toBeLessThan(12);
  }, 120_000);
});
