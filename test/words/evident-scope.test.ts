import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';
import { createPressFields } from './press-fields.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['kraken']);
const fields = createPressFields(words);

describe('what a halt is told of', () => {
  const halt = { kind: 'service-halt', scope: { functions: ['trading', 'withdrawals'] } } as const;

  test.each([
    ['ja', '暗号資産取引所Kraken、出金を停止', 'Kraken halts withdrawals'],
    ['zh', '加密货币交易平台Kraken暂停服务', 'Kraken halts services'],
    ['pt', 'Kraken suspende negociação e saques', 'Kraken halts trading and withdrawals'],
  ])('is what the title says is halted, in %s: %s', (language, title, expected) => {
    expect(headline(title, language, halt)).toBe(expected);
  });
});

describe('what goes on as before', () => {
  const halt = {
    kind: 'service-halt',
    scope: { functions: ['trading', 'deposits', 'withdrawals'] },
  } as const;

  test.each([
    ['ja', 'Kraken、入金を一時停止　出金と取引は通常通り', ''],
    ['es', 'Kraken suspende los depósitos; los retiros y el trading siguen con normalidad', ''],
    ['ru', 'Kraken приостановила ввод средств, вывод и торги в обычном режиме', ''],
    ['zh', 'Kraken暂停充币，提币和交易不受影响', ''],
    ['pt', 'Kraken suspende depósitos', 'Saques e negociação seguem normalmente.'],
    ['de', 'Kraken setzt Einzahlungen aus, Auszahlungen und Handel bleiben möglich', ''],
  ])('is not told of a halt, in %s: %s', (language, title, text) => {
    expect(headline(title, language, halt, { text })).toBe('Kraken halts deposits');
  });

  test.each([
    ['es', 'Kraken dejará de operar en Colombia', ''],
    ['es', 'Kraken anuncia su salida de Colombia', 'La plataforma suspenderá sus operaciones en septiembre.'],
    ['pt', 'Kraken deixa de operar em Portugal', ''],
    ['en', 'Kraken withdraws from Belgium', 'It had stopped serving residents on orders of the FSMA.'],
  ])('and to operate is more than to trade, in %s: %s', (language, title, text) => {
    const exit = { kind: 'market-exit', scope: { functions: ['trading'] } } as const;
    expect(fields([title, text, language], exit)).not.toHaveProperty('Scope');
  });

  test('is told where the title stops it', () => {
    const exit = { kind: 'market-exit', scope: { functions: ['trading'] } } as const;
    const title = 'Kraken se retira de Colombia y cierra la negociación; los retiros siguen';
    expect(fields([title, '', 'es'], exit)).toHaveProperty('Scope', 'trading');
  });
});

describe('whom a freeze is told of', () => {
  const freeze = { kind: 'account-freeze', scope: { users: 'residents' } } as const;

  test.each([
    ['ru', 'Kraken заблокировала единичные аккаунты'],
    ['es', 'Kraken bloquea 25.000 cuentas de algunos clientes'],
    ['zh', 'Kraken冻结部分用户账户'],
  ])('is some customers where the source limits it, in %s: %s', (language, title) => {
    expect(headline(title, language, freeze)).toContain('(some customers)');
  });

  test('is nobody more where it does not', () => {
    expect(headline('Kraken冻结用户账户', 'zh', freeze)).toBe('Accounts at Kraken frozen');
  });
});

describe('a ban on one company', () => {
  const ban = (text: string, language: string): string => {
    const title = 'Kraken';
    const sources = [source({ feedKind: 'press', title, text, language })] as const;
    return headline('', language, { kind: 'ban' }, { sources });
  };

  test.each([
    ['es', 'La autoridad prohíbe operar a la firma. Kraken.com is unaffected.'],
    ['ja', '金融庁はKraken Japan Ltdを禁止した。Kraken.comの本サイトは対象外。'],
    ['zh', 'Kraken Japan Ltd 被禁止经营。Kraken.com主站不受影响。'],
    ['tr', 'Kraken Japan Ltd yasaklandı. Kraken.com bundan etkilenmiyor.'],
  ])('is none on the main site where that is spared, in %s', (language, text) => {
    expect(ban(text, language)).toContain('the local firm, not the main site');
  });

  test.each([
    ['es', 'La autoridad prohíbe operar a Kraken Markets Limited en el país.'],
    ['de', 'Die Aufsicht verbietet der Kraken Markets GmbH die Geschäfte.'],
  ])('tells nothing of the main site where nothing is said of it, in %s', (language, text) => {
    expect(ban(text, language)).toMatch(/\(the local firm\)$/);
  });
});

describe('the local firm', () => {
  const ban = { kind: 'ban', scope: { entity: 'local-firm' } } as const;

  test.each([
    ['ja', '当局、Krakenの現地法人を禁止', 'Kraken.comは影響を受けない。'],
    ['zh', '监管机构禁止Kraken当地子公司', 'Kraken.com不受影响。'],
    ['es', 'Prohíben la filial de Kraken', 'La web Kraken.com no se ve afectada.'],
  ])('is told alone where a source says that the main site goes on, in %s: %s', (language, title, text) => {
    const sources = [source({ feedKind: 'press', title, text, language })] as const;
    expect(headline('', language, ban, { sources })).toContain('(the local firm, not the main site)');
  });

  test('is not told to be alone where none does', () => {
    expect(headline('Prohíben la filial de Kraken', 'es', ban)).toContain('(the local firm)');
  });
});

describe('where an exchange acts', () => {
  const halt = { kind: 'service-halt' } as const;
  const where = (title: string, text: string, language: string) =>
    headline(title, language, halt, {
      jurisdictions: ['LI'],
      sources: [source({ feedKind: 'press', title, text, language })],
    });

  test.each([
    ['in which nobody names it', 'Kraken suspende as operações', 'Os saques param.', 'pt'],
    ['where it only sits', 'Kraken suspende as operações', 'A Kraken, sediada em Liechtenstein, para.', 'pt'],
  ])('is not a country %s', (_, title, text, language) => {
    expect(where(title, text, language)).toBe('Kraken halts services');
  });

  test('is the country that is named for it', () => {
    expect(where('Kraken suspende as operações em Liechtenstein', '', 'pt')).toBe(
      'Liechtenstein: Kraken halts services',
    );
  });
});

describe('sign-ups', () => {
  const rules = { kind: 'rulemaking', scope: { functions: ['sign-up'] } } as const;
  const scopeOf = (text: string): string | undefined =>
    words
      .alert(
        incident({
          exchanges: [],
          measures: [measure(rules)],
          sources: [source({ feedKind: 'press', title: 'Nigeria tightens crypto rules', text })],
        }),
        alert(),
        reader('en'),
      )
      .fields.find(({ label }) => label === 'Scope')?.value;

  test('are touched where a source speaks of them', () => {
    expect(scopeOf('New users can no longer register at exchanges.')).toBe('sign-ups');
  });

  test('are not touched by stricter checks of identity', () => {
    expect(scopeOf('Identity verification becomes stricter for exchanges.')).toBeUndefined();
  });
});
