import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

const { words } = createSteps();
const headline = (title: string, language: string, changes: Partial<Incident>, into = 'en') =>
  words.alert(
    incident({
      exchanges: ['binance'],
      jurisdictions: ['US'],
      sources: [source({ feedKind: 'press', title, text: '', language })],
      ...changes,
    }),
    alert(),
    reader(into),
  ).headline;

const enforcement = (authority?: string, stage: 'announced' | 'reported' = 'announced') => ({
  ...(authority !== undefined && { authority }),
  measures: [measure({ kind: 'enforcement', stage })] as const,
});

describe('a plain verb of a title', () => {
  test.each([
    ['zh', '美国证券交易委员会起诉币安', 'SEC sues Binance'],
    ['ja', 'SEC、バイナンスを提訴', 'SEC sues Binance'],
    ['ko', 'SEC, 바이낸스 제소', 'SEC sues Binance'],
    ['es', 'La SEC demanda a Binance', 'SEC sues Binance'],
    ['pt', 'SEC processa Binance', 'SEC sues Binance'],
    ['ru', 'SEC подала в суд на Binance', 'SEC sues Binance'],
    ['tr', 'SEC, Binance hakkında dava açtı', 'SEC sues Binance'],
    ['de', 'SEC verklagt Binance', 'SEC sues Binance'],
    ['zh', '币安被SEC罚款', 'SEC fines Binance'],
    ['es', 'La SEC multa a Binance', 'SEC fines Binance'],
    ['nl', 'SEC geeft Binance boete', 'SEC fines Binance'],
    ['zh', 'SEC与币安达成和解', 'SEC settles with Binance'],
    ['ru', 'SEC обвинила Binance в мошенничестве', 'SEC accuses Binance'],
  ])('tells what an authority does, in %s: %s', (language, title, said) => {
    expect(headline(title, language, enforcement('us-sec'))).toBe(`US: ${said}`);
  });

  test.each([
    ['zh', '美国：证券交易委员会对币安提出指控'],
    ['zh-Hant', '美國：證券交易委員會對幣安提出指控'],
    ['es', 'EE. UU.: SEC presenta cargos contra Binance'],
  ])('does not make a crime of the charges of a regulator, in %s', (into, said) => {
    expect(headline('SEC charges Binance with misleading investors', 'en', enforcement('us-sec'), into)).toBe(
      said,
    );
  });

  test.each([
    ['zh', '币安2名员工被警方逮捕', 'Arrests in a case concerning Binance'],
    ['ko', '경찰, 바이낸스 압수수색', 'Raid in a case concerning Binance'],
    ['es', 'Detenida una persona en el caso Binance', 'Arrest in a case concerning Binance'],
    ['ru', 'В офисе Binance прошли обыски', 'Raid in a case concerning Binance'],
    ['zh', '警方扣押币安资产', 'Seizure in a case concerning Binance'],
  ])('leaves out who acts where nobody was read, in %s: %s', (language, title, said) => {
    expect(headline(title, language, enforcement())).toBe(said);
  });

  test.each([
    ['zh', 'SEC考虑起诉币安'],
    ['zh', '币安起诉SEC'],
    ['zh', 'SEC撤回起诉币安一案'],
    ['es', 'La SEC podría demandar a Binance'],
    ['ru', 'SEC может подать в суд на Binance'],
    ['zh', 'SEC起诉币安前员工'],
    ['zh', 'SEC起诉一名网红，币安下跌'],
    ['es', '¿Demanda a Binance la SEC?'],
  ])('is none where it is not done, not to the exchange or taken back, in %s: %s', (language, title) => {
    expect(headline(title, language, enforcement('us-sec'))).not.toMatch(/sues|accuses|charges|fines/);
  });

  test('is none for exchanges that the title tells apart', () => {
    const changes = { ...enforcement('us-sec'), exchanges: ['binance', 'kraken'] };
    expect(headline('SEC罚款Kraken，正在调查币安', 'zh', changes)).not.toContain('fines');
    expect(headline('SEC起诉Kraken和币安', 'zh', changes)).toContain('sues Kraken and Binance');
  });

  test('tells a settlement that is sought as possible', () => {
    expect(headline('SEC寻求与币安达成和解', 'zh', enforcement('us-sec', 'reported'))).toBe(
      'US: possible settlement between SEC and Binance',
    );
  });

  test.each([
    ['service-halt', 'zh', '币安暂停加密货币出金', 'Binance halts withdrawals'],
    ['service-halt', 'zh', '币安正式申请破产', 'Binance files for bankruptcy'],
    ['service-halt', 'fr', 'Binance dépose le bilan', 'Binance files for bankruptcy'],
    ['service-halt', 'pl', 'Binance ogłasza upadłość', 'Binance files for bankruptcy'],
    ['service-halt', 'vi', 'Binance nộp đơn phá sản', 'Binance files for bankruptcy'],
    ['service-halt', 'es', 'Binance cierra operaciones', 'Binance closes'],
    ['market-exit', 'zh', '币安终止提供质押服务', 'Binance ends a service'],
  ] as const)('tells what an exchange does itself: %s, %s: %s', (kind, language, title, said) => {
    const changes = { jurisdictions: [], measures: [measure({ kind, stage: 'in-force' })] as const };
    expect(headline(title, language, changes)).toBe(said);
  });

  test('tells the money of an exchange from the accounts of its customers', () => {
    const freeze = { jurisdictions: [], measures: [measure({ kind: 'account-freeze' })] as const };
    expect(headline('银行已冻结币安存款', 'zh', freeze)).toBe('Assets of Binance frozen');
    expect(headline('银行已冻结币安用户存款', 'zh', freeze)).not.toContain('Assets');
  });

  test('tells rules of which nothing else is known as rules, with their stage', () => {
    const rules = { exchanges: [], jurisdictions: ['KR'] };
    const told = (stage: 'announced' | 'proposed') =>
      headline("국경 넘는 코인에 '등록 의무'…한국, 규제망 확대", 'ko', {
        ...rules,
        measures: [measure({ kind: 'rulemaking', stage })] as const,
      });
    expect(told('announced')).toBe('South Korea: rules on licences or registration concerning crypto');
    expect(told('proposed')).toBe(
      'South Korea: rules on licences or registration concerning crypto (planned or proposed)',
    );
  });

  test('gives police the number that they have', () => {
    const changes = { ...enforcement('hk-police'), exchanges: ['jpex'], jurisdictions: ['HK'] };
    expect(headline('JPEX香港警方現拘捕8嫌犯', 'zh', changes)).toBe(
      'Hong Kong: police make arrests in a case concerning JPEX',
    );
  });

  test.each(words.languages)('is said in %s', (language) => {
    const us = enforcement('us-sec');
    const halt = {
      jurisdictions: [],
      measures: [measure({ kind: 'service-halt', stage: 'in-force' })] as const,
    };
    const lines = [
      headline('SEC verklagt Binance', 'de', us, language),
      headline('Binance wurde verklagt', 'de', enforcement(), language),
      headline('SEC geeft Binance boete', 'nl', us, language),
      headline('SEC schikt met Binance', 'nl', us, language),
      headline('SEC accuse Binance', 'fr', us, language),
      headline('Binance: perquisition', 'fr', us, language),
      headline('Binance: 3 personnes interpellées', 'fr', us, language),
      headline('Binance dépose le bilan', 'fr', halt, language),
    ];
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });
});

