import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cut, fitLines, type Line } from '../../../src/platforms/telegram/fit.ts';

const textOf = (lines: readonly Line[]): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

const anyLines = fc.array(
  fc.array(
    fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => ({ text })),
    { maxLength: 4 },
  ),
  { minLength: 1, maxLength: 30 },
);

describe('fitLines', () => {
  test('leaves alone what fits', () => {
    const lines = [[{ text: 'a' }, { text: 'b' }], [{ text: 'c' }]];
    expect(fitLines(lines, 4)).toBe(lines);
  });

  test('shortens the longest piece and no other', () => {
    const lines = [[{ text: 'headline' }], [{ text: 'x'.repeat(500) }], [{ text: 'footer' }]];
    const fitted = fitLines(lines, 100);
    expect(textOf(fitted)).toBe(`headline\n${'x'.repeat(83)}…\nfooter`);
  });

  test('never touches a fixed piece', () => {
    const lines: readonly Line[] = [[{ text: '🔴 '.repeat(20), fixed: true }, { text: 'y'.repeat(500) }]];
    expect(textOf(fitLines(lines, 100))).toMatch(/^(?:🔴 ){20}y+…$/);
  });

  test('gives up the last lines rather than say nothing in all', () => {
    const lines = Array.from({ length: 100 }, (_, at) => [{ text: `${at} ${'z'.repeat(98)}` }]);
    const fitted = fitLines(lines, 500);
    expect(fitted[0]?.[0]?.text).toMatch(/^0 z{20,}/);
    expect(fitted.at(-1)).toEqual([{ text: '…', fixed: true }]);
  });

  test('takes at most the limit, whatever comes', () => {
    fc.assert(
      fc.property(anyLines, fc.integer({ min: 60, max: 2000 }), (lines, limit) => {
        expect(textOf(fitLines(lines, limit)).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('cut', () => {
  test.each([
    ['an emoji', 'ab👍🏽cd', 5, 'ab…'],
    ['a flag', 'ab🇳🇬cd', 5, 'ab…'],
    ['a family', 'ab👨‍👩‍👧cd', 9, 'ab…'],
    ['a letter with its accent', 'abe\u0301cd', 4, 'ab…'],
  ])('never splits %s', (_, text, room, expected) => {
    expect(cut(text, room)).toBe(expected);
  });

  test('leaves no space before the sign of cutting', () => {
    expect(cut('one two three', 5)).toBe('one…');
  });
});
