import type { Params, TelegramWorld, Update } from './telegram-world.ts';

export type Reply = (status: number, body: Readonly<Record<string, unknown>>) => void;

const CONFLICT = {
  ok: false,
  error_code: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};

/** Long polling: https://core.telegram.org/bots/api#getupdates. */
export const createPolls = (
  world: TelegramWorld,
): {
  /** Answers at once, when an update comes, or when the poll's time is over. Returns how to forget it. */
  poll(params: Params, reply: Reply): () => void;
  push(kind: string, body: Params): void;
} => {
  let waiting: { readonly reply: Reply; readonly answer: () => boolean } | undefined;

  const wanted = ({ kind }: Update, allowed: unknown): boolean =>
    !Array.isArray(allowed) || allowed.length === 0 || allowed.includes(kind);

  const poll = ({ offset, limit, timeout, allowed_updates }: Params, reply: Reply): (() => void) => {
    // "An update is considered confirmed as soon as getUpdates is called with an offset higher than its update_id."
    if (offset !== undefined)
      world.updates = world.updates.filter(({ update_id: id }) => id >= Number(offset));
    // Of two polls at once the newer stays.
    waiting?.reply(409, CONFLICT);
    waiting = undefined;
    const answer = (): boolean => {
      world.updates = world.updates.filter((update) => wanted(update, allowed_updates));
      const batch = world.updates.slice(0, Number(limit ?? 100));
      if (batch.length === 0) return false;
      reply(200, {
        ok: true,
        result: batch.map(({ update_id, kind, body }) => ({ update_id, [kind]: body })),
      });
      return true;
    };
    if (answer()) return () => undefined;
    const mine = { reply, answer };
    waiting = mine;
    const end = (): void => {
      clearTimeout(timer);
      if (waiting === mine) waiting = undefined;
    };
    const timer = setTimeout(
      () => {
        if (waiting === mine) reply(200, { ok: true, result: [] });
        end();
      },
      Number(timeout ?? 0) * 1000,
    );
    return end;
  };

  return {
    poll,
    push: (kind, body) => {
      world.updates.push({ update_id: world.nextId++, kind, body });
      if (waiting?.answer() === true) waiting = undefined;
    },
  };
};
