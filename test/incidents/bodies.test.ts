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

describe('banks', () => {
  const stop: Partial<Telling> = { kind: 'bank-cutoff', jurisdictions: ['IN'] };
  const hdfc: Telling = { title: 'HDFC Bank blocks crypto exchanges', through: 'in-hdfc' };
  const sbi: Telling = { title: 'SBI stops transfers to crypto exchanges', through: 'in-sbi', day: 2 };
  const any: Telling = { title: 'Indian banks block crypto exchanges', through: 'in-banks' };
  const hindi: Telling = { title: 'एसबीआई ने भुगतान रोके', through: 'in-sbi' };

  test.each<[string, Telling, Telling, number]>([
    ['of a country may be the one that another paper names', any, sbi, 1],
    ['of two names are two', hdfc, sbi, 2],
    ['of one name are one, in whichever script', hindi, sbi, 1],
    ['of two names may be one act where a title names both', hdfc, { ...sbi, title: 'SBI and HDFC stop' }, 1],
  ])('%s', (_name, first, second, incidents) => {
    expect(count(stop, first, second)).toBe(incidents);
  });
});
