import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/domain/entry.ts';
import type { Feed } from '../../src/domain/feed.ts';
import type { Reading } from '../../src/domain/report.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { createSteps } from '../../src/steps.ts';
import { createSecondReader } from '../../src/wiring/second-reader.ts';
import { aFeed, NOON } from '../support/feed-builders.ts';

const steps = createSteps();

const anEntry = (title: string): Entry => ({
  id: 'e-1',
  feedId: 'courier',
  key: 'k',
  title,
  text: '',
  publisher: 'Courier',
  language: 'en',
  publishedAt: NOON,
  publishedEstimated: false,
  firstSeenAt: NOON,
  novelty: 'new',
  late: false,
});

const FEED: Feed = aFeed({ kind: 'press' });
const YES = anEntry('Nigeria orders telecoms to block access to Binance and Kraken');
const NO = anEntry('Binance lists a new token');

/** The reading after the judge said `verdict` on an entry that is as uncertain as `confidence`. */
const readAgain = async (entry: Entry, confidence: number, verdict: Verdict | undefined) => {
  let asked = 0;
  const second = createSecondReader({
    judge: async () => {
      asked += 1;
      return verdict;
    },
    uncertain: { from: 0.2, to: 0.7 },
    classify: steps.classify,
  });
  const first: Reading = { ...steps.classify(entry, FEED), confidence };
  return { first, reading: await second(entry, FEED, first), asked: () => asked };
};

describe('the second reader', () => {
  test.each([0, 0.19, 0.71, 1])('is not asked at a confidence of %p', async (confidence) => {
    const { first, reading, asked } = await readAgain(YES, confidence, { relevant: false });
    expect(reading).toBe(first);
    expect(asked()).toBe(0);
  });

  test.each([0.2, 0.5, 0.7])('is asked once at a confidence of %p', async (confidence) => {
    expect((await readAgain(YES, confidence, { relevant: false })).asked()).toBe(1);
  });

  test('makes what we would have told irrelevant, and says who decided', async () => {
    const { first, reading } = await readAgain(YES, 0.5, { relevant: false });
    expect(first.relevant).toBe(true);
    expect(reading).toMatchObject({ relevant: false, reports: [], why: expect.stringContaining('judge') });
  });

  test('makes what we would have kept back relevant, with fields of our own, and says who decided', async () => {
    const { first, reading } = await readAgain(NO, 0.5, {
      ...{ relevant: true, kind: 'ban', stage: 'in-force' },
      ...{ exchanges: ['Kraken'], jurisdictions: ['FR'] },
    });
    expect(first.relevant).toBe(false);
    expect(reading).toMatchObject({ relevant: true, why: expect.stringContaining('judge decided') });
    expect(reading.reports[0]?.exchanges).not.toContain('kraken');
    expect(reading.reports[0]?.jurisdictions).not.toContain('FR');
  });

  test('leaves our reading as it is where there is no verdict', async () => {
    const { first, reading } = await readAgain(YES, 0.5, undefined);
    expect(reading).toBe(first);
  });

  test('agrees with our own fields where it agrees with us', async () => {
    const { first, reading } = await readAgain(YES, 0.5, { relevant: true });
    expect(reading.reports).toEqual(first.reports);
  });
});

describe('the uncertain band that was learnt', () => {
  test('lies between 0 and 1', () => {
    const { from, to } = steps.uncertain;
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThan(1);
  });
});
