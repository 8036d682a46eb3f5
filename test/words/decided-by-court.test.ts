import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressFields } from './press-fields.ts';

const { words } = createSteps();
const fields = createPressFields(words);
const block = { kind: 'access-block', stage: 'announced' } as const;

describe('a body that only the text names, where the title has a court decide', () => {
  test.each([
    [
      'es',
      'ar-enacom',
      'Un juez ordena bloquear la web de Kraken',
      'ENACOM debe notificar a los proveedores.',
    ],
    ['pt', 'br-cvm', 'Justiça manda bloquear o site da Kraken', 'A CVM tinha pedido a medida.'],
    ['ru', 'ru-rkn', 'Суд решил заблокировать сайт Kraken', 'Роскомнадзор исполнит решение.'],
    ['en', 'ng-sec', 'Lagos judge orders block of Kraken', 'The SEC Nigeria will carry it out.'],
    ['ko', 'kr-fsc', '법원, 크라켄 사이트 차단 결정', '금융위원회가 집행한다.'],
  ])('does not act, in %s: %s %s', (language, authority, title, text) => {
    expect(fields([title, text, language], block, { authority })).not.toHaveProperty('Who');
  });

  test.each([
    ['en', 'us-sec', 'Kraken taken to court over staking', 'The SEC sued Kraken on Monday.'],
    ['en', 'us-doj', 'Kraken fined, court-appointed monitor stays', 'The Justice Department fined Kraken.'],
    ['ru', 'ru-rkn', 'На Kraken подали в суд', 'Роскомнадзор подал в суд на Kraken.'],
    ['es', 'es-cnmv', 'Kraken va ante el juez', 'La CNMV demanda a Kraken.'],
  ])('acts where somebody goes to a court, in %s: %s %s', (language, authority, title, text) => {
    expect(fields([title, text, language], { kind: 'enforcement' }, { authority })).toHaveProperty('Who');
  });

  test('acts where the title names it', () => {
    const title = 'Roskomnadzor blocks Kraken after a court ruling';
    expect(fields([title, '', 'en'], block, { authority: 'ru-rkn' })).toHaveProperty('Who', 'Roskomnadzor');
  });
});
