import { afterEach, describe, expect, test } from '@jest/globals';
import { examineClock } from '../../src/wiring/examine-clock.ts';
import { aClock, NOON } from '../support/feed-builders.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';

let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const examine = async (date: string | undefined) => {
  server = await startFeedServer((_, response) => {
    response.sendDate = false;
    response.writeHead(404, date === undefined ? {} : { date }).end();
  });
  return examineClock(server.url('/'), aClock());
};

const at = (off: number): string => new Date(NOON + off).toUTCString();

describe('the clock', () => {
  test.each([
    ['good', 2_000],
    ['doubtful', 20_000],
    ['bad', -3_600_000],
  ])('is %s where the network is %d ms ahead', async (state, off) => {
    expect((await examine(at(off))).state).toBe(state);
  });

  test.each([[undefined], ['yesterday']])('cannot be compared with a date of %s', async (date) => {
    expect((await examine(date)).state).toBe('doubtful');
  });

  test('cannot be compared with a host that does not answer', async () => {
    const address = 'http://127.0.0.1:1/';
    expect(await examineClock(address, aClock())).toMatchObject({ state: 'doubtful' });
  });
});
