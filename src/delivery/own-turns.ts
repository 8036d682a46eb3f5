import type { Turn } from './backlog.ts';
import type { DeliveryParts } from './delivery-desk.ts';
import type { TurnEnd } from './lane.ts';
import type { OwedJob } from './owed.ts';
import { leave } from './settlement.ts';

type Take = (turn: Turn<OwedJob>) => Promise<TurnEnd>;

/**
 * Turns of chats that are ours. Where one is another's by now, what is owed there stays written down and leaves our memory;
 * where that is not sure it must not: it may still be ours, and nobody else would send it.
 */
export const ownTurns = (take: Take, within: DeliveryParts['within']): Take => {
  if (within === undefined) return take;
  return async (turn) => {
    const taken = await within(turn.chain.destination, () => take(turn));
    if (taken === 'later') return { used: false, back: turn.jobs };
    if (taken === undefined) leave(turn.jobs);
    return taken ?? { used: false };
  };
};
