import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['binance']);

describe('what an authority does not do', () => {
  const licence = { kind: 'licence-denied-or-revoked', stage: 'in-force' } as const;

  test.each([
    ['de', 'Aufsicht entzieht Binance die Lizenz nicht, untersagt aber Neugeschäft'],
    ['fr', "Le régulateur ne retire pas l'agrément de Binance mais lui interdit de nouveaux clients"],
    ['zh', '监管机构未吊销币安牌照，但禁止其接纳新客户'],
    ['ru', 'Регулятор не отозвал лицензию Binance, но запретил приём новых клиентов'],
    ['es', 'El regulador no retira la licencia a Binance, pero le prohíbe captar clientes'],
    ['tr', "Kurul, Binance'in lisansını iptal etmedi, yeni müşteri alımını yasakladı"],
  ])('is not told as done, in %s: %s', (language, title) => {
    expect(headline(title, language, licence)).toBe('Measure concerning Binance');
  });
});
