import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type OutboxVerb, useOutbox } from '../../src/cli/outbox.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { DeferredDelivery } from '../../src/domain/delivery.ts';
import type { Store } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { openStore } from '../../src/storage/open.ts';
import { alert, broadcast, chat, T0 } from '../delivery/support/builders.ts';
import { createKeptLogger } from '../support/discord-stage.ts';

const PARKED: DeferredDelivery = {
  v: 1,
  id: 'parked-1',
  broadcastId: 'broadcast-1',
  alert: alert(),
  severity: 'high',
  destination: chat(7),
  createdAt: T0,
  attempts: 2,
  notBefore: T0,
  status: 'parked',
  lastOutcome: "can't parse entities",
  payload: '<b>',
};

describe('curbwatch outbox', () => {
  let folder: string;
  let url: string;

  const open = (): Promise<Store> =>
    openStore(url, { clock: systemClock, logger: createKeptLogger(), onLeaseLost: () => undefined });

  const say = async (verb: OutboxVerb, id?: string): Promise<{ found: boolean; text: string }> => {
    const lines: string[] = [];
    const settings = readSettings({ STORE_URL: url });
    const streams = { write: (line: string) => void lines.push(line), logTo: new PassThrough() };
    return { found: await useOutbox(verb, id, settings, streams), text: lines.join('\n') };
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'curbwatch-outbox-'));
    url = `sqlite://${join(folder, 'store.sqlite')}`;
    const store = await open();
    await store.outbox.add([broadcast([chat(1), chat(2)], { createdAt: T0 + 1 })]);
    await store.outbox.defer([PARKED]);
    await store.close();
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('lists what is owed, one line each, oldest first', async () => {
    const { text } = await say('list');
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^parked-1\tparked\thigh\t2026-03-03T12:00.*telegram~7\tcan't parse entities$/),
      expect.stringMatching(/^broadcast-1\tbroadcast\thigh\t.*\t2 destinations\t$/),
    ]);
  });

  test('shows one with the payload that was refused', async () => {
    expect(JSON.parse((await say('show', 'parked-1')).text)).toMatchObject({ payload: '<b>' });
  });

  test('puts a parked delivery back in line', async () => {
    expect((await say('retry', 'parked-1')).found).toBe(true);
    expect((await say('list')).text).toContain('parked-1\twaiting');
  });

  test('says why it cannot retry', async () => {
    expect(await say('retry', 'broadcast-1')).toMatchObject({
      found: false,
      text: expect.stringContaining('not parked'),
    });
    expect((await say('retry', 'nothing')).text).toContain('nothing of that id');
  });

  test('drops a delivery and a broadcast, and then owes nothing', async () => {
    await say('drop', 'parked-1');
    await say('drop', 'broadcast-1');
    expect((await say('list')).text).toBe('Nothing is owed.');
  });

  test('asks for the id where it is missing', async () => {
    expect(await say('drop')).toMatchObject({ found: false, text: expect.stringContaining('drop ID') });
  });

  test('decides nothing while a bot runs on the store, and still shows what is owed', async () => {
    const bot = await open();
    await bot.lease.acquire(0);
    try {
      await expect(say('drop', 'parked-1')).rejects.toThrow(/pid/);
      expect((await say('list')).text).toContain('parked-1');
    } finally {
      await bot.close();
    }
  });
});
