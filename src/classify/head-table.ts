import { endHash, extendHash, HASH_START } from './hash-text.ts';

/**
 * Lists by a short text, looked up by a hash that the caller has at hand and in a text that need not be cut into words.
 * That most words of a text begin no phrase is told by one look into an array.
 */
export interface HeadTable<T> {
  add(key: string, value: T): void;
  /** What stands under `text.slice(start, start + length)`; `hash` is the `extendHash` of that. */
  get(hash: number, text: string, start: number, length: number): readonly T[] | undefined;
}

interface Row<T> {
  readonly key: string;
  readonly values: T[];
  /** Another row in the same slot. */
  readonly next: Row<T> | undefined;
}

const FIRST_SLOTS = 1 << 10;

export const createHeadTable = <T>(): HeadTable<T> => {
  let slots: (Row<T> | undefined)[] = new Array(FIRST_SLOTS).fill(undefined);
  let count = 0;

  const slotOf = (hash: number): number => endHash(hash) & (slots.length - 1);

  const find = (hash: number, text: string, start: number, length: number): Row<T> | undefined => {
    let row = slots[slotOf(hash)];
    while (row !== undefined && !(row.key.length === length && text.startsWith(row.key, start)))
      row = row.next;
    return row;
  };

  const insert = (hash: number, key: string, values: T[]): void => {
    const slot = slotOf(hash);
    slots[slot] = { key, values, next: slots[slot] };
    count += 1;
  };

  /** Sparse on purpose: a look-up that finds nothing should end at the first slot. */
  const grow = (): void => {
    const old = slots;
    slots = new Array(old.length * 4).fill(undefined);
    count = 0;
    for (let row of old)
      for (; row !== undefined; row = row.next) insert(extendHash(HASH_START, row.key), row.key, row.values);
  };

  return {
    add: (key, value) => {
      const hash = extendHash(HASH_START, key);
      const row = find(hash, key, 0, key.length);
      if (row !== undefined) {
        row.values.push(value);
        return;
      }
      if (count * 2 > slots.length) grow();
      insert(hash, key, [value]);
    },
    get: (hash, text, start, length) => find(hash, text, start, length)?.values,
  };
};
