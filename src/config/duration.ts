import { DAY, HOUR, MINUTE, type Millis, SECOND } from '../domain/instant.ts';

const UNITS: Readonly<Record<string, Millis>> = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** `15s`, `1m`, `48h`, `7d` to milliseconds; undefined for anything else. */
export const parseDuration = (text: string): Millis | undefined => {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(text.trim());
  const unit = UNITS[match?.[2] ?? ''];
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
};
