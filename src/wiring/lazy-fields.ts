import { lazily } from '../domain/lazily.ts';

/**
 * Objects whose large fields are kept as JSON text and parsed when they are first asked for: of a thousand exchanges
 * with all their names an entry needs two.
 */
export const packFields = <T extends object>(
  thing: T,
  names: readonly (keyof T)[],
): Readonly<Record<string, unknown>> => ({
  ...thing,
  ...Object.fromEntries(
    names.filter((name) => thing[name] !== undefined).map((name) => [name, JSON.stringify(thing[name])]),
  ),
});

/** The object that `packFields` was given; the packed one is used up. Each field looks as if it had been there. */
export const unpackFields = <T extends object>(packed: object, names: readonly (keyof T)[]): T => {
  const thing = packed as T;
  for (const name of names) {
    const text = thing[name];
    if (typeof text !== 'string') continue;
    const read = lazily(() => JSON.parse(text) as unknown);
    Object.defineProperty(thing, name, { enumerable: true, configurable: true, get: read });
  }
  return thing;
};
