import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLiftedFor, liftedFor, partOf, standingPart } from '../../src/domain/lifted.ts';
import { createBoard } from '../../src/incidents/board.ts';
import { correlator, START, standing, type Telling, tell } from './story.ts';

const BLOCK: Telling = {
  title: 'India blocks Binance, Kraken and KuCoin',
  kind: 'access-block',
  stage: 'in-force',
  exchanges: ['binance', 'kraken', 'kucoin'],
  jurisdictions: ['IN'],
  authority: 'fiu-ind',
};

const lift = (exchanges: readonly string[], day: number, title = `Lifted for ${exchanges}`): Telling => ({
  ...BLOCK,
  ...{ title, exchanges, day, stage: 'eased', publisher: `Outlet ${day}` },
});

const endOf = (...tellings: readonly Telling[]) => {
  const lane = correlator();
  const results = tellings.map((telling) => tell(lane, telling));
  const [incident, ...others] = standing(lane);
  if (incident === undefined || others.length > 0) throw new Error('one incident is what this is about');
  return { incident, last: results.at(-1) };
};

describe('a lifting for some of those whom a measure touches', () => {
  test('leaves it in force for the others, and says for whom it is lifted', () => {
    const { incident, last } = endOf(BLOCK, lift(['kraken'], 30));
    expect(incident).toMatchObject({ measures: [{ stage: 'in-force', direction: 'tightens' }] });
    expect(incident.closedAt).toBeUndefined();
    expect(liftedFor(incident)).toEqual(['kraken']);
    expect(last).toMatchObject({ alert: { reasons: ['eased-for-some'] } });
  });

  test('lifts it once all are named', () => {
    const { incident, last } = endOf(BLOCK, lift(['kraken'], 30), lift(['binance', 'kucoin'], 40));
    expect(incident).toMatchObject({ measures: [{ stage: 'eased', direction: 'eases' }] });
    expect(incident.closedAt).toBe(START + 40 * 86_400_000);
    expect(last).toMatchObject({ alert: { reasons: ['eased'] } });
  });

  test('repeated, is nothing new', () => {
    const { last } = endOf(BLOCK, lift(['kraken'], 30), lift(['kraken'], 30.5, 'Kraken is back'));
    expect(last?.outcome).toBe('seconded');
  });

  test.each([
    ['nobody is named', lift([], 30, 'The block is lifted')],
    ['others are counted', lift(['binance'], 30, 'India unblocks Binance and two others')],
    ['others are counted in Japanese', lift(['binance'], 30, 'インド、Binanceなどの遮断を解除')],
  ])('lifts it for all where %s', (_name, telling) => {
    expect(endOf(BLOCK, telling).incident.closedAt).toBeDefined();
  });

  test('brings back the date of what still stands', () => {
    const dated: Telling = { ...BLOCK, stage: 'announced', effectiveAt: START + 60 * 86_400_000 };
    const { incident } = endOf(dated, { ...lift(['kraken'], 30), effectiveAt: START + 31 * 86_400_000 });
    expect(incident.measures[0]).toMatchObject({ stage: 'announced', effectiveAt: dated.effectiveAt });
  });

  test('ends in the same whatever is heard of first', () => {
    const tellings = [BLOCK, { ...BLOCK, title: 'Three blocked', publisher: 'Harbour Post', day: 0.3 }];
    const all = [...tellings, lift(['kraken'], 1), lift(['kraken', 'kucoin'], 1.5)];
    const fieldsOf = (order: readonly Telling[]) => {
      const { measures, closedAt, exchanges } = endOf(...order).incident;
      return { measures, closedAt, exchanges };
    };
    const expected = fieldsOf(all);
    expect(expected.measures[0].lifting?.exchanges).toEqual(['kraken', 'kucoin']);
    const orders = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(orders, (order) => expect(fieldsOf(order)).toEqual(expected)),
      { numRuns: 24 },
    );
  });
});

describe('a measure that is lifted for some', () => {
  const { incident } = endOf(BLOCK, lift(['kraken'], 30));

  test('stands on the board against the others alone', () => {
    const board = createBoard([incident], () => []);
    const count = (exchange: string): number => board.standing({ exchange, jurisdiction: 'IN' }).length;
    expect([count('kraken'), count('binance'), count('kucoin')]).toEqual([0, 1, 1]);
    expect(board.timeline('kraken')).toEqual([incident]);
  });

  test('is eased for whom it is lifted, and what it was for the others', () => {
    expect(isLiftedFor(incident, 'kraken')).toBe(true);
    expect(partOf(incident, 'kraken')).toMatchObject({
      exchanges: ['kraken'],
      measures: [{ stage: 'eased', direction: 'eases' }],
    });
    expect(partOf(incident, 'binance')).toBe(incident);
  });

  test('is told of those whom it still touches', () => {
    expect(standingPart(incident).exchanges).toEqual(['binance', 'kucoin']);
  });
});
