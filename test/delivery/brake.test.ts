import { describe, expect, test } from '@jest/globals';
import { BRAKE_OFF, type BrakeState, brake, releaseBrake } from '../../src/delivery/brake.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { MINUTE } from '../../src/domain/instant.ts';
import { incident, T0 } from './support/builders.ts';

let count = 0;

const from = (feedId: string, more: Partial<Incident> = {}): Incident => {
  const [source] = incident().sources;
  return incident({ id: `incident-${count++}`, ...more, sources: [{ ...source, feedId }] });
};

/** Opens one incident after another; gives what the brake said of each. */
const open = (incidents: readonly Incident[], apartMs = 0) => {
  let state: BrakeState = BRAKE_OFF;
  return incidents.map((one, at) => {
    const braked = brake(state, one, 'opened', T0 + at * apartMs);
    state = braked.state;
    return braked;
  });
};
const feeds = (count: number): Incident[] => Array.from({ length: count }, (_, at) => from(`feed-${at}`));

describe('brake', () => {
  test('five incidents in ten minutes pass, the sixth is held', () => {
    expect(open(feeds(6)).map(({ held }) => held)).toEqual([false, false, false, false, false, true]);
  });

  test('the third of one feed is held', () => {
    expect(open([from('a'), from('b'), from('a'), from('a')]).map(({ held }) => held)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('an opening that is tried again, because the store failed, counts once', () => {
    const one = from('a');
    expect(open([one, one, one, one]).some(({ held }) => held)).toBe(false);
  });

  test('incidents further apart pass', () => {
    expect(open(feeds(20), 3 * MINUTE).some(({ held }) => held)).toBe(false);
  });

  test('asks operators once', () => {
    expect(open(feeds(8)).filter(({ engaged }) => engaged)).toHaveLength(1);
  });

  test('lets official criticals through', () => {
    const official = from('x', { confirmation: 'official', severity: 'critical' });
    expect(open([...feeds(6), official]).at(-1)).toMatchObject({ held: false });
  });

  test('holds updates too while it is on', () => {
    const state = { opened: [], on: true };
    expect(brake(state, incident(), 'updated', T0).held).toBe(true);
  });

  test('an update does not put it on', () => {
    const state = open(feeds(5)).at(-1)?.state ?? BRAKE_OFF;
    expect(brake(state, incident(), 'updated', T0).held).toBe(false);
  });

  test('stays on until it is released, and counts anew then', () => {
    const state = open(feeds(6)).at(-1)?.state ?? BRAKE_OFF;
    expect(brake(state, incident(), 'opened', T0 + 60 * MINUTE).held).toBe(true);
    expect(brake(releaseBrake(), incident(), 'opened', T0).held).toBe(false);
  });
});
