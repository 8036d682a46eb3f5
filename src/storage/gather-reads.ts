/** The part of a Keyv instance that is needed. */
interface KeyedReads {
  get(key: string): Promise<unknown>;
  getMany(keys: string[]): Promise<unknown[]>;
}

interface Asked {
  readonly key: string;
  readonly answer: (value: unknown) => void;
}

/**
 * Reads of one key that are asked for in the same turn of the event loop, as by sends that end together, become one
 * question: alone, each costs SQLite four times as much, and a server a round trip.
 */
export const gatherReads = (keyv: KeyedReads, most: number): ((key: string) => Promise<unknown>) => {
  let waiting: Asked[] = [];

  const askAlone = ({ key, answer }: Asked): void => answer(keyv.get(key));

  const askTogether = async (some: readonly Asked[]): Promise<void> => {
    try {
      const values = await keyv.getMany(some.map(({ key }) => key));
      for (const [at, { answer }] of some.entries()) answer(values[at]);
    } catch {
      // A row that cannot be read is a fault for those who want it, not for the others.
      for (const one of some) askAlone(one);
    }
  };

  const askAll = (): void => {
    const all = waiting;
    waiting = [];
    if (all.length === 1) {
      all.forEach(askAlone);
      return;
    }
    for (let from = 0; from < all.length; from += most) void askTogether(all.slice(from, from + most));
  };

  return (key) =>
    new Promise((answer) => {
      // After all that follows from what happened last: thus those who wait for one event ask together.
      if (waiting.length === 0) process.nextTick(askAll);
      waiting.push({ key, answer });
    });
};
