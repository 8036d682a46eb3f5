import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { source } from './examples.ts';
import { createPressFields } from './press-fields.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['binance']);
const fields = createPressFields(words);
const licence = { kind: 'licence-denied-or-revoked', stage: 'in-force' } as const;

describe('a licence that is suspended', () => {
  test.each([
    ['es', 'La CNBV suspende la licencia de Binance'],
    ['pt', 'Regulador suspende o registro da Binance'],
    ['fr', "Le régulateur suspend l'agrément de Binance"],
    ['de', 'Aufsicht setzt die Lizenz von Binance aus'],
    ['ru', 'Регулятор приостановил лицензию Binance'],
    ['tr', "Kurul, Binance'in lisansını askıya aldı"],
    ['zh', '监管机构暂停币安的牌照'],
    ['ja', '当局、バイナンスの登録を一時停止'],
    ['ko', '당국, 바이낸스 등록 효력 정지'],
    ['id', 'Regulator membekukan izin Binance selama tiga bulan'],
    ['ar', 'الهيئة تعلق ترخيص بينانس'],
  ])('is told as neither refused nor withdrawn, in %s: %s', (language, title) => {
    expect(headline(title, language, licence)).toBe('Licence or registration of Binance suspended');
    expect(fields([title, '', language], licence)).not.toHaveProperty('What');
  });

  test.each([
    ['es', 'Dubai VARA suspende la licencia o el registro de Binance'],
    ['ru', 'Dubai VARA приостанавливает лицензию или регистрацию Binance'],
    ['zh', '迪拜虚拟资产监管局暂停币安的牌照或登记'],
  ])('is told of whoever suspends it, in %s', (into, told) => {
    const tell = createPressHeadline(words, ['binance'], into);
    expect(
      tell('VARA suspends Binance licence for six months', 'en', licence, { authority: 'ae-vara' }),
    ).toBe(told);
  });

  test.each([
    ['es', 'La CNBV retira la licencia a Binance', 'Licence or registration of Binance withdrawn'],
    ['fr', "L'AMF retire l'agrément de Binance", 'Licence or registration of Binance withdrawn'],
    ['zh', '监管机构暂停受理币安的牌照申请', undefined],
    ['ru', 'Регулятор может приостановить лицензию Binance', undefined],
  ])('is none where it is for good, or not done, in %s: %s', (language, title, told) => {
    const said = headline(title, language, licence);
    if (told === undefined) expect(said).not.toMatch(/suspended/);
    else expect(said).toBe(told);
  });

  test.each([
    ['en', 'CySEC suspends licence of BestTrade Crypto Ltd in part', /suspende la licencia o el registro de/],
    [
      'es',
      'La CNBV suspende la licencia de una firma de criptomonedas',
      /^Licence or registration of crypto services suspended$/,
    ],
    [
      'ru',
      'Регулятор приостановил лицензию криптобиржи',
      /^Licence or registration of crypto exchanges suspended$/,
    ],
  ])(
    'is told as suspended of official notices, too, and of firms unnamed, in %s: %s',
    (language, title, told) => {
      const official = source({ feedKind: 'official', title, text: '', language });
      const changes = { authority: 'cy-cysec', exchanges: [], sources: [official] as const };
      expect(headline('', language, licence, changes)).toMatch(told);
    },
  );
});
