/** FNV-1a over UTF-16 units: what an empty text is hashed to. */
export const HASH_START = 0x811c9dc5 | 0;

export const extendHashByUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The hash of a text that goes on: `extendHash(extendHash(h, 'a'), 'b')` is `extendHash(h, 'ab')`. */
export const extendHash = (hash: number, text: string, start = 0, end = text.length): number => {
  let extended = hash;
  for (let index = start; index < end; index += 1)
    extended = extendHashByUnit(extended, text.charCodeAt(index));
  return extended;
};

/** Mixes the high bits in; 0 to 2^32 - 1. */
export const endHash = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/** FNV-1a over UTF-16 units, well mixed: 0 to 2^32 - 1. */
export const hashText = (name: string): number => endHash(extendHash(HASH_START, name));
