import { expect, test } from '@jest/globals';
import type { SentMessage } from '../../src/domain/delivery.ts';
import type { Correlated, Incident } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import { createLane } from '../../src/domain/lane.ts';
import { createReminders } from '../../src/wiring/reminders.ts';
import { anIncident, createTestClock, START, telegram } from '../support/store-fixtures.ts';

const DEADLINE = START + 20 * DAY;

const leaving = (effectiveAt = DEADLINE): Incident => {
  const incident = anIncident('i');
  const [measure] = incident.measures;
  return { ...incident, measures: [{ ...measure, stage: 'announced', effectiveAt }] };
};

const toldAt = (at: number): SentMessage => ({
  ...{ v: 1, incidentId: 'i', destination: telegram('1'), revision: 1, how: 'sent', at, edits: 0 },
});

const open = (incident: Incident, told: readonly SentMessage[]) => {
  const clock = createTestClock();
  const book = new Map([[incident.id, incident]]);
  const committed: Correlated[] = [];
  const reminders = createReminders({
    incidents: { all: () => book.values(), get: (id) => book.get(id) },
    toldOf: async () => told,
    commit: async (result) => {
      committed.push(result);
      book.set(result.incident.id, result.incident);
    },
    lane: createLane(),
    clock,
  });
  return { reminders, committed, clock, book };
};

test('reminds 7 days, 1 day and 2 hours before, once each, however often the clock ticks', async () => {
  const { reminders, committed, clock } = open(leaving(), [toldAt(START)]);
  for (let hour = 0; hour < 21 * 24; hour += 1) {
    await reminders.tick();
    clock.pass(DAY / 24);
  }
  expect(committed.map(({ incident }) => incident.reminded?.before)).toEqual([7 * DAY, DAY, DAY / 12]);
});

test('reminds nobody who heard of it when the moment had passed', async () => {
  const { reminders, committed, clock } = open(leaving(), [toldAt(DEADLINE - 6 * DAY)]);
  clock.pass(15 * DAY);
  await reminders.tick();
  expect(committed).toEqual([]);
});

test('a date that is lifted between the look and the turn is not reminded of', async () => {
  const { reminders, committed, clock, book } = open(leaving(), [toldAt(START)]);
  clock.pass(14 * DAY);
  const ticking = reminders.tick();
  book.set('i', { ...leaving(), closedAt: START });
  await ticking;
  expect(committed).toEqual([]);
});
