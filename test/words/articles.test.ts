import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();

describe('a preposition and an article are drawn together', () => {
  test.each([
    ['es', 'Investigación del banco central relativa a Bitget'],
    ['pt', 'Investigação do banco central sobre a Bitget'],
  ])('before who acts, in %s', (into, expected) => {
    const headline = createPressHeadline(words, ['bitget'], into);
    const inquiry = { kind: 'enforcement', stage: 'reported' } as const;
    expect(headline('Central bank investigates Bitget', 'en', inquiry, { authority: 'central-bank' })).toBe(
      expected,
    );
  });

  test('before where accounts are, in pt', () => {
    const headline = createPressHeadline(words, ['bitget', 'kraken'], 'pt');
    const freeze = { kind: 'account-freeze', stage: 'in-force' } as const;
    expect(
      headline('Court freezes accounts at Bitget and Kraken', 'en', freeze, { authority: 'court' }),
    ).toBe('Um tribunal congela contas na Bitget e na Kraken');
  });
});

test('"y" is "e" before a name that begins with I, in es', () => {
  const headline = createPressHeadline(words, ['bitget', 'indodax'], 'es');
  const halt = { kind: 'service-halt', stage: 'in-force' } as const;
  expect(headline('Bitget and Indodax halt withdrawals', 'en', halt)).toContain('Bitget e Indodax');
});

test.each([
  ['es', 'El banco central pide que los bancos corten el servicio a Bitget'],
  ['pt', 'O banco central pede que bancos cortem os serviços à Bitget'],
])('several gatekeepers have a verb in the plural, in %s', (into, expected) => {
  const headline = createPressHeadline(words, ['bitget'], into);
  const cutOff = { kind: 'bank-cutoff', stage: 'announced' } as const;
  const changes = { authority: 'central-bank', through: 'bank' };
  expect(headline('Central bank asks banks to cut off Bitget', 'en', cutOff, changes)).toBe(expected);
});
