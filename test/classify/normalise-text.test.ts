import { describe, expect, test } from '@jest/globals';
import { normaliseText, originalSpan } from '../../src/classify/normalise-text.ts';

describe('normalising a text', () => {
  test.each([
    ['full-width letters', 'Ｂｉｎａｎｃｅ', 'binance'],
    ['curly quotes', '“Binance’s”', '"binance\'s"'],
    ['the Turkish dotted capital', 'İSTANBUL', 'istanbul'],
    ['zero-width characters', 'Bi​nance', 'binance'],
    ['Arabic and Persian letters', 'بينانس', 'بینانس'],
    ['long dashes', 'a — b', 'a - b'],
  ])('folds %s', (_, raw, folded) => {
    expect(normaliseText(raw).text).toBe(folded);
  });

  test('leads from a folded span back to the original', () => {
    const raw = 'Das ﬃ​nale Verbot';
    const normal = normaliseText(raw);
    const start = normal.text.indexOf('verbot');
    const span = originalSpan(normal, start, start + 6);
    expect(raw.slice(span.start, span.end)).toBe('Verbot');
  });
});
