import type { Backend } from '../../src/storage/rows.ts';

/** A store that answers nothing: every single operation fails. */
export const createFailingBackend = (): Backend => {
  const fail = async (): Promise<never> => {
    throw new Error('disk on fire');
  };
  return {
    where: 'failing://',
    rows: async () => ({
      adapter: {
        get: fail,
        getMany: fail,
        has: fail,
        set: fail,
        setMany: fail,
        delete: fail,
        deleteMany: fail,
        clear: fail,
      },
      // biome-ignore lint/correctness/useYield: it fails before it has anything to give
      async *range() {
        await fail();
      },
      swap: fail,
    }),
    close: async () => undefined,
  };
};
