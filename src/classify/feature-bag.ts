import { endHash, extendHash, HASH_START } from './hash-text.ts';

/** Names are hashed into so many places. */
const FEATURE_BITS = 20;
const MASK = (1 << FEATURE_BITS) - 1;

/** Each name counts for the part of the entry that it stands in, and for either. */
const TITLE = extendHash(HASH_START, 'T');
const TEXT = extendHash(HASH_START, 'X');
const ANY = extendHash(HASH_START, 'A');
const IN_TITLE = 1;
const IN_TEXT = 0.5;

const FIRST_CAPACITY = 512;

/**
 * Features by hashed name, each once, in the order in which they came. A name is written piece by piece and never put
 * together: most of the time that reading a headline takes would go into texts that are hashed and thrown away.
 */
export interface FeatureBag {
  readonly size: number;
  /** Begins a name, which counts for the title or for the text, and for either. */
  begin(part: string, inTitle: boolean): void;
  write(part: string): void;
  /** The name as written so far is a feature; more may be written. */
  put(): void;
  /** A feature of the entry as a whole, by the hash of its name. */
  putHash(hash: number): void;
  has(index: number): boolean;
  /** Forgets all; the room that was made for them is kept. */
  clear(): void;
  each(visit: (index: number, value: number) => void): void;
}

export const createFeatureBag = (): FeatureBag => {
  let indices = new Int32Array(FIRST_CAPACITY);
  let values = new Float64Array(FIRST_CAPACITY);
  /** Open addressing: place in `indices` + 1, or 0. */
  let slots = new Int32Array(FIRST_CAPACITY * 2);
  let size = 0;
  let inTitle = false;
  let own = 0;
  let any = 0;

  /** The slot of an index, or the free one where it belongs. */
  const slotOf = (index: number): number => {
    const last = slots.length - 1;
    // The lowest bits of neighbouring hashes differ least where names differ in their last letter.
    let slot = (index ^ (index >>> 9)) & last;
    for (;;) {
      const place = slots[slot] ?? 0;
      if (place === 0 || indices[place - 1] === index) return slot;
      slot = (slot + 1) & last;
    }
  };

  const grow = (): void => {
    const [oldIndices, oldValues] = [indices, values];
    indices = new Int32Array(oldIndices.length * 2);
    values = new Float64Array(oldValues.length * 2);
    slots = new Int32Array(slots.length * 2);
    indices.set(oldIndices);
    values.set(oldValues);
    for (let place = 0; place < size; place += 1) slots[slotOf(indices[place] ?? 0)] = place + 1;
  };

  const set = (index: number, value: number, mayReplace: boolean): void => {
    const slot = slotOf(index);
    const place = slots[slot] ?? 0;
    if (place > 0) {
      if (mayReplace) values[place - 1] = value;
      return;
    }
    indices[size] = index;
    values[size] = value;
    size += 1;
    slots[slot] = size;
    if (size === indices.length) grow();
  };

  return {
    get size() {
      return size;
    },
    begin: (part, title) => {
      inTitle = title;
      own = extendHash(title ? TITLE : TEXT, part);
      any = extendHash(ANY, part);
    },
    write: (part) => {
      own = extendHash(own, part);
      any = extendHash(any, part);
    },
    put: () => {
      const value = inTitle ? IN_TITLE : IN_TEXT;
      set(endHash(own) & MASK, value, true);
      set(endHash(any) & MASK, value, inTitle);
    },
    putHash: (hash) => set(hash & MASK, IN_TITLE, false),
    has: (index) => slots[slotOf(index)] !== 0,
    clear: () => {
      slots.fill(0);
      size = 0;
    },
    each: (visit) => {
      for (let place = 0; place < size; place += 1) visit(indices[place] ?? 0, values[place] ?? 0);
    },
  };
};