describe('a word in quotation marks', () => {
  test('is a figure of speech where the words outside tell of something else', () => {
    const block = { measures: [measure({ kind: 'access-block', stage: 'reported' })] as const };
    const title = 'SEC在歐洲拉起「幣安封鎖線」！聯手多國檢調大動作調查Binance';
    expect(headline(title, 'zh', { authority: 'us-sec', ...block })).toBe(
      'US: inquiry by SEC concerning Binance',
    );
  });
});

describe('whom and where', () => {
  const rules = { measures: [measure({ kind: 'rulemaking', stage: 'proposed' })] as const };
  const freeze = {
    exchanges: [],
    measures: [measure({ kind: 'account-freeze', stage: 'announced' })] as const,
  };

  test('an exchange that collapsed before is not the one that rules are for', () => {
    const changes = { ...rules, exchanges: ['zipmex'], jurisdictions: ['TH'] };
    const told = headline('泰國將對加密強監管！Zipmex 暴雷泰民慘賠，證交會要推監管專法', 'zh', changes);
    expect(told).not.toContain('Zipmex');
  });

  test('whose accounts a country freezes is no second place', () => {
    const changes = { ...freeze, jurisdictions: ['CH', 'RU'] };
    expect(headline('Suiza congelará cuentas rusas en exchanges de Bitcoin', 'es', changes)).toBe(
      'Switzerland: freeze of accounts at crypto exchanges announced (some customers)',
    );
  });

  test('the marketing of coins is no exchange', () => {
    const changes = {
      measures: [measure({ kind: 'rulemaking' })] as const,
      exchanges: [],
      jurisdictions: ['GB'],
    };
    expect(headline('英國新法：10/8起「禁空投」、免費加密貨幣行銷', 'zh', changes)).toBe(
      'UK: rules concerning crypto',
    );
  });

  test('single dealers are no exchanges', () => {
    const changes = {
      measures: [measure({ kind: 'rulemaking' })] as const,
      exchanges: [],
      jurisdictions: ['TW'],
    };
    expect(headline('金管會：個人幣商須登記，新規則上路', 'zh', changes)).not.toContain('crypto exchanges');
  });
});
