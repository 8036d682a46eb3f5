import type { Broadcast, DeferredDelivery } from '../domain/delivery.ts';
import type { Outbox } from '../domain/ports.ts';

/** What an operator can see and do about the outbox (`curbwatch outbox`); works on the store alone, the bot may be down. */
export interface OutboxDesk {
  /** Everything that is owed, oldest first. */
  list(): Promise<readonly (Broadcast | DeferredDelivery)[]>;
  show(id: string): Promise<Broadcast | DeferredDelivery | undefined>;
  /** Puts a parked delivery back in line; false where there is none of that id. The bot takes it up at its next start. */
  retry(id: string): Promise<boolean>;
  /** Forgets a broadcast or a delivery; false where there is none of that id. */
  drop(id: string): Promise<boolean>;
}

const all = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const record of records) found.push(record);
  return found;
};

export const createOutboxDesk = (outbox: Outbox): OutboxDesk => {
  const list = async (): Promise<readonly (Broadcast | DeferredDelivery)[]> =>
    [...(await all(outbox.broadcasts())), ...(await all(outbox.deferred()))].toSorted(
      (a, b) => a.createdAt - b.createdAt,
    );
  const show = async (id: string): Promise<Broadcast | DeferredDelivery | undefined> =>
    (await list()).find((record) => record.id === id);
  return {
    list,
    show,
    async retry(id) {
      const found = await show(id);
      if (found === undefined || !('status' in found) || found.status !== 'parked') return false;
      const { payload: _refused, ...rest } = found;
      await outbox.defer([{ ...rest, status: 'waiting', attempts: 0, notBefore: 0, lastOutcome: 'retried' }]);
      return true;
    },
    async drop(id) {
      const found = await show(id);
      if (found === undefined) return false;
      await ('status' in found ? outbox.settle([id]) : outbox.remove([id]));
      return true;
    },
  };
};
