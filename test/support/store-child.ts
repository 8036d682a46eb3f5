import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface StoreChild {
  /** The next line that it writes; rejects when it ends without. */
  nextLine(): Promise<string>;
  kill(): Promise<void>;
}

/** Another process on the same store: takes the lease, or writes without end (`store-child-main.ts`). */
export const startStoreChild = (task: 'hold' | 'write', url: string): StoreChild => {
  const here = import.meta.dirname;
  const words = [
    '--import',
    join(here, 'typescript-loader.mjs'),
    join(here, 'store-child-main.ts'),
    task,
    url,
  ];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    nextLine: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error('the child ended');
      return value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
