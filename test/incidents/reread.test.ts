import { expect, test } from '@jest/globals';
import { DAY } from '../../src/domain/instant.ts';
import { correlator, START, type Telling, tell } from './story.ts';

const BAN: Telling = {
  title: 'FCA bars Binance',
  exchanges: ['binance'],
  jurisdictions: ['GB'],
  authority: 'fca',
};

const toldByTwo = (second: Partial<Telling>) => {
  const lane = correlator();
  const other: Telling = {
    ...BAN,
    title: 'Binance barred',
    publisher: 'Harbour Post',
    key: 'two',
    day: 0.2,
    ...second,
  };
  tell(lane, BAN);
  tell(lane, other);
  return { lane, revise: (more: Partial<Telling>) => tell(lane, { ...other, novelty: 'revised', ...more }) };
};

test('a source that takes a name back takes it out of the incident', () => {
  const { revise } = toldByTwo({ exchanges: ['binance', 'okx'] });
  expect(revise({ exchanges: ['binance'] })).toMatchObject({
    outcome: 'updated',
    incident: { exchanges: ['binance'], revision: 3 },
    alert: { reasons: ['corrected'] },
  });
});

test('what the other sources say still stands', () => {
  const { revise } = toldByTwo({});
  const { incident } = revise({ exchanges: ['kraken'], stage: 'in-force' });
  expect(incident).toMatchObject({ exchanges: ['binance', 'kraken'], measures: [{ stage: 'in-force' }] });
  expect(incident.sources.map(({ title }) => title)).toEqual(['FCA bars Binance', 'Binance barred']);
});

test('a source that tells more than before corrects nothing', () => {
  const { revise } = toldByTwo({});
  expect(revise({ stage: 'in-force', exchanges: ['binance', 'okx'] })).toMatchObject({
    alert: { reasons: ['stage-advanced', 'scope-grew'] },
  });
});

test('a source of which we are only less sure corrects nothing', () => {
  const { revise } = toldByTwo({});
  expect(revise({ confidence: 0.5 })).toMatchObject({ outcome: 'repeated', incident: { revision: 1 } });
});

test('a date that is taken back moves to what the others say', () => {
  const { revise } = toldByTwo({ effectiveAt: START + 20 * DAY });
  expect(revise({ effectiveAt: START + 30 * DAY })).toMatchObject({
    incident: { measures: [{ effectiveAt: START + 30 * DAY }] },
    alert: { reasons: ['corrected'] },
  });
});

test('twice corrected, the last word of each source counts', () => {
  const { lane, revise } = toldByTwo({ exchanges: ['binance', 'okx'] });
  const corrected = revise({ exchanges: ['binance', 'kraken'] });
  lane.put(corrected.incident);
  expect(revise({ exchanges: ['binance'] }).incident).toMatchObject({ exchanges: ['binance'], revision: 4 });
});
