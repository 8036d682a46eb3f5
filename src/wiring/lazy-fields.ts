/** An object without its large fields, and for each of them the number of its line, or -1 where it had none. */
export interface Packed {
  readonly thing: object;
  readonly lines: readonly number[];
}

/**
 * Takes the large fields out of an object. They are kept apart, each as a line of JSON that is parsed when it is first
 * asked for: of a thousand exchanges with all their names an entry needs two.
 * @param keep puts a line by, and tells its number
 */
export const packFields = <T extends object>(
  thing: T,
  names: readonly (keyof T)[],
  keep: (line: string) => number,
): Packed => ({
  thing: Object.fromEntries(Object.entries(thing).filter(([name]) => !names.includes(name as keyof T))),
  lines: names.map((name) => (thing[name] === undefined ? -1 : keep(JSON.stringify(thing[name])))),
});

/** The same getter for all objects: with one of its own each would be of a shape of its own, which is slow to read. */
const createLazyField = <T extends object>(name: keyof T, lineAt: (line: number) => string) => {
  const lines = new Map<object, number>();
  const values = new Map<object, unknown>();
  function get(this: object): unknown {
    const line = lines.get(this);
    if (line !== undefined && !values.has(this)) values.set(this, JSON.parse(lineAt(line)));
    return values.get(this);
  }
  const property = { enumerable: true, configurable: true, get };
  return (thing: object, line: number): void => {
    lines.set(thing, line);
    Object.defineProperty(thing, name, property);
  };
};

/** Creates the reverse of `packFields`; it uses up what it is given. Each field looks as if it had been there. */
export const createUnpackFields = <T extends object>(
  names: readonly (keyof T)[],
  lineAt: (line: number) => string,
): ((packed: Packed) => T) => {
  const fields = names.map((name) => createLazyField<T>(name, lineAt));
  return ({ thing, lines }) => {
    for (const [at, line] of lines.entries()) if (line >= 0) fields[at]?.(thing, line);
    return thing as T;
  };
};
