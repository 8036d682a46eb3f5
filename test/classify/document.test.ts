import { describe, expect, test } from '@jest/globals';
import { createDocument, rawSpan } from '../../src/classify/document.ts';

describe('a document', () => {
  test('is the title, a line feed and the text, as evidence counts them', () => {
    const document = createDocument('Ban', 'of Binance', 'en');
    expect(document.raw).toBe('Ban\nof Binance');
    expect(document.titleEnd).toBe(3);
    expect(rawSpan(document, 7, 14).text).toBe('Binance');
  });

  test('takes what is too long for a title as text, and reads no more of it than of a text', () => {
    const title = 'Binance banned. '.repeat(10_000);
    const document = createDocument(title, 'The text.', 'en');
    expect(document.titleEnd).toBe(1_000);
    expect(document.raw.length).toBeLessThan(10_000);
    expect(title.startsWith(document.raw.slice(0, 5_000))).toBe(true);
  });

  test('reads the beginning of a long text', () => {
    expect(createDocument('Ban', 'x'.repeat(1_000_000), 'en').raw.length).toBeLessThan(10_000);
  });
});
