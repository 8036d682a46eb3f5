import { describe, expect, test } from '@jest/globals';
import { createEditNotes, isEditable } from '../../src/delivery/edit.ts';
import type { SentMessage } from '../../src/domain/delivery.ts';
import { DAY, MINUTE, SECOND } from '../../src/domain/instant.ts';
import { alert, broadcast, chat, incident, subscription, T0 } from './support/builders.ts';
import { createWorld, type World } from './support/world.ts';

const told = (more: Partial<SentMessage> = {}): SentMessage => ({
  v: 1,
  incidentId: 'incident-1',
  destination: chat(1),
  revision: 1,
  messageId: 'm1',
  how: 'sent',
  at: T0,
  edits: 0,
  ...more,
});

describe('which messages are edited', () => {
  test.each<[string, Partial<SentMessage>, number, boolean]>([
    ['a young one is', {}, T0 + MINUTE, true],
    ['not after a day', {}, T0 + DAY, false],
    ['not a fourth time', { edits: 3 }, T0, false],
    ['not one of an earlier revision', { revision: 0 }, T0, false],
    ['not a digest', { how: 'digest' }, T0, false],
    ['not where nothing was sent', { how: 'dropped' }, T0, false],
  ])('%s', (_title, more, now, editable) => {
    expect(isEditable(told(more), 1, now)).toBe(editable);
  });

  test('not where nothing was told', () => {
    expect(isEditable(undefined, 1, T0)).toBe(false);
  });

  test('sources that come together make one round, and a round a minute at most', () => {
    const notes = createEditNotes();
    notes.note('a');
    notes.note('a');
    expect(notes.due(T0)).toEqual(['a']);
    notes.note('a');
    expect(notes.due(T0 + 30 * SECOND)).toEqual([]);
    expect(notes.due(T0 + MINUTE)).toEqual(['a']);
    expect(notes.due(T0 + 5 * MINUTE)).toEqual([]);
  });
});

describe('a further source', () => {
  const announced = async (): Promise<World> => {
    const world = createWorld();
    await world.book.save(subscription());
    await world.store.outbox.add([broadcast([chat(1)])]);
    await world.store.saveIncident(incident());
    world.desk.enqueue([broadcast([chat(1)])]);
    await world.desk.idle();
    return world;
  };

  test('edits the message that was sent, and sends none', async () => {
    const world = await announced();
    world.desk.seconded('incident-1');
    await world.desk.tick();
    await world.desk.idle();
    expect(world.platform.edited).toEqual(['telegram~1 m1 incident-1 r1 opened en']);
    expect(world.platform.accepted).toHaveLength(1);
    expect(world.disk.sent.get('incident-1|telegram~1')).toMatchObject({
      edits: 1,
      revision: 1,
      messageId: 'm1',
    });
  });

  test('edits three times and no more', async () => {
    const world = await announced();
    for (let source = 0; source < 5; source++) {
      world.desk.seconded('incident-1');
      await world.desk.tick();
      await world.clock.advance(MINUTE);
    }
    expect(world.platform.edited).toHaveLength(3);
  });

  test('waits until nobody waits for a message', async () => {
    const world = await announced();
    world.desk.seconded('incident-1');
    await world.store.saveIncident(incident({ id: 'other' }));
    world.desk.enqueue([broadcast([chat(1)], { id: 'b2', alert: alert({ incidentId: 'other' }) })]);
    await world.desk.tick();
    await world.desk.idle();
    expect([world.platform.accepted.length, world.platform.edited.length]).toEqual([2, 1]);
  });
});
