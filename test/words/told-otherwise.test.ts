import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressFields } from './press-fields.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['kraken']);
const fields = createPressFields(words);

describe('a ban on access', () => {
  const ban = { kind: 'ban', stage: 'in-force', scope: { entity: 'local-firm' } } as const;

  test.each([
    ['ar', 'السلطات تحظر الوصول إلى منصة كراكن'],
    ['es', 'El regulador prohíbe el acceso a Kraken'],
    ['ru', 'Регулятор запретил доступ к Kraken'],
    ['zh', '监管机构禁止访问Kraken'],
    ['hi', 'सरकार ने Kraken तक पहुंच प्रतिबंधित की'],
    ['id', 'Pemerintah melarang akses ke Kraken'],
  ])('is told as a block of the site, and of no firm, in %s: %s', (language, title) => {
    const told = headline(title, language, ban);
    expect(told).toMatch(/^(?:Access to Kraken blocked|.* blocks? access to Kraken)$/);
  });

  test('is no ban in the fields', () => {
    expect(fields(['El regulador prohíbe el acceso a Kraken', '', 'es'], ban)).not.toHaveProperty('What');
  });
});

describe('what a title denies', () => {
  const halt = { kind: 'service-halt', stage: 'in-force' } as const;

  test.each([
    ['ko', '크라켄 "거래 중단 아냐"', '크라켄은 거래 중단이 아니라고 밝혔다.'],
    ['en', 'Kraken: withdrawals are slow, not halted', 'Kraken halts nothing, it says.'],
    ['zh', 'Kraken称并非暂停提现', ''],
    ['es', 'Kraken aclara que no suspende los retiros', ''],
  ])('is not told as done, in %s: %s', (language, title, text) => {
    expect(headline(title, language, halt, { text })).not.toMatch(/halt|suspen|alto|paral/i);
  });
});

test('what an exchange denies is not called its own measure', () => {
  const halt = { kind: 'service-halt', stage: 'in-force' } as const;
  expect(headline('크라켄 "거래 중단 아냐"', 'ko', halt)).not.toContain('by Kraken');
});

describe('an exchange that halts after its bank left it', () => {
  test('halts itself, and nobody is said to cut it off', () => {
    const cutOff = { kind: 'bank-cutoff', stage: 'in-force', through: 'silvergate' } as const;
    const told = headline('Kraken suspendeu saques em reais', 'pt', cutOff, {
      text: 'A suspensão vem após o rompimento com a Silvergate.',
    });
    expect(told).toMatch(/^Kraken halts withdrawals/);
  });
});

describe('proceedings against an exchange', () => {
  test.each([
    [
      'pt',
      'CVM pressiona Kraken',
      'A CVM abriu processo sancionador contra a corretora por oferta irregular.',
    ],
    ['es', 'El supervisor, contra Kraken', 'La CNMV abre expediente sancionador, con advertencia.'],
  ])('are more than a warning, in %s: %s', (language, title, text) => {
    expect(headline(title, language, { kind: 'warning' }, { text })).not.toContain('warning');
  });
});

describe('a block of what misuses the name of an exchange', () => {
  const block = { kind: 'access-block', stage: 'in-force' } as const;

  test.each([
    ['en', 'SEBI blocks 12 websites imitating crypto exchange Binance'],
    ['es', 'La CNMV bloquea una web que suplanta a la plataforma Kraken'],
    ['ru', 'Роскомнадзор заблокировал сайты-клоны криптобиржи Binance'],
    ['zh', '香港警方封锁冒充交易所OKX的钓鱼网站'],
  ])('is told as no block of exchanges, in %s: %s', (language, title) => {
    expect(headline(title, language, block, { exchanges: [] })).not.toMatch(/block|bloque/i);
  });

  test('leaves other blocks as they are', () => {
    expect(headline('La CNMV bloquea exchanges extranjeros', 'es', block, { exchanges: [] })).toMatch(
      /block/,
    );
  });
});

describe('a warning to banks', () => {
  const cutOff = { kind: 'bank-cutoff', stage: 'in-force', through: 'banks' } as const;

  test.each([
    ['en', 'Pakistan warns banks over crypto exchange transfers'],
    ['de', 'BaFin warnt Banken vor Überweisungen an Kryptobörsen'],
    ['tr', 'Merkez bankası, kripto borsalarına transferler konusunda bankaları uyardı'],
    ['ar', 'البنك المركزي يحذر البنوك من التحويلات إلى منصات العملات المشفرة'],
    ['es', 'El banco central advierte a los bancos sobre transferencias a exchanges'],
    ['ko', '금융당국, 은행에 가상자산 거래소 송금 경고'],
    ['hi', 'RBI ने बैंकों को क्रिप्टो एक्सचेंजों को भुगतान पर चेताया'],
  ])('cuts nobody off, in %s: %s', (language, title) => {
    expect(headline(title, language, cutOff, { exchanges: [] })).not.toMatch(/cuts? |off|banca|bancos/i);
    expect(fields([title, '', language], cutOff)).not.toHaveProperty('What');
  });

  test.each([
    ['de', 'BaFin warnt: Banken sperren Überweisungen an Kryptobörsen'],
    ['ar', 'البنك المركزي يحذر: حظر التحويلات من البنوك إلى منصات العملات المشفرة'],
  ])('is a cut-off where it says so, in %s: %s', (language, title) => {
    expect(headline(title, language, cutOff, { exchanges: [] })).toMatch(/cut/);
  });
});

describe('what is resumed or halted of one network', () => {
  test.each([
    ['de', 'Kraken öffnet Auszahlungen im Polygon-Netzwerk wieder', 'eased'],
    ['ru', 'Kraken возобновила вывод в сети Polygon', 'eased'],
    ['tr', 'Kraken Polygon ağında çekimleri yeniden açtı', 'eased'],
    ['zh', 'Kraken恢复Polygon网络提现', 'eased'],
  ] as const)('is not told of all withdrawals, in %s: %s', (language, title, stage) => {
    const scope = { functions: ['withdrawals'] } as const;
    expect(headline(title, language, { kind: 'service-halt', stage, scope })).not.toMatch(/withdrawals/);
  });
});

describe('cards that are given up', () => {
  test.each([
    ['ru', 'Kraken прекращает поддержку карт Visa и Mastercard'],
    ['pt', 'Kraken encerra suporte a cartões'],
    ['zh', 'Kraken停止支持Visa卡'],
  ])('delist nothing, in %s: %s', (language, title) => {
    expect(headline(title, language, { kind: 'delisting', stage: 'announced' })).not.toMatch(/delist/);
  });
});
