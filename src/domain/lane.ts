/** Runs one task after the other, in the order given; a task that fails does not hold up the next. */
export type Lane = <T>(task: () => Promise<T>) => Promise<T>;

export const createLane = (): Lane => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
};
