import type { Clock } from '../domain/ports.ts';
import type { Adapter, Backend, Row, Rows } from './rows.ts';

const PAGE = 500;

/** A keyv storage adapter over a Map, for tests and trials: it forgets all when the process ends. */
const createMemoryRows = (clock: Clock, isOpen: () => boolean): Rows => {
  const rows = new Map<string, { readonly value: string; readonly expires: number }>();

  const read = (key: string): string | undefined => {
    const row = rows.get(key);
    if (row !== undefined && row.expires <= clock.now()) rows.delete(key);
    return rows.get(key)?.value;
  };
  const write = ({ key, value, ttl }: Row): void => {
    rows.set(key, { value, expires: ttl === undefined ? Number.POSITIVE_INFINITY : clock.now() + ttl });
  };
  const answer = async <T>(work: () => T): Promise<T> => {
    if (!isOpen()) throw new Error('the store is closed');
    return work();
  };
  const swapNow = (key: string, expected: string | undefined, next: string | undefined): boolean => {
    if (read(key) !== expected) return false;
    if (next === undefined) rows.delete(key);
    else write({ key, value: next });
    return true;
  };

  const adapter: Adapter = {
    get: (key) => answer(() => read(key)),
    getMany: (keys) => answer(() => keys.map(read)),
    has: (key) => answer(() => read(key) !== undefined),
    set: (key, value, ttl) => answer(() => write(ttl === undefined ? { key, value } : { key, value, ttl })),
    setMany: (many) => answer(() => many.forEach(write)),
    delete: (key) => answer(() => rows.delete(key)),
    deleteMany: (keys) => answer(() => keys.map((key) => rows.delete(key)).includes(true)),
    clear: () => answer(() => rows.clear()),
  };

  async function* range(prefix: string): AsyncGenerator<readonly (readonly [string, string])[]> {
    const keys = await answer(() =>
      [...rows.keys()].filter((key) => key.startsWith(prefix)).sort((a, b) => (a < b ? -1 : 1)),
    );
    for (let from = 0; from < keys.length; from += PAGE) {
      const page = keys.slice(from, from + PAGE);
      const values = await adapter.getMany(page);
      yield page.flatMap((key, position) => {
        const value = values[position];
        return value === undefined ? [] : [[key, value] as const];
      });
    }
  }

  return { adapter, range, swap: (key, expected, next) => answer(() => swapNow(key, expected, next)) };
};

export const openMemory = (clock: Clock): Backend => {
  let open = true;
  return {
    where: 'memory://',
    rows: async () => createMemoryRows(clock, () => open),
    close: async () => {
      open = false;
    },
  };
};
