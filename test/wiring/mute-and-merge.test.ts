import { expect, test } from '@jest/globals';
import { createDispatch } from '../../src/delivery/dispatch.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import type { Correlated, Incident } from '../../src/domain/incident.ts';
import { HOUR } from '../../src/domain/instant.ts';
import { createLane } from '../../src/domain/lane.ts';
import { createOperators, type OperatorParts } from '../../src/wiring/operators.ts';
import { chat, incident, subscription, T0 } from '../delivery/support/builders.ts';
import { createWorld } from '../delivery/support/world.ts';
import { correlator } from '../incidents/story.ts';

const OLDER = incident({ id: 'older' });
const YOUNGER = incident({ id: 'younger', openedAt: T0 + HOUR });

/** Chat 1 muted the younger of two incidents after it was told of what `told` names; chat 2 muted none. */
const open = async (told: readonly Incident[]) => {
  const world = createWorld();
  const index = createMatchIndex(createPlaces([]));
  for (const one of [
    subscription({ muted: [YOUNGER.id] }),
    subscription({ destination: chat(2), createdAt: T0 }),
  ]) {
    index.put(one);
    await world.book.save(one);
  }
  for (const one of [OLDER, YOUNGER]) await world.store.saveIncident(one);
  await world.store.sentMessages.add(
    told.flatMap(({ id }) =>
      [chat(1), chat(2)].map((destination) => ({
        ...({ v: 1, incidentId: id, destination, revision: 1, messageId: `m-${id}` } as const),
        ...({ how: 'sent', at: T0, edits: 0 } as const),
      })),
    ),
  );
  const { store, disk, desk, clock } = world;
  const { outbox, sentMessages } = store;
  const dispatch = createDispatch({ outbox, sentMessages, index, clock, onBrake: () => undefined });
  const commit = async (result: Correlated): Promise<void> => {
    const broadcasts = await dispatch.write(result);
    if (result.outcome === 'merged') await store.saveIncident(result.merged);
    await store.saveIncident(result.incident);
    desk.enqueue(broadcasts);
    await desk.idle();
  };
  const operators = createOperators({
    ...({} as OperatorParts),
    ...{ commit, lane: createLane(), correlator: correlator(), clock },
    incident: (id) => disk.incidents.get(id),
    toldOf: sentMessages.toldOf,
  });
  return { operators, heard: () => world.platform.accepted.map(({ to, text }) => `${to}: ${text}`) };
};

test.each([
  ['that one alone', [YOUNGER]],
  ['both', [OLDER, YOUNGER]],
])('who was told of %s and muted it is not told what it was merged into', async (_name, told) => {
  const { operators, heard } = await open(told);
  await operators.merge(OLDER, YOUNGER);
  expect(heard()).toEqual(['telegram~2: older r2 updated merged en']);
});

test('who muted what was merged is told when the incident that it went into is taken back', async () => {
  const { operators, heard } = await open([YOUNGER]);
  const merged = await operators.merge(OLDER, YOUNGER);
  await operators.retract(merged, 'a hoax');
  expect(heard()).toContain('telegram~1: older r3 updated retracted en');
});
