import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { parseFeed } from '../../src/feeds/parse.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes. */
const heldNow = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const ITEMS = 200;
const TURNS = 100;

const item = (turn: number, at: number): string =>
  `<item><guid isPermaLink="false">an id that is long enough to be cut out, ${turn}.${at}</guid>
    <title>A headline that is long enough to be cut out of the body, ${turn}.${at}</title>
    <description>${'A sentence of the body. '.repeat(10)}</description></item>`;

const body = (turn: number): string =>
  `<rss version="2.0"><channel><title>t</title>${Array.from({ length: ITEMS }, (_, at) => item(turn, at)).join('')}</channel></rss>`;

test('what is kept of an entry keeps nothing of the body that it came in', async () => {
  const kept: (string | undefined)[] = [];
  const before = heldNow();
  for (let turn = 0; turn < TURNS; turn += 1) {
    const parsed = await parseFeed(new TextEncoder().encode(body(turn)));
    const [first] = parsed.ok ? parsed.entries : [];
    kept.push(first?.title, first?.guid);
  }
  expect(new Set(kept).size).toBe(2 * TURNS);
  expect(heldNow() - before).toBeLessThan((TURNS * body(0).length) / 10);
});
