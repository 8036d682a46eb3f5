import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

const { words } = createSteps();
const headline = (title: string, language: string, changes: Partial<Incident>, into = 'en', text = '') =>
  words.alert(
    incident({
      exchanges: [],
      jurisdictions: ['IR'],
      sources: [
        source({ feedKind: 'press', title, text: `${text}\n\n\nIran. Иран. Irán. 日本。`, language }),
      ],
      ...changes,
    }),
    alert(),
    reader(into),
  ).headline;
const ban = { measures: [measure({ kind: 'ban', stage: 'proposed' })] as const };

describe('a measure that is told in general words', () => {
  test.each([
    ['zh', '伊朗可能取消加密货币禁令'],
    ['ru', 'Иран может снять запрет на криптовалюты'],
    ['es', 'Irán podría levantar la prohibición de las criptomonedas'],
    ['tr', 'İran kripto yasağını kaldırabilir'],
  ])('is an easing where a ban may be lifted, in %s: %s', (language, title) => {
    expect(headline(title, language, ban)).toBe('Iran: possible easing concerning crypto');
  });

  test('is none where nothing is lifted', () => {
    expect(headline('伊朗不会取消加密货币禁令', 'zh', ban)).toBe('Iran: planned measure concerning crypto');
  });

  test.each([
    ['fr', "L'AMF s'en prend à Bitget et menace de bloquer son site"],
    ['es', 'El supervisor amenaza con bloquear el sitio de Bitget'],
    ['ru', 'Регулятор угрожает Bitget блокировкой сайта'],
  ])('is a threat where somebody threatens, in %s: %s', (language, title) => {
    const changes = { measures: [measure({ kind: 'delisting' })] as const, exchanges: ['bitget'] };
    expect(headline(title, language, changes)).toBe('Iran: threatened measure concerning Bitget');
  });

  test('is under discussion where somebody discusses', () => {
    expect(headline('이란, 비트코인 보유 금지 논의', 'ko', ban)).toBe(
      'Iran: measure under discussion concerning crypto',
    );
  });

  test.each(words.languages)('tells an easing, a threat, a discussion and an own act in %s', (language) => {
    const bitget = { measures: [measure({ kind: 'delisting' })] as const, exchanges: ['bitget'] };
    const exit = { measures: [measure({ kind: 'market-exit' })] as const, exchanges: ['okx'] };
    const lines = [
      headline('الهند قد ترفع الحظر: رفع الحظر عن العملات', 'fa', ban, language),
      headline("L'AMF menace de bloquer Bitget", 'fr', bitget, language),
      headline('Iran diskutiert über Bitcoin', 'de', ban, language),
      headline('OKX umumkan kabar untuk India', 'id', exit, language),
    ];
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });
});

describe('what an exchange does itself', () => {
  const kraken = { exchanges: ['kraken'], jurisdictions: ['JP'] };

  test('is told from the sentences after a title that only judges it', () => {
    const measures = [measure({ kind: 'market-exit', stage: 'announced' })] as const;
    const title = 'Kraken很可能是被金融厅赶走的';
    const text = '这并不令人意外。Kraken发表了声明。它将停止向日本居民提供交易服务。';
    expect(headline(title, 'zh', { ...kraken, measures }, 'en', text)).toBe(
      'Japan: Kraken announces a withdrawal from the market',
    );
  });

  test('is one word where each halts something else', () => {
    const measures = [
      measure({ kind: 'service-halt', scope: { functions: ['trading', 'withdrawals'] } }),
    ] as const;
    const changes = { measures, exchanges: ['kraken', 'okx'], jurisdictions: ['JP'] };
    expect(headline('Kraken停止提现 OKX停止交易', 'zh', changes)).toBe(
      'Japan: Kraken and OKX halt trading or withdrawals',
    );
  });

  test('is asked for where one authority asks another for it', () => {
    const measures = [measure({ kind: 'access-block', stage: 'proposed' })] as const;
    const text = 'The finance ministry asked the IT ministry to block it. It is so in Japan.';
    expect(headline('Japan to block Kraken', 'en', { ...kraken, measures }, 'en', text)).toBe(
      'Japan asks for a block on Kraken',
    );
  });
});

describe('what titles only hold possible', () => {
  const removal = { measures: [measure({ kind: 'access-block', stage: 'reported' })] as const };

  test.each([
    ['hi', 'गूगल क्रिप्टो ऐप हटा सकता है'],
    ['es', 'El regulador podría bloquear exchanges de criptomonedas'],
    ['ru', 'Регулятор может заблокировать криптобиржи'],
  ])('is possible, and no report of it, in %s: %s', (language, title) => {
    expect(headline(title, language, removal)).toMatch(/possible measure/);
  });
});

describe('what titles ask for, and what they only recall', () => {
  const cutOff = { measures: [measure({ kind: 'bank-cutoff', stage: 'proposed' })] as const };

  test.each([
    ['ru', 'Регулятор призывает банки не работать с криптовалютой'],
    ['de', 'Aufsicht ruft zum Verzicht auf Kryptowährungen auf'],
    ['zh', '监管机构呼吁远离加密货币'],
  ])('is a request where nobody orders it, in %s: %s', (language, title) => {
    expect(headline(title, language, cutOff)).toBe('Iran: request concerning crypto');
  });

  test('is no request, and not planned, where the text tells of an order', () => {
    const text = 'Банкам велено не обслуживать сделки с криптовалютой.';
    expect(headline('Регулятор призывает банки отказаться от криптовалюты', 'ru', cutOff, 'en', text)).toBe(
      'Iran: measure concerning crypto',
    );
  });

  test.each([
    ['es', 'ban', 'El banco central recuerda que las criptomonedas están prohibidas'],
    ['es', 'warning', 'El banco central recalca que las criptomonedas están prohibidas'],
    ['zh', 'ban', '央行重申禁止加密货币交易'],
    ['ru', 'ban', 'Центробанк напомнил о запрете криптовалют'],
    ['id', 'ban', 'Bank sentral menegaskan kembali larangan kripto'],
  ] as const)('is a reminder where a ban stands already, in %s, read as %s: %s', (language, kind, title) => {
    const measures = [measure({ kind, stage: 'in-force' })] as const;
    expect(headline(title, language, { measures })).toMatch(/^Iran: reminder .*concerning crypto \(ban\)$/);
  });
});
