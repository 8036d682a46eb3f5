import { StoreError } from '../../src/domain/errors.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openStore } from '../../src/storage/open.ts';
import {
  aBroadcast,
  anIncident,
  aSeenEntry,
  createTestClock,
  createTestLogger,
  telegram,
} from './store-fixtures.ts';

const [task = 'hold', url = ''] = process.argv.slice(2);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** One alert after another in commit order: outbox, incident, seen; says a number when all three are written. */
const writeForEver = async (store: Store): Promise<never> => {
  const everyone = Array.from({ length: 2000 }, (_, number) => telegram(String(number)));
  for (let number = 0; ; number += 1) {
    const id = `i${String(number).padStart(6, '0')}`;
    await store.outbox.add([aBroadcast(id, everyone)]);
    await store.incidents.save([anIncident(id)]);
    await store.seenEntries.add([aSeenEntry('f', id)]);
    say(String(number));
  }
};

const store = await openStore(url, {
  // A wall clock of this machine, as the other process has it.
  clock: { ...createTestClock(), now: () => Date.now() },
  logger: createTestLogger(),
  onLeaseLost: (error) => {
    throw error;
  },
});
try {
  await store.lease.acquire(0);
  say('holding');
  if (task === 'write') await writeForEver(store);
  setInterval(() => undefined, 1000);
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  say(error.message);
}
