import { describe, expect, test } from '@jest/globals';
import { readEntryLine } from '../../src/cli/entry-line.ts';
import { createSteps } from '../../src/steps.ts';

const steps = createSteps();
const stageOf = (title: string, text: string): string | undefined => {
  const { entry, feed } = readEntryLine(
    { title, text, language: 'en', publishedAt: '2025-05-30T09:00:00Z' },
    steps,
  );
  const [report] = steps.classify(entry, feed).reports;
  return report && `${report.kind} ${report.stage}`;
};

describe('a measure that a title tells as done', () => {
  const TITLE = 'Thailand blocks access to Bybit and OKX';

  test('is announced while the day from which it bites is ahead', () => {
    expect(stageOf(TITLE, 'The sites will be closed to Thai users from 28 June.')).toBe(
      'access-block announced',
    );
  });

  test('is in force once that day is here', () => {
    expect(stageOf(TITLE, 'The sites are closed to Thai users from 30 May.')).toBe('access-block in-force');
  });

  test('is in force where the text dates nothing', () => {
    expect(stageOf(TITLE, 'The sites are closed to Thai users.')).toBe('access-block in-force');
  });
});

describe('an order that leaves time for an answer', () => {
  test('is in force', () => {
    expect(
      stageOf(
        'Regulator orders Binance to cease all services at once',
        'The order binds at once. The exchange must report to the regulator by 28 June.',
      ),
    ).toBe('cease-and-desist in-force');
  });
});

describe('a halt that has an end', () => {
  test('is in force', () => {
    expect(
      stageOf('Binance halts all withdrawals', 'Withdrawals have been suspended, and stay so until 2 June.'),
    ).toBe('service-halt in-force');
  });
});
