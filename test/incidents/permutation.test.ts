import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Incident } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import { anyEvent } from './any-event.ts';
import { correlator, START, standing, type Telling, tell } from './story.ts';

const event = (name: string, common: Partial<Telling>, tellings: readonly Telling[]) => ({
  name,
  tellings: tellings.map((telling, at): Telling => ({ publisher: `Outlet ${at}`, ...common, ...telling })),
});

const IN_INDIA: Partial<Telling> = { kind: 'access-block', jurisdictions: ['IN'] };

/** Each event within 48 hours; what differs between outlets is what outlets differ in. */
const EVENTS = [
  event('a ban, named alike by all', { exchanges: ['binance'], jurisdictions: ['GB'], authority: 'fca' }, [
    { title: 'FCA bars Binance', day: 0 },
    { title: 'FCA prohíbe Binance', day: 0.3, kind: 'warning' },
    { title: 'FCA orders Binance to stop', day: 0.8, kind: 'cease-and-desist', severity: 'medium' },
    { title: 'Binance says FCA order has no effect', day: 1, disputed: true },
    { title: 'Notice on Binance', day: 1.5, stage: 'in-force', severity: 'critical', confidence: 0.99 },
  ]),
  event('lists of differing length', IN_INDIA, [
    {
      title: 'India to block nine',
      authority: 'fiu-ind',
      exchanges: ['binance', 'kucoin', 'huobi', 'kraken'],
      stage: 'proposed',
    },
    { title: 'Binance and KuCoin face block', exchanges: ['binance', 'kucoin'], day: 0.4 },
    {
      title: 'भारत में रोक',
      authority: 'fiu-ind',
      exchanges: ['huobi', 'binance'],
      day: 1,
      effectiveAt: START + 30 * DAY,
    },
    { title: 'India blocks', authority: 'fiu-ind', day: 1.2, stage: 'announced' },
    {
      title: 'Block by February',
      authority: 'fiu-ind',
      exchanges: ['kraken', 'binance', 'mexc'],
      day: 2,
      effectiveAt: START + 31 * DAY,
    },
  ]),
  event('exchanges that only one report ties together', { kind: 'service-halt', jurisdictions: ['KR'] }, [
    { title: 'KuCoin ends won trading', authority: 'kofiu', exchanges: ['kucoin'] },
    { title: 'MEXC ends won trading', authority: 'kofiu', exchanges: ['mexc'], day: 0.5 },
    { title: 'KuCoin and MEXC end won trading', authority: 'kofiu', exchanges: ['kucoin', 'mexc'], day: 1 },
    { title: 'MEXC tells customers to leave', authority: 'kofiu', exchanges: ['mexc'], day: 1.5 },
  ]),
  event(
    'a halt that is over the next day',
    { kind: 'service-halt', stage: 'in-force', exchanges: ['bybit'] },
    [
      { title: 'Bybit halts withdrawals', scope: { functions: ['withdrawals'] } },
      { title: 'Bybit suspende retiros', day: 0.2, scope: { users: 'all' }, severity: 'critical' },
      { title: 'Bybit reopens', day: 1.2, stage: 'eased', severity: 'low' },
      { title: 'Bybit öffnet wieder', day: 1.5, stage: 'eased', severity: 'low' },
    ],
  ),
];

/** All that is told about an incident but its id, its revision, and when, in which order and as how many we heard. */
const fieldsOf = ({ id, revision, openedAt, updatedAt, mergedFrom, sources, ...fields }: Incident) => ({
  ...fields,
  sources: sources.map(({ joined, ...source }) => source.title).toSorted(),
});

const endOf = (tellings: readonly Telling[]) => {
  const lane = correlator();
  for (const telling of tellings) tell(lane, telling);
  return standing(lane).map(fieldsOf);
};

describe('the order in which reports reach us', () => {
  test.each(EVENTS)('changes neither partition nor fields: $name', ({ tellings }) => {
    const expected = endOf(tellings);
    expect(expected).toHaveLength(1);
    const shuffles = fc.shuffledSubarray([...tellings], { minLength: tellings.length });
    fc.assert(
      fc.property(shuffles, (order) => expect(endOf(order)).toEqual(expected)),
      { numRuns: 120 },
    );
  });

  test('changes neither partition nor fields of any event told within 48 hours', () => {
    const told = anyEvent.chain((tellings) =>
      fc.record({
        tellings: fc.constant(tellings),
        order: fc.shuffledSubarray([...tellings], { minLength: tellings.length }),
      }),
    );
    fc.assert(
      fc.property(told, ({ tellings, order }) => expect(endOf(order)).toEqual(endOf(tellings))),
      { numRuns: 500 },
    );
  });
});
