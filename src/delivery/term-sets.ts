/**
 * Sets of wishes, each kept once under a small number: subscriptions wish for the same things again and again,
 * so that an alert is compared with each different set once instead of with each filter. Number 0 is the empty set.
 */
export interface TermSets {
  hold(terms: readonly string[]): number;
  release(set: number): void;
  /**
   * Two bytes for each number: at `2 * set` what is granted where something unstated grants every wish, at
   * `2 * set + 1` where only the named does. The empty set grants always.
   */
  verdicts(stated: ReadonlySet<string>): Uint8Array;
  terms(set: number): readonly string[];
}

const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

interface Held {
  readonly key: string;
  readonly terms: readonly string[];
  uses: number;
}

export const createTermSets = (): TermSets => {
  const numbers = new Map<string, number>();
  const sets: (Held | undefined)[] = [{ key: '', terms: [], uses: 1 }];
  const free: number[] = [];
  const holders = new Map<string, Set<number>>();

  const take = (key: string, terms: readonly string[]): number => {
    const set = free.pop() ?? sets.length;
    sets[set] = { key, terms, uses: 0 };
    numbers.set(key, set);
    for (const term of terms) {
      const known = holders.get(term);
      if (known === undefined) holders.set(term, new Set([set]));
      else known.add(set);
    }
    return set;
  };

  const drop = (set: number, { key, terms }: Held): void => {
    numbers.delete(key);
    sets[set] = undefined;
    free.push(set);
    for (const term of terms) {
      const known = holders.get(term);
      known?.delete(set);
      if (known?.size === 0) holders.delete(term);
    }
  };

  return {
    hold(wished) {
      if (wished.length === 0) return 0;
      const terms = [...new Set(wished)].toSorted(byCode);
      const key = terms.join('\n');
      const set = numbers.get(key) ?? take(key, terms);
      const held = sets[set];
      if (held !== undefined) held.uses++;
      return set;
    },
    release(set) {
      const held = sets[set];
      if (set === 0 || held === undefined) return;
      held.uses--;
      if (held.uses === 0) drop(set, held);
    },
    verdicts(stated) {
      const verdicts = new Uint8Array(2 * sets.length);
      if (stated.size === 0) for (let set = 0; set < sets.length; set++) verdicts[2 * set] = 1;
      verdicts.fill(1, 0, 2);
      for (const term of stated)
        for (const set of holders.get(term) ?? []) verdicts.fill(1, 2 * set, 2 * set + 2);
      return verdicts;
    },
    terms: (set) => sets[set]?.terms ?? [],
  };
};
