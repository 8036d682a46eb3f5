import { describe, expect, test } from '@jest/globals';
import type { Incident, Source } from '../../src/domain/incident.ts';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

const { words } = createSteps();
/** The place is named far below the news. */
const press = (title: string, text = '', changes: Partial<Source> = {}): readonly [Source] => [
  source({ feedKind: 'press', title, text: `${text}\n\n\nFrance. U.S.`, ...changes }),
];
/** Once revised, so that it is told in our words. */
const headline = (changes: Partial<Incident>, language = 'en'): string =>
  words.alert(
    incident({ exchanges: [], jurisdictions: ['FR'], revision: 2, ...changes }),
    alert(),
    reader(language),
  ).headline;
const warning = [measure({ kind: 'warning' })] as const;
const enforcement = [measure({ kind: 'enforcement' })] as const;

describe('what is touched where no exchange is named', () => {
  test.each([
    ['en', 'Watchdog warns of crypto scams'],
    ['fr', 'Crypto-monnaies : mise en garde du régulateur contre des sites web'],
    ['es', 'El banco central advierte contra las criptomonedas'],
    ['ko', '금융당국, 가상자산 투자 주의 경고'],
  ])('is crypto in %s where nothing else is spoken of: %s', (language, title) => {
    expect(headline({ measures: warning, sources: press(title, '', { language }) })).toBe(
      'France issues a warning concerning crypto',
    );
  });

  test.each([
    ['en', 'Watchdog warns of crypto exchanges'],
    ['fr', 'Mise en garde contre des plateformes de cryptomonnaies'],
    ['zh', '监管机构警告加密货币交易所'],
  ])('is exchanges in %s where they are spoken of: %s', (language, title) => {
    expect(headline({ measures: warning, sources: press(title, '', { language }) })).toBe(
      'France issues a warning concerning crypto exchanges',
    );
  });

  test('is services where firms of any sort are spoken of', () => {
    expect(headline({ measures: warning, sources: press('Watchdog warns crypto firms') })).toBe(
      'France issues a warning concerning crypto services',
    );
  });

  test('is services where a sentence needs somebody who is acted against', () => {
    expect(headline({ measures: enforcement, sources: press('Prosecutors raid a bitcoin scheme') })).toBe(
      'France takes action against crypto services',
    );
  });

  test.each([
    ['es', 'Multan a una plataforma de criptomonedas'],
    ['zh', '某加密货币交易所被罚款'],
    ['tr', 'Türkiye bir kripto borsasına para cezası kesti'],
  ])('is one exchange in %s where one is spoken of: %s', (language, title) => {
    expect(headline({ measures: enforcement, sources: press(title, '', { language }) })).toBe(
      'France takes action against a crypto exchange (fine)',
    );
  });

  test('is one exchange in English too', () => {
    const sources = press('Head of the largest crypto exchange pleads guilty');
    expect(headline({ measures: enforcement, sources })).toBe(
      'France takes action against a crypto exchange',
    );
  });

  test.each([
    ['the rest of the text counts several', 'A crypto exchange fined', 'Two platforms were fined before.'],
    ['it is no number at all', 'Crypto exchange operators fined', ''],
  ])('is exchanges where %s', (_, title, text) => {
    expect(headline({ measures: enforcement, sources: press(title, text) })).toBe(
      'France takes action against crypto exchanges (fine)',
    );
  });

  test.each(words.languages)('reads well in %s', (language) => {
    const texts = [
      'Watchdog fines crypto firms',
      'Watchdog fines bitcoin scheme',
      'A crypto exchange is fined',
    ];
    const kinds = [
      'ban',
      'access-block',
      'licence-denied-or-revoked',
      'warning',
      'enforcement',
      'rulemaking',
    ];
    const lines = kinds.flatMap((kind) =>
      texts.map((title) => {
        const measures = [measure({ kind: kind as 'ban', stage: 'announced' })] as const;
        const sources = [source({ title })] as const;
        return headline({ measures, authority: 'fr-amf', sources }, language);
      }),
    );
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });
});

describe('those who lead an exchange', () => {
  const fined = (title: string, text = '', language = 'en') =>
    headline(
      { measures: enforcement, exchanges: ['bitmex'], jurisdictions: ['US'], sources: press(title, text) },
      language,
    );

  test.each(words.languages)('are told apart from it in %s', (language) => {
    expect(fined('Court fines BitMEX founders', '', language)).toMatchSnapshot();
  });

  test.each([
    ['Court fines founders of BitMEX', ' (fine)'],
    ['BitMEX CEO pleads guilty', ''],
    ['US charges former head of BitMEX', ' (charges)'],
  ])('are meant by "%s"', (title, act) => {
    expect(fined(title)).toBe(`US takes action against founders or executives of BitMEX${act}`);
  });

  test.each([
    ['BitMEX founders fined', 'The exchange is to pay as well.'],
    ['BitMEX and its founders fined', ''],
    ['Court fines BitMEX', 'Its founders must pay too.'],
  ])('are not meant alone by "%s"', (title, text) => {
    expect(fined(title, text)).toBe('US takes action against BitMEX (fine)');
  });
});

test('exchanges are foreign where the first sentence calls them offshore', () => {
  const block = [measure({ kind: 'access-block', stage: 'announced' })] as const;
  const sources = press('Regulator to block crypto exchanges', 'It blocks nine offshore exchanges.');
  expect(headline({ measures: block, sources })).toContain('foreign crypto exchanges');
});

describe('an exchange that a title names beside a number of others', () => {
  const block = [measure({ kind: 'access-block', stage: 'in-force' })] as const;

  test.each([
    ['hi', 'सरकार ने Kraken और 8 अन्य क्रिप्टो ऐप्स ब्लॉक किए'],
    ['ko', '당국, 크라켄 외 8곳 접속 차단'],
    ['es', 'El regulador bloquea Kraken y otros 8 exchanges'],
    ['ru', 'Регулятор заблокировал Kraken и ещё 8 бирж'],
    ['fr', 'Le régulateur bloque Kraken et 8 autres plateformes'],
  ])('is not told alone, in %s: %s', (language, title) => {
    expect(
      headline({ measures: block, exchanges: ['kraken'], sources: press(title, '', { language }) }),
    ).toContain('Kraken and other exchanges');
  });
});
