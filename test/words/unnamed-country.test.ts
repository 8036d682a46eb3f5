import { describe, expect, test } from '@jest/globals';
import { tellsOfUnnamedCountry } from '../../src/words/unnamed-country.ts';

describe('a country of a continent that nobody names', () => {
  test.each([
    'bancos de este país de europa cierran cuentas',
    'bank in one european country closes accounts',
    'bancos de um país da europa fecham contas',
    'un pays européen interdit les cryptos',
    'ein europäisches land sperrt börsen',
    '欧洲某国银行关闭账户',
    '유럽의 한 나라, 거래소 차단',
    'одна из стран европы запретила биржи',
    'bir avrupa ülkesi borsaları engelledi',
    'دولة أوروبية تحظر المنصات',
  ])('is told: %s', (line) => {
    expect(tellsOfUnnamedCountry(line)).toBe(true);
  });

  test.each([
    'la unión europea prohíbe las criptomonedas anónimas',
    'европа запретила анонимные кошельки',
    '欧盟通过新规',
  ])('is not told where all of it is meant: %s', (line) => {
    expect(tellsOfUnnamedCountry(line)).toBe(false);
  });
});
