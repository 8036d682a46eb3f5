import type { Fault } from '../domain/errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads settings one by one and gathers what is wrong with them. */
export interface SettingReader {
  /** Undefined where it is not set. */
  text(name: string): string | undefined;
  /** The setting, refused with its cure when `parse` cannot read it. */
  parsed<T>(name: string, fallback: T, parse: (value: string) => T | undefined, cure: string): T;
  refuse(name: string, problem: string, cure: string): void;
}

/** An address as it may be shown, also one that is written wrongly: without `user:password@`. */
const withoutPassword = (value: string): string => value.replace(/^(\w{1,20}:?\/\/)?.*@/s, '$1…@');

/** @param faults what is wrong is added to these */
export const createSettingReader = (environment: Environment, faults: Fault[]): SettingReader => {
  const text = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const refuse = (name: string, problem: string, cure: string): void => {
    faults.push({ where: 'environment', what: name, problem, cure });
  };
  return {
    text,
    refuse,
    parsed(name, fallback, parse, cure) {
      const value = text(name);
      if (value === undefined) return fallback;
      const result = parse(value);
      if (result === undefined) refuse(name, `"${withoutPassword(value)}" cannot be read`, cure);
      return result ?? fallback;
    },
  };
};
