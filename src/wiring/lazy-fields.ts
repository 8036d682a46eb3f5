/** An object without its large fields, and for each of them where its line begins, or -1 where it had none. */
export interface Packed {
  readonly thing: object;
  readonly begins: readonly number[];
}

/**
 * Takes the large fields out of an object. They are kept apart, each as a line of JSON that is parsed when it is first
 * asked for: of a thousand exchanges with all their names an entry needs two.
 * @param keep puts a line by, and tells where it begins
 */
export const packFields = <T extends object>(
  thing: T,
  names: readonly (keyof T)[],
  keep: (line: string) => number,
): Packed => ({
  thing: Object.fromEntries(Object.entries(thing).filter(([name]) => !names.includes(name as keyof T))),
  begins: names.map((name) => (thing[name] === undefined ? -1 : keep(JSON.stringify(thing[name])))),
});

/** The same getter for all objects: with one of its own each would be of a shape of its own, which is slow to read. */
const createLazyField = <T extends object>(name: keyof T, lineAt: (begin: number) => string) => {
  const begins = new Map<object, number>();
  const values = new Map<object, unknown>();
  function get(this: object): unknown {
    const begin = begins.get(this);
    if (begin !== undefined && !values.has(this)) values.set(this, JSON.parse(lineAt(begin)));
    return values.get(this);
  }
  const property = { enumerable: true, configurable: true, get };
  return (thing: object, begin: number): void => {
    begins.set(thing, begin);
    Object.defineProperty(thing, name, property);
  };
};

/** Creates the reverse of `packFields`; it uses up what it is given. Each field looks as if it had been there. */
export const createUnpackFields = <T extends object>(
  names: readonly (keyof T)[],
  lineAt: (begin: number) => string,
): ((packed: Packed) => T) => {
  const fields = names.map((name) => createLazyField<T>(name, lineAt));
  return ({ thing, begins }) => {
    for (const [at, begin] of begins.entries()) if (begin >= 0) fields[at]?.(thing, begin);
    return thing as T;
  };
};
