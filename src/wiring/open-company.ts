import { randomUUID } from 'node:crypto';
import type { Operators } from '../commands/rooms.ts';
import type { Settings } from '../config/settings.ts';
import { hashId } from '../domain/hash-id.ts';
import { placeId } from '../domain/place-id.ts';
import type { Decide } from '../pipeline.ts';
import type { Divided } from '../platforms/discord/create-discord.ts';
import type { Job } from '../schedule.ts';
import type { StoreOptions } from '../storage/open.ts';
import { openStore } from '../storage/open.ts';
import { openChanges } from '../storage/queue/changes.ts';
import { openHeldQueue } from '../storage/queue/held-queue.ts';
import { openQueueServer } from '../storage/queue/open-queue-server.ts';
import { createOrders } from '../storage/queue/orders.ts';
import { createQueueOutbox } from '../storage/queue/queue-outbox.ts';
import { SHARDS } from '../storage/queue/shards.ts';
import { createTakeTurn } from '../storage/queue/take-turn.ts';
import { createWorkLine, type WorkLine } from '../storage/queue/work-line.ts';
import { createWorkers } from '../storage/queue/workers.ts';
import { adoptOutbox } from './adopt-outbox.ts';
import { createCandidacies } from './candidacies.ts';
import { createDivision, type Division } from './division.ts';
import { createHearChange } from './hear-change.ts';
import { openOwnDesk } from './open-own-desk.ts';
import { type Change, isAbout, shareChanges, type Tell } from './share-changes.ts';
import { shareDesk } from './share-desk.ts';
import { carryOut, type Order, shareOperators } from './share-operators.ts';
import type { Part, Ties } from './ties.ts';

/** Of what is only remembered, the rest is let go. */
const MOST_NOTED = 10_000;
const ENTRIES = 'entries';
const ORDERS = 'orders';
const DELIVER = 'deliver';

type Handed = { readonly feed: Parameters<Decide>[0]; readonly entries: Parameters<Decide>[1] };

