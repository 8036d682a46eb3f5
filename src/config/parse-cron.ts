/** Of second, minute, hour, day, month and weekday. */
const CRON_RANGES = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

const isCronPart = (part: string, [least, most]: readonly [number, number]): boolean => {
  const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
  if (found === null) return false;
  const [, from = least, to = from, step = 1] = found;
  return Number(from) >= least && Number(from) <= Number(to) && Number(to) <= most && Number(step) > 0;
};

/** Six fields, seconds first; undefined for what is no such thing. */
export const parseCron = (value: string): string | undefined => {
  const fields = value.split(/\s+/);
  const isRight = CRON_RANGES.every((range, at) =>
    (fields[at] ?? '').split(',').every((part) => isCronPart(part, range)),
  );
  return fields.length === CRON_RANGES.length && isRight ? fields.join(' ') : undefined;
};
