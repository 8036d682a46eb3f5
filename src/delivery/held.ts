import type { Broadcast } from '../domain/delivery.ts';
import type { Outbox } from '../domain/ports.ts';

/** What the brake holds, in memory as in the outbox. */
export interface Held {
  hold(broadcast: Broadcast): void;
  has(id: string): boolean;
  /** Is owed to these only; to nobody any more where there are none. */
  lessen(broadcast: Broadcast): void;
  /** An operator's word on all of it; resolves to what was held. */
  release(word: 'send' | 'drop'): Promise<readonly Broadcast[]>;
  size(): number;
}

export const createHeld = (outbox: Pick<Outbox, 'add' | 'remove'>): Held => {
  const held = new Map<string, Broadcast>();
  return {
    hold: (broadcast) => void held.set(broadcast.id, broadcast),
    has: (id) => held.has(id),
    lessen: (broadcast) => {
      if (broadcast.to.length === 0) held.delete(broadcast.id);
      else if (held.has(broadcast.id)) held.set(broadcast.id, broadcast);
    },
    async release(word) {
      const broadcasts = [...held.values()].map((broadcast) => ({ ...broadcast, held: false }));
      if (word === 'send') await outbox.add(broadcasts);
      else await outbox.remove(broadcasts.map(({ id }) => id));
      held.clear();
      return broadcasts;
    },
    size: () => held.size,
  };
};
