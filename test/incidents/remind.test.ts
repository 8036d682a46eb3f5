import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import { DAY, HOUR } from '../../src/domain/instant.ts';
import { dueReminder, remind } from '../../src/incidents/remind.ts';
import { correlator, START, tell } from './story.ts';

const DEADLINE = START + 30 * DAY;

const leaving = (more: Partial<Incident> = {}): Incident => ({
  ...tell(correlator(), {
    title: 'OKX leaves Japan',
    kind: 'market-exit',
    exchanges: ['okx'],
    jurisdictions: ['JP'],
    effectiveAt: DEADLINE,
  }).incident,
  ...more,
});

const dueAt = (at: number, incident = leaving()) => dueReminder(incident, at)?.before;

describe('a date by which people must have acted', () => {
  test.each([
    ['8 days before', DEADLINE - 8 * DAY, undefined],
    ['7 days before', DEADLINE - 7 * DAY, 7 * DAY],
    ['1 day before', DEADLINE - DAY, DAY],
    ['2 hours before', DEADLINE - 2 * HOUR, 2 * HOUR],
    ['at the date', DEADLINE, undefined],
    ['after it', DEADLINE + HOUR, undefined],
  ])('%s', (_, at, before) => {
    expect(dueAt(at)).toBe(before);
  });

  test('is reminded of once at each moment', () => {
    const told = leaving({ reminded: { deadline: DEADLINE, before: 7 * DAY } });
    expect(dueAt(DEADLINE - 6 * DAY, told)).toBeUndefined();
    expect(dueAt(DEADLINE - DAY, told)).toBe(DAY);
  });

  test('what was slept through is made up for by the nearest alone', () => {
    expect(dueAt(DEADLINE - HOUR)).toBe(2 * HOUR);
  });

  test('that was moved is reminded of anew', () => {
    const moved = leaving({ reminded: { deadline: DEADLINE - 10 * DAY, before: 2 * HOUR } });
    expect(dueAt(DEADLINE - 5 * DAY, moved)).toBe(7 * DAY);
  });

  test.each([
    ['lifted', { closedAt: START + DAY }],
    ['retracted', { retracted: 'a hoax' }],
    ['merged', { mergedInto: 'another' }],
  ])('of an incident that is %s is not', (_, end) => {
    expect(dueAt(DEADLINE - DAY, leaving(end))).toBeUndefined();
  });

  test('makes one revision that says so and changes nothing else', () => {
    const incident = leaving();
    const reminded = { deadline: DEADLINE, before: DAY };
    expect(remind(incident, reminded, DEADLINE - DAY)).toMatchObject({
      outcome: 'updated',
      incident: { ...incident, revision: 2, reminded },
      alert: { revision: 2, change: 'updated', reasons: ['deadline-near'] },
    });
  });
});
