import { describe, expect, test } from '@jest/globals';
import { GROUPS, RETELLINGS } from './groups.ts';
import { correlator, standing, tell } from './story.ts';

describe('tellings of one event are one incident', () => {
  test.each(GROUPS)('$name', ({ tellings }) => {
    const lane = correlator();
    const outcomes = tellings.map((telling) => tell(lane, telling).outcome);
    expect(outcomes.filter((outcome) => outcome === 'opened')).toHaveLength(1);
    expect(standing(lane)).toHaveLength(1);
  });
});

describe('a retelling opens nothing', () => {
  test.each(RETELLINGS)('$name', ({ old, stale }) => {
    const lane = correlator();
    const { incident } = tell(lane, old);
    expect(tell(lane, stale)).toMatchObject({
      outcome: 'repeated',
      incident: { id: incident.id, revision: 1 },
    });
  });

  test('but a further act by the same hand does', () => {
    const lane = correlator();
    const [retelling] = RETELLINGS;
    if (retelling === undefined) throw new Error('the table has rows');
    tell(lane, retelling.old);
    const fine = {
      title: 'FCA fines Binance',
      text: 'It pays four million.',
      kind: 'enforcement',
      day: 400,
    } as const;
    const further = { ...retelling.old, ...fine };
    expect(tell(lane, further).outcome).toBe('opened');
  });
});