/** Shares the work with other processes, through the Redis at `queueUrl` and the store that all of them have. */
export const openCompany = async (
  { storeUrl, queueUrl, roles }: Pick<Settings, 'storeUrl' | 'roles'> & { readonly queueUrl: string },
  options: StoreOptions,
): Promise<Ties> => {
  const { clock, logger } = options;
  const server = await openQueueServer(queueUrl, logger);
  const self = randomUUID();
  // Before anything is read from the store, so that nothing falls between.
  const changes = await openChanges<Change>(server, self, logger);
  const plain = await openStore(storeUrl, options);
  const tell: Tell = (...all) => changes.tell(all);
  const outbox = createQueueOutbox(server, clock);
  const store = { ...shareChanges(plain, tell), outbox };

  let noted: Change[] = [];
  const note = (change: Change): void => {
    if (noted.length < MOST_NOTED) noted.push(change);
  };
  const flush = async (): Promise<void> => {
    const all = noted;
    noted = [];
    await changes.tell(all);
  };

  const lines: WorkLine[] = [];
  let own: ReturnType<typeof openOwnDesk> | undefined;
  const wakeDesk = (): void => own?.keeper.wake(Array.from({ length: SHARDS }, (_, shard) => shard));
  const tellOfWork = (queue: string): Promise<void> => tell({ what: 'work', queues: [queue] });

  const candidacies = createCandidacies({
    ...{ roles, logger },
    // Who decides is also the one writer, as a process that is alone would be, or the command line.
    leaseOf: (part) => (part === 'decide' ? plain.lease : plain.leaseOf(part)),
  });
  const divisions = new Map<Part, Division>();
  const holds: Ties['holds'] = (part) => candidacies.holds(part) || divisions.get(part)?.holds() === true;

  const divide = (part: Part, divided: Divided): Promise<void> => {
    const division = createDivision({
      ...{ ...divided, logger },
      leaseOf: (share) => plain.leaseOf(`${part}-${share}`),
      workers: createWorkers(server, self, `curbwatch:workers:${part}`),
    });
    divisions.set(part, division);
    return division.tick();
  };

  const workOff = <T>(
    name: string,
    atOnce: number,
    handle: (data: T, again: boolean) => Promise<unknown>,
  ): void => {
    if (!roles.has('decide')) return;
    const queue = openHeldQueue<T>(server, name);
    lines.push(createWorkLine({ queue, handle, atOnce, clock, logger }));
  };

  const lookInto = (queues: readonly string[]): void => {
    if (queues.includes(DELIVER)) wakeDesk();
    else for (const line of lines) line.wake();
  };

  const tick = async (): Promise<void> => {
    await candidacies.tick();
    for (const division of divisions.values()) await division.tick();
    for (const line of lines) line.wake();
    await flush();
  };
  const jobs: readonly Job[] = [{ name: 'share-work', cron: '* * * * * *', run: tick }];

  return {
    store,
    plays: (part) => part !== 'terminal' && roles.has(part),
    holds,
    async begin(part, how) {
      if (how.divided !== undefined)
        return part !== 'terminal' && roles.has(part) ? divide(part, how.divided) : undefined;
      await candidacies.add(part, {
        ...how,
        start: async () => {
          await how.start();
          if (part !== 'decide') return;
          await adoptOutbox(plain.outbox, outbox);
          for (const line of lines) await line.start();
        },
      });
    },
    handOver(decide) {
      workOff<Handed>(ENTRIES, 16, ({ feed, entries }) => decide(feed, entries));
      const queue = server.queue<Handed>(ENTRIES);
      return async (feed, entries) => {
        if (entries.length === 0) return;
        const jobId = hashId(feed.id, ...entries.flatMap(({ id, title, text }) => [id, title, text]));
        await queue.add(ENTRIES, { feed, entries }, { jobId, removeOnComplete: true, removeOnFail: true });
        await tellOfWork(ENTRIES);
      };
    },
    desk(...asked) {
      if (roles.has('deliver'))
        own = openOwnDesk({ server, store: plain, outbox, clock, logger, self }, ...asked);
      const wake = async (): Promise<void> => {
        wakeDesk();
        await tellOfWork(DELIVER);
      };
      return shareDesk({ outbox, wake, tell, logger, ...(own !== undefined && { own }) });
    },
    operators(mine: Operators) {
      const { ask } = createOrders<Order>(server, ORDERS, () => tellOfWork(ORDERS));
      // Whoever asked a predecessor has given up by now, and would be done it twice.
      workOff<Order>(ORDERS, 1, async (order, again) => {
        if (again) return { fault: 'the process that was asked has ended' };
        return carryOut(mine, order).then(
          (ok) => ({ ok }),
          (error: unknown) => ({ fault: error instanceof Error ? error.message : String(error) }),
        );
      });
      const onReloaded = (): Promise<void> => tell({ what: 'reload' });
      return shareOperators({ own: mine, isHere: () => holds('decide'), ask, onReloaded });
    },
    steps: (hear) => (step) => {
      hear(step);
      if (step.what !== 'poll') note({ what: 'step', step });
    },
    told: (hear) => (place, at) => {
      hear(place, at);
      note({ what: 'told', place, at });
    },
    erase: (destination) =>
      changes.erase(isAbout(destination), { what: 'forgotten', place: placeId(destination) }),
    asked: (place, asks) =>
      void tell({ what: 'asked', place, ...(asks !== undefined && { asks }) }).catch((error: unknown) =>
        logger.warn('question.untold', { error }),
      ),
    takeTurn: createTakeTurn(server, 'identify'),
    hear(ears) {
      const hear = createHearChange({ ears, desk: () => own?.desk, lookInto, logger });
      changes.start(async (change) => void (await hear(change)));
    },
    jobs,
    async pause() {
      candidacies.stop();
      await Promise.all([...divisions.values()].map((division) => division.stop()));
      await Promise.all(lines.map((line) => line.stop()));
    },
    async close() {
      changes.stop();
      await plain.close();
      await server.close();
    },
  };
};
