import { describe, expect, test } from '@jest/globals';
import { createCorrelator } from '../../src/incidents/correlate.ts';
import { followUp } from '../../src/incidents/follow-up.ts';
import { knowledge } from './knowledge.ts';
import { pairOf, type Said } from './pair.ts';
import { correlator, standing, type Telling, tell } from './story.ts';

const count = (lane: ReturnType<typeof correlator>, ...tellings: readonly Telling[]): number => {
  for (const telling of tellings) tell(lane, telling);
  return standing(lane).length;
};

describe('what was announced begins', () => {
  const stop: Telling = {
    title: 'Card firm to refuse crypto payments',
    kind: 'bank-cutoff',
    jurisdictions: ['GB'],
    through: 'google',
    stage: 'in-force',
  };
  const begins: Telling = { ...stop, title: 'Ban on crypto payments takes effect', day: 25 };

  test('through the same gate, it is what was told of', () => {
    expect(count(correlator(), stop, begins)).toBe(1);
  });

  test('through another gate it is another', () => {
    expect(count(correlator(), stop, { ...begins, through: 'apple' })).toBe(2);
  });

  test('months later it is another', () => {
    expect(count(correlator(), stop, { ...begins, day: 90 })).toBe(2);
  });

  test('without such words it is another', () => {
    expect(count(correlator(), stop, { ...begins, title: 'Card firm refuses payments' })).toBe(2);
  });
});

describe('who reopens seldom says where', () => {
  const atHome = () =>
    createCorrelator({
      ...knowledge,
      exchanges: knowledge.exchanges.map((each) => (each.id === 'bybit' ? { ...each, country: 'JP' } : each)),
    });
  const halt: Telling = {
    title: 'Bybit halts withdrawals in Japan',
    kind: 'service-halt',
    exchanges: ['bybit'],
    jurisdictions: ['JP'],
    stage: 'in-force',
  };
  const reopening: Telling = {
    title: 'Bybit resumes withdrawals',
    kind: 'service-halt',
    exchanges: ['bybit'],
    stage: 'eased',
    day: 6,
  };

  test('what had halted at home is what reopens', () => {
    expect(count(atHome(), halt, reopening)).toBe(1);
  });

  test('an arm abroad is not', () => {
    expect(count(correlator(), halt, reopening)).toBe(2);
  });

  test('weeks later something else reopens', () => {
    expect(count(atHome(), halt, { ...reopening, day: 30 })).toBe(2);
  });
});

describe('an exchange leaves a country once', () => {
  const exit: Telling = {
    title: 'OKX to leave India',
    kind: 'market-exit',
    exchanges: ['okx'],
    jurisdictions: ['IN'],
    authority: 'fiu-ind',
  };

  test('whoever of the papers names the watchdog behind it', () => {
    const { authority: _unnamed, ...alone } = exit;
    expect(count(correlator(), exit, { ...alone, title: 'OKX closes Indian accounts', day: 45 })).toBe(1);
  });
});

describe('after a lifting', () => {
  const back: Telling = {
    title: 'Kraken lists the coin again',
    kind: 'delisting',
    stage: 'eased',
    exchanges: ['kraken'],
    jurisdictions: ['US'],
  };

  test('another measure on the next day is another incident', () => {
    const exit: Telling = { ...back, title: 'Kraken ends staking', kind: 'market-exit', stage: 'announced' };
    expect(count(correlator(), back, { ...exit, day: 1 })).toBe(2);
  });
});

describe('rules for all', () => {
  const rule = (title: string, day: number, stage: 'proposed' | 'eased'): Telling => ({
    ...{ title, day, stage, kind: 'rulemaking', jurisdictions: ['JP'], authority: 'fsa' },
  });

  test('what is loosened need not be what was proposed months ago', () => {
    const [first, second] = [rule('Rules on transfers', 0, 'proposed'), rule('Listing eased', 200, 'eased')];
    expect(count(correlator(), first, second)).toBe(2);
  });
});

describe('a probe of several', () => {
  const probe: Telling = {
    title: 'SEC looks into Kraken, Coinbase and Binance',
    kind: 'enforcement',
    stage: 'reported',
    jurisdictions: ['US'],
    authority: 'sec',
    exchanges: ['kraken', 'coinbase', 'binance'],
  };

  test('ends for each by itself', () => {
    const end: Telling = { ...probe, title: 'Coinbase warned', exchanges: ['coinbase'], stage: 'announced' };
    expect(count(correlator(), probe, { ...end, day: 30 })).toBe(2);
  });
});

