/** telegraf's own deadline of a call. */
const OF_TELEGRAF = 500_000;

/**
 * node-fetch forgets the timer of a body that breaks off in the middle: until telegraf's 500 s are over it keeps the
 * process of the tests alive. From here on such timers do not; call what is returned to have the old ones back.
 */
export const letLongTimersGo = (): (() => void) => {
  const { setTimeout: original } = globalThis;
  const start = (...parts: Parameters<typeof original>): NodeJS.Timeout => {
    const [, ms] = parts;
    const timer = original(...parts);
    return ms !== undefined && ms >= OF_TELEGRAF ? timer.unref() : timer;
  };
  globalThis.setTimeout = Object.assign(start, original) as typeof original;
  return () => {
    globalThis.setTimeout = original;
  };
};
