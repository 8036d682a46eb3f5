import { describe, expect, test } from '@jest/globals';
import { headOf } from '../../src/classify/phrase.ts';
import { createPhraseIndex } from '../../src/classify/phrase-index.ts';
import { createPhraseTable } from '../../src/classify/phrase-table.ts';
import { decodePhraseTable, encodePhraseTable } from '../../src/classify/phrase-table-file.ts';
import { tokenise } from '../../src/classify/tokenise.ts';

const TABLE = createPhraseTable(
  ['binance', 'binance us', 'verbiet*', '币安'].flatMap((pattern) => {
    const head = headOf(pattern);
    return head === undefined ? [] : [{ head, meaning: `means ${pattern}` }];
  }),
);
const TEXT = 'bafin verbietet binance us und 币安';

const foundIn = (table: typeof TABLE | undefined): readonly string[] | undefined =>
  table &&
  createPhraseIndex(table, (meaning) => meaning)
    .find(TEXT, tokenise(TEXT))
    .map(({ value }) => value);

describe('a phrase table', () => {
  test('finds the same after a way through a file', () => {
    const expected = ['means verbiet*', 'means binance', 'means binance us', 'means 币安'];
    expect(foundIn(TABLE)).toEqual(expected);
    expect(foundIn(decodePhraseTable(encodePhraseTable(TABLE)))).toEqual(expected);
  });

  test.each([0, 8, 19, 40])('is refused where the file was cut off after %s bytes', (length) => {
    expect(decodePhraseTable(encodePhraseTable(TABLE).slice(0, length))).toBeUndefined();
  });

  test('is refused where a machine of the other byte order wrote it', () => {
    const bytes = encodePhraseTable(TABLE).slice();
    bytes.subarray(0, 4).reverse();
    expect(decodePhraseTable(bytes)).toBeUndefined();
  });
});
