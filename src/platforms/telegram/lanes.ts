/** Jobs of one lane run one after the other, those of different lanes beside each other. */
export interface Lanes {
  /** Takes the job, which resolves when it is done; undefined where too many wait in its lane already. */
  offer(lane: string, job: () => Promise<void>): Promise<void> | undefined;
  /** Takes the job in any case. */
  queue(lane: string, job: () => Promise<void>): Promise<void>;
  /** Resolves when all that was taken is done. */
  idle(): Promise<void>;
}

/**
 * @param most jobs that wait or run in one lane; what is offered beyond is refused
 * @param onError what a job threw: a bug
 */
export const createLanes = (most: number, onError: (error: unknown) => void): Lanes => {
  const tails = new Map<string, Promise<void>>();
  const lengths = new Map<string, number>();

  const leave = (lane: string): void => {
    const length = (lengths.get(lane) ?? 1) - 1;
    if (length > 0) lengths.set(lane, length);
    else {
      lengths.delete(lane);
      tails.delete(lane);
    }
  };

  const queue = (lane: string, job: () => Promise<void>): Promise<void> => {
    lengths.set(lane, (lengths.get(lane) ?? 0) + 1);
    const before = tails.get(lane) ?? Promise.resolve();
    const done = before
      .then(job)
      .catch(onError)
      .finally(() => leave(lane));
    tails.set(lane, done);
    return done;
  };

  const offer = (lane: string, job: () => Promise<void>): Promise<void> | undefined =>
    (lengths.get(lane) ?? 0) < most ? queue(lane, job) : undefined;

  const idle = async (): Promise<void> => {
    while (tails.size > 0) await Promise.all(tails.values());
  };

  return { offer, queue, idle };
};
