/** Those who wait until nothing is left to do. */
export interface Idlers {
  /** To be called when something ended. */
  look(): void;
  /** Resolves when nothing is left. */
  wait(): Promise<void>;
}

export const createIdlers = (isIdle: () => boolean): Idlers => {
  let waiting: (() => void)[] = [];
  return {
    look() {
      if (waiting.length === 0 || !isIdle()) return;
      const all = waiting;
      waiting = [];
      for (const resolve of all) resolve();
    },
    wait: () =>
      isIdle()
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
  };
};
