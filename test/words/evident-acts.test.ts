import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['kraken']);

const action = { kind: 'enforcement' } as const;

describe('an action against an exchange', () => {
  test.each([
    ['ru', 'США ввели санкции против биржи Kraken', 'Authorities take action against Kraken (sanctions)'],
    ['uk', 'Оголошено санкції проти біржі Kraken', 'Authorities take action against Kraken (sanctions)'],
    ['ja', '米SEC、仮想通貨大手を提訴', 'Authorities take action against Kraken (court case)'],
    ['de', 'Behörde hat Anklage erhoben gegen Kraken', 'Charges against Kraken'],
    ['ko', '금융당국, 크라켄에 과태료 부과', 'Fine for Kraken'],
    ['es', 'Multa a Kraken por lavado', 'Fine for Kraken'],
    ['tr', 'Kraken hakkında dava açıldı', 'Lawsuit against Kraken'],
  ])('is told with what it is, in %s: %s', (language, title, told) => {
    expect(headline(title, language, action)).toBe(told);
  });

  test('is told with both, where it is two', () => {
    const title = 'ก.ล.ต. สั่งปรับ Kraken และกล่าวโทษผู้บริหาร';
    expect(headline(title, 'th', action)).toContain('(criminal complaint and fine)');
  });

  test.each([
    ['ru', 'Kraken обвинили в обходе санкций', 'sanctions'],
    ['zh', 'Kraken与SEC就诉讼达成和解', 'court case'],
  ])('is not what the title speaks of besides, in %s: %s', (language, title, act) => {
    expect(headline(title, language, action)).not.toContain(act);
  });
});

describe('a measure of which only general words can be told', () => {
  const warning = { kind: 'warning' } as const;

  test.each([
    ['hi', 'FCA ने Kraken पर लगाया प्रतिबंध', 'cease-and-desist', 'ban'],
    ['vi', 'SEC giải thích lệnh cấm Kraken', 'access-block', 'ban'],
    ['ru', 'Kraken ограничила услуги для россиян', 'account-freeze', 'restrictions'],
    ['ko', '거래소 영업 중단 공지', 'licence-denied-or-revoked', 'service halt'],
    ['zh', 'Kraken 暂停取款', 'account-freeze', 'service halt'],
    ['zh', 'Kraken 破产', 'service-halt', 'bankruptcy'],
  ])('is told with what the title calls it, in %s: %s', (language, title, kind, act) => {
    expect(headline(title, language, { kind: kind as 'ban' })).toMatch(
      new RegExp(` \\(${act}\\)$|^${act} concerning Kraken$`, 'iu'),
    );
  });

  test('is no halt where one product ends', () => {
    expect(headline('Kraken 终止提供加密质押服务', 'zh', { kind: 'market-exit' })).toBe(
      'Kraken ends a service',
    );
  });

  test.each([
    ['pt', 'Regulador proíbe Kraken de oferecer derivativos', 'that is for one product'],
    ['es', '¿Está prohibido Kraken?', 'of which the title asks'],
    ['fr', "Kraken n'est pas interdit, no", 'that is denied'],
  ])('is not told with a ban, in %s: %s, %s', (language, title) => {
    expect(headline(title, language, warning)).not.toContain('(ban)');
  });
});
