import { describe, expect, test } from '@jest/globals';
import { createDateFinder, readEffectiveAt } from '../../src/classify/read-dates.ts';
import type { Stage } from '../../src/domain/taxonomy.ts';
import { readWith } from '../support/read-with.ts';

const NAMES = 'january february march april may june july august september october november december';
const find = createDateFinder(NAMES.split(' ').map((name) => [name]));
const PUBLISHED = Date.UTC(2024, 2, 15);

const effectiveIn = (text: string, stage: Stage = 'announced'): string | undefined => {
  const { document, mentions } = readWith('Binance restricted', text);
  const dates = find(document.normal.text, PUBLISHED);
  const effective = readEffectiveAt(document, dates, mentions.cues, stage, PUBLISHED);
  return effective && new Date(effective.at).toISOString().slice(0, 10);
};

describe('the day from which it bites', () => {
  test('is the one that a word of deadline leads to', () => {
    expect(effectiveIn('Talks are planned on April 2. Users must withdraw by April 30.')).toBe('2024-04-30');
  });

  test('is a day ahead while the effect is to come', () => {
    expect(effectiveIn('Trading ends April 14.')).toBe('2024-04-14');
  });

  test('is not the day of a paper', () => {
    expect(effectiveIn('In a document dated March 25 the regulator names Binance.')).toBeUndefined();
    expect(effectiveIn('A March 25 memorandum tells providers to block Binance.')).toBeUndefined();
  });

  test('is not a day that is past', () => {
    expect(effectiveIn('The rule was passed on March 1.')).toBeUndefined();
  });

  test('is no day ahead of what is lifted, unless the text leads to it', () => {
    expect(effectiveIn('A hearing is planned, April 14.', 'eased')).toBeUndefined();
    expect(effectiveIn('Withdrawals reopen from April 14.', 'eased')).toBe('2024-04-14');
  });
});
