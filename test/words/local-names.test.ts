import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const block = { kind: 'access-block', stage: 'in-force' } as const;
const cutOff = { kind: 'bank-cutoff', stage: 'in-force' } as const;
const ban = { kind: 'ban', stage: 'in-force' } as const;

describe('who acts is called as at home', () => {
  test.each([
    ['tr', 'en', 'CMB blocks Kraken in Turkey', block, { authority: 'tr-cmb' }, /SPK, Kraken/],
    [
      'ru',
      'en',
      "Kazakhstan's Financial Monitoring Agency blocks Kraken",
      block,
      { authority: 'kz-afm' },
      /АФМ Казахстана блокирует/,
    ],
    ['ru', 'en', 'Sberbank blocks cards of Kraken users', cutOff, { through: 'ru-sber' }, /Сбербанк/],
    [
      'pt',
      'en',
      'US federal court bans Kraken',
      ban,
      { authority: 'us-federal-court' },
      /tribunal federal dos EUA/i,
    ],
    [
      'es',
      'en',
      'US federal court bans Kraken',
      ban,
      { authority: 'us-federal-court' },
      /tribunal federal de EE/i,
    ],
  ] as const)('in %s of %s: %s', (into, language, title, one, changes, told) => {
    const headline = createPressHeadline(words, ['kraken'], into);
    expect(headline(title, language, one, changes)).toMatch(told);
  });
});
