/** Runs work of one key in its order, works of different keys beside each other. */
export interface Lanes {
  /** False where too much waits already: the work is not done. */
  run(key: string, work: () => Promise<void>): boolean;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** @param most works of one key that may wait or run */
export const createLanes = (most: number, onBug: (error: unknown) => void): Lanes => {
  const lanes = new Map<string, { tail: Promise<void>; length: number }>();

  const run: Lanes['run'] = (key, work) => {
    const lane = lanes.get(key) ?? { tail: Promise.resolve(), length: 0 };
    if (lane.length >= most) return false;
    lane.length += 1;
    lanes.set(key, lane);
    lane.tail = lane.tail
      .then(work)
      .catch(onBug)
      .then(() => {
        lane.length -= 1;
        if (lane.length === 0) lanes.delete(key);
      });
    return true;
  };

  return {
    run,
    idle: async () => {
      await Promise.all([...lanes.values()].map(({ tail }) => tail));
    },
  };
};
