import type { Outbox } from '../domain/ports.ts';

/** Takes over what a process that was alone has left, or a backup has brought; what is written twice has the same ids. */
export const adoptOutbox = async (from: Outbox, to: Outbox): Promise<void> => {
  for await (const broadcast of from.broadcasts()) {
    await to.add([broadcast]);
    await from.remove([broadcast.id]);
  }
  for await (const delivery of from.deferred()) {
    await to.defer([delivery]);
    await from.settle([delivery.id]);
  }
};
