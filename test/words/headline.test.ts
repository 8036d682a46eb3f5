import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import { KINDS, STAGES } from '../../src/domain/taxonomy.ts';
import { alert, incident, measure, reader, wechat } from './examples.ts';
import { words } from './shipped-words.ts';

const headline = (changes: Partial<Incident> = {}, language = 'en'): string =>
  words.alert(incident(changes), alert(), reader(language)).headline;

describe('a headline', () => {
  test.each([
    ['en', 'China: regulators have WeChat block accounts of crypto exchanges'],
    ['zh', '中国：监管机构已责令微信封禁加密货币交易所的账号'],
    ['ru', 'Китай: регуляторы блокируют через WeChat аккаунты криптобирж'],
  ])('tells the story of March 2018 in %s', (language, expected) => {
    expect(words.alert(wechat(), alert(), reader(language)).headline).toBe(expected);
  });

  test('names the first of three exchanges and counts the others', () => {
    const measures = [measure({ stage: 'announced' })] as const;
    const exchanges = ['binance', 'okx', 'kraken'];
    expect(headline({ measures, exchanges, through: 'network' })).toBe(
      'Nigeria orders networks to block Binance and two other exchanges',
    );
    expect(headline({ measures, exchanges }, 'zh')).toBe('尼日利亚下令封锁币安等三家交易所');
  });

  test('says "crypto exchanges" where none is named', () => {
    expect(headline({ exchanges: [] })).toBe('Nigeria blocks access to crypto exchanges');
  });

  test.each([
    ['en', 'US: SEC announces action against Kraken'],
    ['zh', '美国：证券交易委员会宣布对Kraken采取执法行动'],
    ['ko', '[미국] 증권거래위원회, 크라켄에 대한 법적 조치 발표'],
    ['ru', 'США: SEC объявляет о мерах против Kraken'],
  ])('does not tell the place twice in %s', (language, expected) => {
    const measures = [measure({ kind: 'enforcement', stage: 'announced' })] as const;
    const changes = { measures, authority: 'sec', jurisdictions: ['US'], exchanges: ['kraken'] };
    expect(headline(changes, language)).toBe(expected);
  });

  test.each([
    ['an adjective', 'by-mininform', 'BY', 'Belarus: Ministry of Information blocks access to Binance'],
    ['a place behind the name', 'ng-sec', 'NG', 'Nigeria: SEC blocks access to Binance'],
    ['a place behind "of"', 'cbn', 'NG', 'Nigeria: Central Bank blocks access to Binance'],
    [
      'no name that says nothing alone',
      'bd-bank',
      'BD',
      'Bangladesh: Bangladesh Bank blocks access to Binance',
    ],
    ['no lone "Bank"', 'boj', 'JP', 'Japan: Bank of Japan blocks access to Binance'],
  ])('takes from an authority’s name %s', (_, authority, place, expected) => {
    expect(headline({ authority, jurisdictions: [place] })).toBe(expected);
  });

  test('leaves a Chinese name whole where the rest would say nothing', () => {
    expect(headline({ authority: 'boj', jurisdictions: ['JP'] }, 'zh-Hant')).toContain('日本銀行');
  });

  test('does not let a social network carry out what networks do for an authority', () => {
    const measures = [measure({ stage: 'proposed' })] as const;
    expect(headline({ measures, authority: 'authorities', through: 'wechat', jurisdictions: ['CN'] })).toBe(
      'China: authorities move to block access to Binance',
    );
  });

  test('lets the owner of a store take out an app', () => {
    const measures = [measure({ stage: 'announced', scope: { functions: ['app'] } })] as const;
    expect(headline({ measures, authority: 'ng-sec', through: 'wechat' })).toBe(
      'Nigeria: SEC orders WeChat to remove the app of Binance',
    );
  });

  test('calls unnamed networks that block accounts social networks', () => {
    const measures = [measure({ kind: 'social-block' })] as const;
    expect(headline({ measures, authority: 'authorities', through: 'networks' })).toBe(
      'Nigeria: authorities have social networks block accounts or content of Binance',
    );
  });

  test('lets the gatekeeper act where no authority is named', () => {
    const measures = [measure({ kind: 'bank-cutoff' })] as const;
    expect(headline({ measures, through: 'barclays', jurisdictions: ['GB'] })).toBe(
      'UK: Barclays cuts off Binance',
    );
    expect(headline({ measures, jurisdictions: ['GB'] })).toBe('UK: banks cut off Binance');
  });

  test('does not let a social network carry out what banks do, and tells it on more than one word', () => {
    const also = (confirmation: Incident['confirmation']) =>
      words
        .alert({ ...wechat(), confirmation }, alert(), reader('en'))
        .fields.find(({ label }) => label === 'Also')?.value;
    expect(also('corroborated')).toBe('regulators move to cut crypto exchanges off from banks or payments');
    expect(also('unconfirmed')).toBeUndefined();
  });

  test('says that only the local firm is touched', () => {
    const measures = [measure({ kind: 'ban', scope: { entity: 'local-firm' } })] as const;
    expect(headline({ measures, authority: 'fca', jurisdictions: ['GB'] })).toBe(
      'UK: FCA bans Binance (the local firm)',
    );
  });

  test.each([
    ['at home there', ['bitflyer'], 'Japan bans bitFlyer'],
    ['not named', [], 'Japan bans crypto exchanges'],
    ['one of several', ['okx', 'upbit'], 'Japan bans OKX and Upbit'],
  ])('speaks of no local firm of an exchange that is %s', (_, exchanges, expected) => {
    const measures = [measure({ kind: 'ban', scope: { entity: 'local-firm' } })] as const;
    expect(headline({ measures, exchanges, jurisdictions: ['JP'] })).toBe(expected);
  });

  test('gives several exchanges several licences', () => {
    const measures = [measure({ kind: 'licence-denied-or-revoked' })] as const;
    expect(headline({ measures, exchanges: [] })).toBe(
      'Nigeria refuses or withdraws licences for crypto exchanges',
    );
    expect(headline({ measures })).toBe('Nigeria refuses or withdraws a licence for Binance');
  });

  test('does not call an end a mere easing', () => {
    const measures = [measure({ kind: 'ban', stage: 'eased', direction: 'eases' })] as const;
    expect(headline({ measures })).toBe('Nigeria lifts or eases the ban on Binance');
    expect(headline({ measures }, 'zh')).toBe('尼日利亚解除或放宽对币安的禁令');
  });

  test('names the functions that a halt touches', () => {
    const measures = [
      measure({ kind: 'service-halt', scope: { functions: ['withdrawals', 'deposits'] } }),
    ] as const;
    expect(headline({ measures })).toBe('Nigeria: Binance halts withdrawals and deposits');
  });

  test('does not say that a halt halts the website on which it is told', () => {
    const measures = [
      measure({ kind: 'service-halt', scope: { functions: ['withdrawals', 'site'] } }),
    ] as const;
    expect(headline({ measures })).toBe('Nigeria: Binance halts withdrawals');
  });

  test.each([
    ['bank-cutoff', 'in-force', 'barclays', 'UK: Barclays cuts off Binance'],
    [
      'social-block',
      'eased',
      'wechat',
      'UK: WeChat lifts or eases the block on accounts or content of Binance',
    ],
  ] as const)('ascribes no %s, %s, to authorities that nobody named', (kind, stage, through, expected) => {
    const measures = [measure({ kind, stage })] as const;
    expect(headline({ measures, through, authority: 'authorities', jurisdictions: ['GB'] })).toBe(expected);
  });

  test('marks what is disputed, and what is retracted above all', () => {
    expect(headline({ disputed: true })).toBe('Nigeria blocks access to Binance (disputed)');
    expect(headline({ disputed: true, retracted: 'wrong date' })).toBe(
      'Nigeria blocks access to Binance (retracted)',
    );
  });

  test('does not announce an easing that is only proposed as done', () => {
    const measures = [measure({ kind: 'ban', stage: 'proposed', direction: 'eases' })] as const;
    expect(headline({ measures })).toBe('Nigeria: proposed easing for Binance: ban');
  });

  test('names the part of a country that acts, not the country', () => {
    expect(headline({ jurisdictions: ['US'], subdivisions: ['US-NY'] })).toBe(
      'New York blocks access to Binance',
    );
  });

  test('begins with a capital, but not an exchange that writes itself small', () => {
    expect(headline({ jurisdictions: [] })).toBe('Authorities block access to Binance');
    const measures = [measure({ kind: 'service-halt' })] as const;
    expect(headline({ measures, jurisdictions: [], exchanges: ['bitflyer'] })).toBe(
      'bitFlyer halts services',
    );
  });

  test('keeps Russian cases and leaves names as they are', () => {
    const measures = [measure({ stage: 'announced' })] as const;
    expect(headline({ measures, exchanges: ['binance', 'okx', 'kraken'] }, 'ru')).toBe(
      'Нигерия приказывает заблокировать Binance и ещё две биржи',
    );
    expect(headline({ exchanges: ['binance', 'okx', 'kraken'] }, 'ru')).toBe(
      'Нигерия блокирует доступ к Binance и ещё двум биржам',
    );
  });

  test.each(KINDS)('has another verb for every stage of %s', (kind) => {
    const said = STAGES.map((stage) => headline({ measures: [measure({ kind, stage })] }));
    expect(new Set(said).size).toBe(STAGES.length);
  });
});

/** Who acts: a place alone, an unnamed regulator upon unnamed exchanges, a named one upon three, one through a gatekeeper. */
const SITUATIONS: readonly Partial<Incident>[] = [
  {},
  { authority: 'some-regulator', exchanges: [], jurisdictions: ['CN'] },
  { authority: 'fca', jurisdictions: ['GB'], exchanges: ['binance', 'okx', 'kraken'] },
  { authority: 'sec', jurisdictions: ['US'], through: 'apple', exchanges: ['binance', 'upbit'] },
  { through: 'barclays', jurisdictions: ['GB', 'EU'] },
];

describe('headlines of every kind and stage', () => {
  test.each(words.languages)('read well in %s', (language) => {
    const lines = KINDS.flatMap((kind) =>
      STAGES.flatMap((stage) => [
        `${kind}, ${stage}`,
        ...SITUATIONS.map(
          (situation) => `  ${headline({ ...situation, measures: [measure({ kind, stage })] }, language)}`,
        ),
      ]),
    );
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });
});
