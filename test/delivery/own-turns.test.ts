import { expect, test } from '@jest/globals';
import type { Turn } from '../../src/delivery/backlog.ts';
import { jobOfBroadcast, type OwedJob } from '../../src/delivery/owed.ts';
import { ownTurns } from '../../src/delivery/own-turns.ts';
import { finish } from '../../src/delivery/settlement.ts';
import { broadcast, chat } from './support/builders.ts';

/** The turn of one of two chats that a broadcast is owed to. */
const turnOf = () => {
  const to = [chat(1), chat(2)];
  const live = { id: 'broadcast', since: 0, owed: to.length };
  const job = jobOfBroadcast(broadcast(to), live, to, false);
  const chain = { destination: chat(1), waiting: [], attempts: 0 };
  const turn: Turn<OwedJob> = { chain, jobs: [job], again: false };
  return { turn, job, live };
};

const send = async () => ({ used: true });

test('the turn of a chat that is ours is taken', async () => {
  const { turn, live } = turnOf();
  expect(await ownTurns(send, (_, take) => take())(turn)).toEqual({ used: true });
  expect(live.owed).toBe(2);
});

test('what is owed to a chat of another process is in our memory no more', async () => {
  const { turn, live } = turnOf();
  expect(await ownTurns(send, () => undefined)(turn)).toEqual({ used: false });
  expect(live.owed).toBe(1);
});

test('what is left to another process is not ended by the turn that was still under way here', async () => {
  const { turn, job } = turnOf();
  await ownTurns(send, () => undefined)(turn);
  expect(finish([job]).finished).toEqual([]);
});

test('what is owed to a chat of which nobody can say whose it is at the moment stays owed', async () => {
  const { turn, job, live } = turnOf();
  expect(await ownTurns(send, async () => 'later' as const)(turn)).toEqual({ used: false, back: [job] });
  expect(live.owed).toBe(2);
});
