import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressFields } from './press-fields.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, []);
const fields = createPressFields(words);
const cutOff = { kind: 'bank-cutoff', stage: 'in-force' } as const;

describe('an authority that a title names only for its licences', () => {
  test.each([
    ['en', 'gb-fca', 'Barclays blocks payments to exchanges not authorised by the FCA'],
    ['en', 'gb-fca', 'Barclays stops payments to crypto exchanges that are not FCA-registered'],
    ['fr', 'fr-amf', "Une banque bloque les virements vers les plateformes crypto non agréées par l'AMF"],
    ['es', 'es-cnmv', 'Un banco bloquea transferencias a exchanges no autorizados por la CNMV'],
    ['pt', 'br-bcb', 'Nubank bloqueia Pix para corretoras de cripto sem autorização do Banco Central'],
    ['zh', 'hk-sfc', '支付宝封禁未获香港证监会发牌的交易所账户'],
    ['de', 'de-bafin', 'Sparkassen sperren Überweisungen an Kryptobörsen ohne BaFin-Lizenz'],
    ['de', 'de-bafin', 'Sparkassen sperren Überweisungen an von der BaFin nicht zugelassene Kryptobörsen'],
    ['ru', 'ru-cbr', 'Банк блокирует переводы на криптобиржи без лицензии ЦБ'],
    ['tr', 'tr-cmb', 'Banka, SPK lisansı olmayan kripto borsalarına transferi engelledi'],
  ])('does not act, in %s: %s %s', (language, authority, title) => {
    const told = { authority, exchanges: [] };
    expect(fields([title, '', language], cutOff, told)).not.toHaveProperty('Who');
  });

  test.each([
    ['en', 'gb-fca', 'FCA tells banks to block crypto exchanges not authorised by the FCA'],
    ['fr', 'fr-amf', "L'AMF demande aux banques de bloquer les plateformes crypto non agréées"],
    ['zh', 'hk-sfc', '香港证监会要求银行停止服务未获发牌的交易所'],
    ['de', 'de-bafin', 'Kryptobörsen werden von der BaFin von Banken abgeschnitten'],
    ['zh', 'hk-sfc', '交易所获香港证监会通知，银行停止服务'],
    ['de', 'de-bafin', 'BaFin weist Banken an, Kryptobörsen ohne Lizenz zu sperren'],
  ])('acts where it is named as who acts, too, in %s: %s %s', (language, authority, title) => {
    expect(fields([title, '', language], cutOff, { authority, exchanges: [] })).toHaveProperty('Who');
  });

  test('leaves the act to the bank', () => {
    const title = 'Barclays blocks payments to crypto exchanges not authorised by the FCA';
    const told = headline(title, 'en', cutOff, { authority: 'gb-fca', through: 'gb-barclays' });
    expect(told).toBe('Barclays corta el servicio a plataformas de criptomonedas');
  });
});
