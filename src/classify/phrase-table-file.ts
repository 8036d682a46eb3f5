import type { PhraseTable } from './phrase-table.ts';

/**
 * A phrase table as bytes: a header of `HEADER` numbers, then the columns and the text, all as the machine keeps them
 * in memory, so that reading is no work. A file of another byte order is refused.
 */
const ORDER_MARK = 0x0001_0203;
const HEADER = 6;
const NUMBER = 4;

export const encodePhraseTable = (table: PhraseTable): Uint8Array => {
  const { slots, next, hashes, sieve, phrases, meanings, text, longestStem } = table;
  const sizes = [slots.length, hashes.length, sieve.length, longestStem, text.length];
  const header = Uint32Array.of(ORDER_MARK, ...sizes);
  const columns = [header, slots, next, hashes, sieve, phrases, meanings];
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return Buffer.concat([...columns, units].map((part) => Buffer.from(part.buffer)));
};

/** Bytes of `encodePhraseTable` to the table; `undefined` for bytes of another machine or a part of them. */
export const decodePhraseTable = (bytes: Uint8Array): PhraseTable | undefined => {
  if (bytes.length < HEADER * NUMBER || bytes.byteOffset % NUMBER !== 0) return undefined;
  let at = bytes.byteOffset;
  const numbers = (count: number): Uint32Array => {
    const column = new Uint32Array(bytes.buffer, at, count);
    at += count * NUMBER;
    return column;
  };
  const [mark, slotCount = 0, count = 0, sieveSize = 0, longestStem = 0, length = 0] = numbers(HEADER);
  const size = (HEADER + slotCount + 4 * count + sieveSize) * NUMBER + 2 * length;
  if (mark !== ORDER_MARK || bytes.length !== size) return undefined;
  const [slots, next, hashes] = [numbers(slotCount), numbers(count), numbers(count)];
  const [sieve, phrases, meanings] = [numbers(sieveSize), numbers(count), numbers(count)];
  const text = Buffer.from(bytes.buffer, at, 2 * length).toString('utf16le');
  return { slots, next, hashes, sieve, phrases, meanings, text, longestStem };
};
