import { describe, expect, test } from '@jest/globals';
import { BRAKE_OFF } from '../../src/delivery/brake.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { route } from '../../src/delivery/route.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { HOUR } from '../../src/domain/instant.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { alert, chat, incident, subscription, T0 } from './support/builders.ts';
import { createFakeClock, settle } from './support/fake-clock.ts';
import { type Disk, emptyDisk } from './support/memory-store.ts';
import { type Accepted, createWorld, type World } from './support/world.ts';

const SUBSCRIBERS: readonly Subscription[] = [
  ...[1, 2, 3, 4].map((at) => subscription({ destination: chat(at) })),
  // Two who read digests: the quiet and the hourly one.
  subscription({ destination: chat(5), quiet: { from: '11:00', to: '13:00', criticals: 'silent' } }),
  subscription({ destination: chat(6), cadence: 'hourly' }),
];

/** One event after another, as entries bring them: three incidents, one of which is revised. */
const EVENTS: readonly Incident[] = [
  incident({ id: 'one' }),
  incident({ id: 'two', severity: 'critical' }),
  incident({ id: 'one', revision: 2 }),
  incident({ id: 'three', severity: 'low' }),
];

const diskWithSubscribers = (): Disk => {
  const disk = emptyDisk();
  for (const one of SUBSCRIBERS) disk.subscriptions.set(`telegram~${one.destination.chat}`, one);
  return disk;
};

const namesIn = (text: string): readonly string[] => text.match(/\b(?:one|two|three)\b/g) ?? [];

interface Life {
  readonly world: World;
  /** Messages that the platform accepted and whose record was never begun to be written, or not finished. */
  readonly unrecorded: () => number;
}

/** A process; after `writes` writes it is killed: nothing is written, sent or answered any more. */
const live = (disk: Disk, writes: number): Life => {
  let dead = false;
  const world = createWorld({
    disk,
    clock: createFakeClock(T0),
    settings: { concurrency: 2 },
    fate: (write) => {
      dead ||= write > writes;
      return dead ? 'killed' : 'done';
    },
    answer: () => (dead ? new Promise<never>(() => undefined) : undefined),
  });
  const isRecorded = ({ to, text }: Accepted): boolean => {
    const revision = Number(/ r(\d)/.exec(text)?.[1] ?? 1);
    return namesIn(text).every((id) => (disk.sent.get(`${id}|${to}`)?.revision ?? 0) >= revision);
  };
  const unrecorded = (): number => world.platform.accepted.filter((one) => !isRecorded(one)).length;
  return { world, unrecorded };
};

/** The pipeline in commit order: outbox, incident, seen. What was seen is not worked on again. */
const work = async ({ world }: Life, seen: Set<number>): Promise<void> => {
  const { store, disk, desk } = world;
  const index = createMatchIndex(createPlaces([]));
  for (const one of SUBSCRIBERS) index.put(one);
  for (const [at, about] of EVENTS.entries()) {
    if (seen.has(at)) continue;
    const known = disk.incidents.get(about.id);
    if ((known?.revision ?? 0) < about.revision) {
      const change = about.revision > 1 ? 'updated' : 'opened';
      const stated = alert({
        incidentId: about.id,
        revision: about.revision,
        change,
        reasons: about.revision > 1 ? ['scope-grew'] : [],
      });
      const told = await store.sentMessages.toldOf(about.id);
      const { broadcasts } = route(
        { alert: stated, incident: about },
        { index, told, brake: BRAKE_OFF, now: T0 },
      );
      await store.outbox.add(broadcasts);
      await store.saveIncident(about);
      desk.enqueue(broadcasts);
    }
    seen.add(at);
  }
};

/** Runs to the end of its work or of its life, the digests of the next two hours included. */
const spend = async (life: Life, seen: Set<number>): Promise<void> => {
  const { desk, clock } = life.world;
  void desk.start();
  await settle();
  void work(life, seen);
  for (let hour = 0; hour < 3; hour++) {
    await settle();
    await clock.advance(HOUR);
    void desk.tick();
    await settle();
  }
};

const heard = (accepted: readonly Accepted[], subscriber: number): Set<string> =>
  new Set(accepted.filter(({ to }) => to === `telegram~${subscriber}`).flatMap(({ text }) => namesIn(text)));

const WRITES = Array.from({ length: 45 }, (_, at) => at);

describe('a crash after any write', () => {
  test.each(WRITES)('loses no alert and leaves nothing owed (killed after %i writes)', async (writes) => {
    const disk = diskWithSubscribers();
    const seen = new Set<number>();
    const first = live(disk, writes);
    await spend(first, seen);
    const second = live(disk, Number.POSITIVE_INFINITY);
    await spend(second, seen);
    const accepted = [...first.world.platform.accepted, ...second.world.platform.accepted];
    for (const { destination } of SUBSCRIBERS) {
      expect(heard(accepted, Number(destination.chat))).toEqual(new Set(['one', 'two', 'three']));
    }
    expect([disk.broadcasts.size, disk.deferred.size]).toEqual([0, 0]);
  });

  test.each(WRITES)(
    'repeats only what was accepted and not recorded (killed after %i writes)',
    async (writes) => {
      const disk = diskWithSubscribers();
      const seen = new Set<number>();
      const first = live(disk, writes);
      await spend(first, seen);
      const unrecorded = first.unrecorded();
      const second = live(disk, Number.POSITIVE_INFINITY);
      await spend(second, seen);
      const accepted = [...first.world.platform.accepted, ...second.world.platform.accepted];
      const distinct = new Set(accepted.map(({ to, text }) => `${to} ${text}`));
      expect(accepted.length - distinct.size).toBeLessThanOrEqual(unrecorded);
      expect(unrecorded).toBeLessThanOrEqual(2);
    },
  );

  test('the story takes fewer writes than the crashes above', async () => {
    const life = live(diskWithSubscribers(), Number.POSITIVE_INFINITY);
    await spend(life, new Set());
    expect(life.world.store.writes()).toBeLessThan(WRITES.length);
  });
});
