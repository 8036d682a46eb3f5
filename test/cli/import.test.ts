import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SHIPPED_HISTORY, useImport } from '../../src/cli/import.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Store } from '../../src/domain/ports.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { createSteps } from '../../src/steps.ts';
import { openStore } from '../../src/storage/open.ts';
import { createKeptLogger } from '../support/discord-stage.ts';
import { anIncident } from '../support/store-fixtures.ts';

const ROW = {
  date: '2018-03-05',
  exchanges: ['binance'],
  jurisdictions: ['CN'],
  kind: 'social-block',
  stage: 'in-force',
  title: 'WeChat closes accounts of Binance',
  summary: 'Of offshore exchanges.',
  sources: ['https://example.org/a', 'https://example.net/b'],
};

const collect = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

describe('curbwatch import --history', () => {
  let folder: string;
  let settings: ReturnType<typeof readSettings>;

  const withStore = async <Result>(use: (store: Store) => Promise<Result>): Promise<Result> => {
    const store = await openStore(settings.storeUrl, {
      clock: systemClock,
      logger: createKeptLogger(),
      onLeaseLost: () => undefined,
    });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };

  const run = async (...rows: readonly object[]): Promise<readonly string[]> => {
    const file = join(folder, 'past.jsonl');
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    const lines: string[] = [];
    await useImport(file, settings, { write: (line) => void lines.push(line), logTo: new PassThrough() });
    return lines;
  };

  const stored = (): Promise<readonly Incident[]> => withStore(({ incidents }) => collect(incidents.all()));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'curbwatch-import-'));
    settings = readSettings({ STORE_URL: `sqlite://${join(folder, 'store.sqlite')}` });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('puts what happened on the board and owes nobody an alert', async () => {
    await run(ROW);
    const [incident] = await stored();
    expect(incident).toMatchObject({
      happenedAt: Date.UTC(2018, 2, 5, 12),
      exchanges: ['binance'],
      confirmation: 'corroborated',
      sources: [{ url: 'https://example.org/a' }, { url: 'https://example.net/b' }],
    });
    expect(await withStore(({ outbox }) => collect(outbox.broadcasts()))).toEqual([]);
  });

  test('adds nothing the second time', async () => {
    await run(ROW);
    expect(await run(ROW)).toEqual(['0 added, 1 were there already, 0 we had heard of ourselves.']);
    expect(await stored()).toHaveLength(1);
  });

  test('closes what ended', async () => {
    await run({ ...ROW, closed: '2019-01' });
    expect(await stored()).toMatchObject([
      { closedAt: Date.UTC(2019, 0, 15, 12), measures: [{ stage: 'eased', direction: 'eases' }] },
    ]);
  });

  test('leaves alone what the bot heard of itself', async () => {
    const at = Date.UTC(2018, 2, 6);
    const own = { ...anIncident('own'), exchanges: ['binance'], happenedAt: at };
    const [source] = own.sources;
    await withStore(({ incidents }) =>
      incidents.save([{ ...own, sources: [{ ...source, publishedAt: at }] }]),
    );
    const [heard, sum] = await run(ROW);
    expect([heard, sum]).toEqual([
      'known as own: WeChat closes accounts of Binance',
      '0 added, 0 were there already, 1 we had heard of ourselves.',
    ]);
  });

  test('takes over nothing where a line is wrong', async () => {
    await expect(run(ROW, { ...ROW, kind: 'bann' })).rejects.toThrow(/past\.jsonl:2 kind/);
    expect(await stored()).toEqual([]);
  });

  test('takes the shipped history as it is, of which the steps know nothing', async () => {
    await useImport(SHIPPED_HISTORY, settings, { write: () => undefined, logTo: new PassThrough() });
    expect((await stored()).length).toBeGreaterThanOrEqual(120);
    expect([...createSteps().createCorrelator().all()]).toEqual([]);
  });
});
