import { describe, expect, test } from '@jest/globals';
import { askedTokens } from '../../src/classify/questions.ts';
import { toSigns } from '../../src/classify/sign.ts';
import { readWith } from '../support/read-with.ts';

const signsOf = (title: string, language = 'en'): readonly string[] => {
  const { document, mentions } = readWith(title, '', language);
  return toSigns(mentions, askedTokens(document)).map(({ name }) => name);
};

describe('the signs of an entry', () => {
  test('are names and cues in the order of the text', () => {
    const signs = signsOf('FCA bans Binance');
    expect(signs[0]).toMatch(/^AU-/);
    expect(signs).toContain('ban');
    expect(signs.indexOf('ban')).toBeLessThan(signs.indexOf('EX'));
  });

  test('tell a cue that is asked about from one that is told', () => {
    expect(signsOf('Is Binance banned?')).toEqual(expect.arrayContaining(['?ban', 'EX']));
    expect(signsOf('Is Binance banned?')).not.toContain('ban');
  });

  test('tell a measure that stands before a question', () => {
    const signs = signsOf('FCA bans Binance: will it halt withdrawals?');
    expect(signs).toEqual(expect.arrayContaining(['ban', '?service-halt']));
  });
});
