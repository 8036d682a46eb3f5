import { describe, expect, test } from '@jest/globals';
import { plainLine, plainText } from '../../src/feeds/plain-text.ts';

describe('plain text', () => {
  test.each([
    ['<p>One.</p><p>Two &amp; three.</p>', 'One.\nTwo & three.'],
    ['a <b>b</b> c', 'a b c'],
    ['safe<script>alert(1)</script> end', 'safe end'],
    ['soft\u00adhyphen\u200b and\u00a0space', 'softhyphen and space'],
    ['two  spaces\n and lines', 'two spaces\nand lines'],
    ['an emoji 😀 stays', 'an emoji 😀 stays'],
    ['half \ud83d of one goes', 'half of one goes'],
    ['A<B', 'A<B'],
    ['a price < 5', 'a price < 5'],
    ['KÃ¤ltewelle', 'Kältewelle'],
    ['cut <a href="https://x.example', 'cut'],
  ])('of %j is %j', (html, expected) => {
    expect(plainText(html)).toBe(expected);
  });

  test('is one line where a line is asked', () => {
    expect(plainLine('<p>One</p><p>two</p>')).toBe('One two');
  });

  test('is kept to 20,000 characters', () => {
    expect(plainText('x '.repeat(50_000)).length).toBeLessThanOrEqual(20_000);
  });
});
