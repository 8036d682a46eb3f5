import { describe, expect, test } from '@jest/globals';
import { KINDS } from '../../src/domain/taxonomy.ts';
import { knowledge } from './knowledge.ts';
import { correlator, entryOf, feedOf, nowOf, reportOf, type Telling, tell } from './story.ts';

const pick = <Value>(values: readonly Value[], at: number): Value => {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
};

/** Every kind, exchange, authority and place in turn, one a day: as many as `count` stand at the end. */
const crowd = (count: number) => {
  const lane = correlator();
  const scratch = correlator();
  const { exchanges, authorities, jurisdictions } = knowledge;
  for (let at = 0; at < count; at += 1) {
    const telling: Telling = {
      title: `Act number ${at} against ${pick(exchanges, at).name}`,
      text: `Affair ${at} concerns ${at * 7} customers of Company${at}. `.repeat(8),
      day: at * 61,
      kind: pick(KINDS, Math.floor(at / 3)),
      stage: 'in-force',
      exchanges: [pick(exchanges, at).id],
      jurisdictions: [pick(jurisdictions, Math.floor(at / 5)).code],
      authority: pick(authorities, at * 7).id,
    };
    const { incident } = tell(scratch, telling);
    scratch.remove(incident.id);
    lane.put(incident);
  }
  return lane;
};

const medianMs = (count: number): number => {
  const lane = crowd(count);
  const times = Array.from({ length: 101 }, (_, at) => {
    const telling: Telling = {
      title: `Fresh news ${at} on Binance and OKX`,
      text: 'The regulator gives no reason. '.repeat(20),
      day: count * 61,
      exchanges: at % 2 === 0 ? ['binance', 'okx'] : [],
      jurisdictions: [pick(knowledge.jurisdictions, at).code],
      authority: pick(knowledge.authorities, at).id,
    };
    const told = { entry: entryOf(telling), feed: feedOf(telling), reports: [reportOf(telling)] };
    const before = performance.now();
    lane.correlate(told, nowOf(telling));
    return performance.now() - before;
  });
  return pick(
    times.toSorted((left, right) => left - right),
    50,
  );
};

describe('the cost of one report', () => {
  test('stays under 2 ms beside 5,000 standing incidents', () => {
    expect(medianMs(5000)).toBeLessThan(2);
  });
});