describe('a wave of closings', () => {
  const wave: Telling = {
    title: 'Small exchanges close in Korea',
    kind: 'service-halt',
    jurisdictions: ['KR'],
    authority: 'kofiu',
    exchanges: ['kucoin', 'mexc', 'bybit', 'huobi', 'kraken', 'coinbase'],
  };
  const { authority: _unnamed, ...later } = wave;

  test('is one although each paper lists others', () => {
    const next: Telling = { ...later, exchanges: ['kraken', 'okx', 'binance'], title: 'More close', day: 4 };
    expect(count(correlator(), wave, next)).toBe(1);
  });

  test('is over after some weeks', () => {
    const next: Telling = { ...later, exchanges: ['kraken', 'okx', 'binance'], title: 'More close', day: 20 };
    expect(count(correlator(), wave, next)).toBe(2);
  });
});

describe('whose hand may lift', () => {
  const lifted = (more: Said = {}): Said => ({ stage: 'eased', direction: 'eases', ...more });
  const oneOfMany = { sharedExchanges: 0.2, authority: 'unstated' } as const;

  test.each<[string, Said, number, boolean]>([
    ['the one that imposed, years later', lifted(), 1000, true],
    ['… not after three years', lifted(), 1100, false],
    ['somebody, who is not named', lifted({ fields: { authority: 'unstated' } }), 100, true],
    ['another', lifted({ fields: { authority: 'apart' } }), 1, false],
    ['the one that imposed, in a bloc', lifted({ fields: { place: 'within' } }), 1, true],
    ['somebody, in a bloc', lifted({ fields: { place: 'within', authority: 'unstated' } }), 1, false],
    ['somebody, in other words', lifted({ fields: { kin: 0.5, authority: 'unstated' } }), 1, false],
    [
      'nobody on either side, in other words',
      lifted({ fields: { kin: 0.5, authority: 'both-unnamed' } }),
      1,
      true,
    ],
    ['somebody, of one of many, soon', lifted({ fields: oneOfMany }), 60, true],
    ['somebody, of one of many, long after', lifted({ fields: oneOfMany }), 61, false],
    [
      'the one that imposed, of one of many, long after',
      lifted({ fields: { sharedExchanges: 0.2 } }),
      61,
      true,
    ],
  ])('%s', (_, said, days, lifts) => {
    expect(followUp(pairOf(said), days)).toBe(lifts ? 'lifts what stands' : undefined);
  });
});

describe('how long an act may be on its way', () => {
  const ahead = (more: Said = {}): Said => ({ stood: 'announced', ...more });
  const carriesOut = 'carries out what was announced';

  test.each<[string, Said, number, boolean]>([
    ['a year, by one hand', ahead(), 365, true],
    ['… and no longer', ahead(), 366, false],
    ['six weeks, by somebody', ahead({ fields: { authority: 'unstated' } }), 45, true],
    ['… and no longer, by somebody', ahead({ fields: { authority: 'unstated' } }), 46, false],
    [
      'a year, for who leaves by itself',
      ahead({ kind: 'delisting', fields: { authority: 'unstated' } }),
      300,
      true,
    ],
    [
      '… not where it was only talked of',
      ahead({ kind: 'delisting', stood: 'reported', fields: { authority: 'unstated' } }),
      50,
      false,
    ],
    ['a probe of a quarter', ahead({ kind: 'enforcement', stood: 'reported' }), 90, true],
    ['… and no longer where it is a probe', ahead({ kind: 'enforcement', stood: 'reported' }), 91, false],
    ['… unless the words are like', ahead({ kind: 'enforcement', stood: 'reported', alike: 0.5 }), 91, true],
    [
      'two weeks, for one case of many',
      ahead({ kind: 'enforcement', fields: { sharedExchanges: 0.4 } }),
      15,
      false,
    ],
    [
      'who leaves a bloc leaves each country by itself',
      ahead({ kind: 'market-exit', fields: { place: 'within' } }),
      1,
      false,
    ],
  ])('%s', (_, said, days, comes) => {
    expect(followUp(pairOf(said), days)).toBe(comes ? carriesOut : undefined);
  });
});
