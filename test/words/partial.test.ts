import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressFields } from './press-fields.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['kraken']);
const fields = createPressFields(words);

describe('an order to stop a part of the business', () => {
  const order = { kind: 'cease-and-desist', stage: 'in-force' } as const;

  test.each([
    ['ko', '금융위 FIU, 크라켄에 영업 일부정지 3개월'],
    ['ja', '金融庁、Krakenに業務の一部停止命令'],
    ['zh', '监管机构责令Kraken暂停部分业务'],
    ['es', 'El regulador ordena la suspensión parcial de Kraken'],
    ['ru', 'Регулятор частично приостановил деятельность Kraken'],
    ['de', 'Aufsicht untersagt Kraken teilweise das Geschäft'],
  ])('is no order to stop, in %s: %s', (language, title) => {
    expect(headline(title, language, order)).toBe('Kraken ordered to stop part of its business');
    expect(fields([title, '', language], order)).not.toHaveProperty('What');
  });

  test('is no more than an order where nothing is said of a part', () => {
    expect(headline('금융위 FIU, 크라켄에 영업정지 3개월', 'ko', order)).not.toContain('part of');
  });
});

describe('the end of a product for savers', () => {
  const exit = { kind: 'market-exit', stage: 'announced' } as const;

  test.each([
    ['zh', 'Kraken停止向英国零售用户提供理财产品'],
    ['es', 'Kraken dejará de ofrecer productos de ahorro en España'],
    ['ja', 'Kraken、日本でレンディングを終了'],
    ['ru', 'Kraken закрывает накопительные продукты в Казахстане'],
  ])('is no leaving of the market, in %s: %s', (language, title) => {
    expect(headline(title, language, exit)).not.toMatch(/market/);
  });

  test('is one where the exchange leaves', () => {
    expect(headline('Kraken退出英国市场', 'zh', exit)).toContain('market');
  });
});
