import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['binance']);
const into = (language: string) => createPressHeadline(words, ['binance'], language);

describe('a measure that stands, and is left standing', () => {
  const block = { kind: 'access-block', stage: 'in-force' } as const;

  test.each([
    ['es', 'Un tribunal mantiene el bloqueo de Binance'],
    ['pt', 'Justiça mantém bloqueio da Binance'],
    ['zh', '法院维持对币安的封锁令'],
    ['ja', '裁判所、バイナンスの遮断を支持'],
    ['ko', '법원, 바이낸스 차단 처분 유지'],
    ['ru', 'Суд оставил в силе блокировку сайта Binance'],
    ['tr', 'Mahkeme Binance erişim engelini onadı'],
    ['de', 'Gericht bestätigt Sperre von Binance'],
    ['fr', 'Le tribunal confirme le blocage de Binance'],
    ['ar', 'المحكمة تؤيد حجب منصة بينانس'],
  ])('is told as kept, and by nobody done anew, in %s: %s', (language, title) => {
    expect(headline(title, language, block)).toBe('Measure kept in force concerning Binance (access block)');
  });

  test.each([
    ['zh', '维持既有措施，涉及币安（访问封锁）'],
    ['es', 'Medida mantenida relativa a Binance (bloqueo de acceso)'],
    ['ru', 'Оставлена в силе мера в отношении Binance (блокировка доступа)'],
  ])('is told as kept of English titles, to readers of %s', (language, told) => {
    const title = 'Nigerian court strikes out suit against Binance but keeps its website blocked';
    expect(into(language)(title, 'en', block)).toBe(told);
  });

  test.each([
    ['tr', 'Mahkeme Binance erişim engelini kaldırmayı reddetti'],
    ['zh', '法院拒绝解除对币安的封锁'],
    ['es', 'El tribunal se niega a levantar el bloqueo de Binance'],
  ])('is no easing where somebody refuses to lift it, in %s: %s', (language, title) => {
    const card = words.alert(
      incident({
        exchanges: ['binance'],
        measures: [measure({ kind: 'access-block', stage: 'eased', direction: 'eases' })],
        sources: [source({ feedKind: 'press', title, text: '', language })],
      }),
      alert(),
      reader('en'),
    );
    expect(card.headline).toMatch(/kept in force/);
    expect(card.tone).not.toBe('eased');
  });

  test('is done where the title does it', () => {
    expect(headline('Суд заблокировал сайт Binance', 'ru', block)).toMatch(/block access to Binance/);
  });
});
