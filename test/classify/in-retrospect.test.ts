import { describe, expect, test } from '@jest/globals';
import { inRetrospect } from '../../src/classify/in-retrospect.ts';
import { readWith } from '../support/read-with.ts';

const pastIn = (title: string, text: string): readonly string[] => {
  const { document, mentions } = readWith(title, text);
  return [...inRetrospect(document, mentions)];
};

describe('looking back', () => {
  test('leaves out an exchange of which only a sentence about earlier days speaks', () => {
    expect(
      pastIn('Regulator orders Huobi to stop', 'Users must withdraw. Bybit had been told last year.'),
    ).toEqual(['bybit']);
  });

  test('keeps one that a sentence of now names as well', () => {
    const text = 'Bybit had been told last year. Bybit must now stop.';
    expect(pastIn('Regulator orders Huobi to stop', text)).toEqual([]);
  });

  test('keeps those that share a sentence with the title’s', () => {
    expect(pastIn('Regulator blocks Huobi', 'After a probe Huobi and Bybit are blocked.')).toEqual([]);
  });

  test('keeps all where the title names none', () => {
    expect(pastIn('Regulator blocks crypto exchanges', 'Bybit had been warned last year.')).toEqual([]);
  });
});
