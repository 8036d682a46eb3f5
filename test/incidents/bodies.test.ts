import { describe, expect, test } from '@jest/globals';
import { correlator, standing, type Telling, tell } from './story.ts';

const count = (common: Partial<Telling>, ...tellings: readonly Telling[]): number => {
  const lane = correlator();
  for (const telling of tellings) tell(lane, { ...common, ...telling });
  return standing(lane).length;
};

describe('a head and its branches', () => {
  const closing: Partial<Telling> = { kind: 'ban', jurisdictions: ['CN'], exchanges: ['huobi'] };

  test('a branch carries out what its head decides', () => {
    const head: Telling = { title: "People's Bank closes Huobi", authority: 'cn-bank' };
    const office: Telling = { title: 'Shanghai orders Huobi to close', authority: 'shanghai', day: 1 };
    expect(count(closing, head, office)).toBe(1);
  });

  test('two branches act each in its own town', () => {
    const first: Telling = { title: 'Shanghai inspects Huobi', authority: 'shanghai' };
    const second: Telling = { title: 'Shenzhen inspects Huobi', authority: 'shenzhen', day: 1 };
    expect(count(closing, first, second)).toBe(2);
  });

  test('days later, against firms that nobody names, even head and branch may mean two acts', () => {
    const unnamed: Partial<Telling> = { ...closing, exchanges: [] };
    const head: Telling = { title: "People's Bank warns of dealers", authority: 'cn-bank' };
    const office: Telling = { title: 'Shanghai closes offices', authority: 'shanghai', day: 6 };
    expect(count({ ...unnamed, kind: 'warning' }, head, { ...office, exchanges: ['huobi'] })).toBe(2);
  });
});

describe('two bodies in one act', () => {
  const lost: Partial<Telling> = {
    kind: 'licence-denied-or-revoked',
    jurisdictions: ['IN'],
    exchanges: ['kucoin'],
    stage: 'in-force',
  };
  const bank: Telling = {
    title: 'Reserve Bank of India revokes licence of KuCoin',
    text: 'It acts on advice of the Financial Intelligence Unit.',
    authority: 'rbi',
  };
  const unit: Telling = { title: 'India: KuCoin loses licence', authority: 'fiu-ind', day: 0.2 };

  test('are one where one is named beside the other on that day', () => {
    expect(count(lost, bank, unit)).toBe(1);
    expect(count(lost, unit, bank)).toBe(1);
  });

  test('are two where nobody names them together', () => {
    expect(count(lost, { ...bank, text: '' }, unit)).toBe(2);
  });

  test('are two where each brings its own suit', () => {
    const suits: Partial<Telling> = { ...lost, kind: 'enforcement' };
    expect(count(suits, bank, unit)).toBe(2);
  });
});

describe('an arrest beside a suit', () => {
  const matter: Partial<Telling> = { kind: 'enforcement', jurisdictions: ['US'], exchanges: ['kraken'] };
  const arrest: Telling = { title: 'Founder Jane Roe Doe of Kraken arrested abroad' };

  test('a watchdog that sues on the next day does another thing', () => {
    const suit: Telling = { title: 'CFTC sues Jane Roe Doe and Kraken', authority: 'cftc', day: 1 };
    expect(count(matter, arrest, suit)).toBe(2);
  });

  test('a prosecutor who charges on the next day had her arrested', () => {
    const charges: Telling = { title: 'Jane Roe Doe of Kraken charged', authority: 'doj', day: 1 };
    expect(count(matter, arrest, charges)).toBe(1);
  });
});

describe('banks that the catalogue keeps under one id', () => {
  const stop: Partial<Telling> = { kind: 'bank-cutoff', jurisdictions: ['IN'], through: 'in-banks' };

  test('banks of a country may be the one that another paper names', () => {
    const first: Telling = { title: 'A bank of Japan stops payments', through: 'jp-banks' };
    const second: Telling = { title: 'Mizuho stops payments', through: 'jp-mizuho', day: 1 };
    expect(count({ ...stop, jurisdictions: ['JP'] }, first, second)).toBe(1);
  });

  test.each([
    ['two names are two banks', 'HDFC Bank blocks crypto exchanges', 'SBI blocks crypto exchanges', 2],
    ['one name is one', 'SBI blocks crypto exchanges', 'SBI stops transfers to crypto exchanges', 1],
    ['all of them may be any', 'Indian banks block crypto exchanges', 'SBI blocks crypto exchanges', 1],
    ['scripts cannot be compared', 'SBI blocks crypto exchanges', 'एसबीआई ने भुगतान रोके', 1],
  ])('%s', (_name, first, second, incidents) => {
    expect(count(stop, { title: first }, { title: second, day: 2 })).toBe(incidents);
  });
});
