import { describe, expect, test } from '@jest/globals';
import { findingLines, nextStep } from '../../src/cli/finding-lines.ts';
import type { Finding } from '../../src/domain/finding.ts';

const GOOD: Finding = { state: 'good', what: 'Node 22' };
const BAD: Finding = { state: 'bad', what: 'Store: full', cure: 'free some space' };

describe('findings', () => {
  test('are a line each with the cure below', () => {
    expect(findingLines([GOOD, BAD], false)).toEqual(['✓ Node 22', '✗ Store: full', '    → free some space']);
  });

  test('are green and red where a person watches', () => {
    const [good, bad] = findingLines([GOOD, BAD], true);
    expect(good).toBe('\u001b[32m✓\u001b[0m Node 22');
    expect(bad).toBe('\u001b[31m✗\u001b[0m Store: full');
  });
});

describe('the next step', () => {
  test.each([
    ['mends what is wrong first', [GOOD, BAD], {}, 'marked ✗'],
    ['gets a token', [GOOD], {}, 'TELEGRAM_BOT_TOKEN'],
    ['names the operator', [GOOD], { telegramToken: '1:a' }, 'OPERATORS'],
    ['asks the feeds and runs', [GOOD], { telegramToken: '1:a', operators: ['telegram-1'] }, 'curbwatch run'],
  ])('%s', (_, findings, settings, step) => {
    expect(nextStep(findings, { operators: [], ...settings })).toContain(step);
  });
});
