import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { replay } from '../../src/cli/replay.ts';
import { createSteps } from '../../src/steps.ts';

const steps = createSteps();

interface Result {
  readonly outcome: string;
  readonly alert: Readonly<Record<string, unknown>> | null;
}

const replayed = async (
  ...lines: readonly Readonly<Record<string, unknown>>[]
): Promise<readonly Result[]> => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines.map((line) => JSON.stringify(line)).join('\n'));
  await replay({ input, output }, steps);
  output.end();
  return (await text(output))
    .trim()
    .split('\n')
    .flatMap((line): readonly Result[] => JSON.parse(line).results);
};

const INDIA = {
  title: 'India blocks Binance and eight other exchanges',
  publishedAt: '2024-01-12T10:00:00Z',
};

describe('replay', () => {
  test('shows the alert that opens an incident, as a reader of English gets it', async () => {
    const [opened] = await replayed({ id: 1, ...INDIA });
    expect(opened).toMatchObject({ outcome: 'opened', revision: 1 });
    expect(Object.keys(opened?.alert ?? {})).toEqual(['headline', 'summary', 'severity', 'text']);
    expect(opened?.alert?.headline).toContain('India');
  });

  test('says why an entry is irrelevant', async () => {
    expect(await replayed({ id: 1, title: 'Bitcoin climbs past a record' })).toEqual([
      { outcome: 'irrelevant', why: expect.any(String) },
    ]);
  });

  test('gives no alert for what a second outlet tells', async () => {
    const results = await replayed(
      { id: 1, ...INDIA, url: 'https://one.example.com/a' },
      {
        id: 2,
        ...INDIA,
        title: 'Binance among nine exchanges blocked in India',
        url: 'https://two.example.org/b',
      },
    );
    expect(results.map(({ outcome, alert }) => [outcome, alert === null])).toEqual([
      ['opened', false],
      ['seconded', true],
    ]);
  });

  test('takes a line without a date for one of the time of the line before', async () => {
    const results = await replayed(
      { id: 1, ...INDIA, url: 'https://one.example.com/a' },
      { id: 2, title: INDIA.title, url: 'https://two.example.org/b' },
      { id: 3, title: 'India blocks Binance, OKX and seven others', url: 'https://three.example.net/c' },
    );
    expect(results.map(({ outcome }) => outcome)[0]).toBe('opened');
    expect(results.map(({ outcome }) => outcome).slice(1)).not.toContain('opened');
  });
});
