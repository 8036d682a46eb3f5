import { describe, expect, test } from '@jest/globals';
import { excepted } from '../../src/classify/excepted.ts';
import { readWith } from '../support/read-with.ts';

const outOf = (title: string, language: string): readonly string[] => {
  const { exchanges, cues } = readWith(title, '', language).mentions;
  return [...excepted(exchanges, cues)];
};

describe('exchanges that are taken out of what is said', () => {
  test.each([
    ['SPK, Binance TR dışındaki yabancı kripto borsalarına erişim engeli getirdi', 'tr', ['binance']],
    ['Regulator blocks all crypto exchanges except Bitpanda', 'en', ['bitpanda']],
    ['Aufsicht sperrt alle Kryptobörsen außer Bitpanda', 'de', ['bitpanda']],
    ['ЦБ запретит все криптобиржи, кроме Binance', 'ru', ['binance']],
    ['金融庁、bitFlyer以外の取引所に業務停止命令', 'ja', ['bitflyer']],
    ['Regulator blocks Binance', 'en', []],
    ['Except in Ontario, users of Binance may trade on', 'en', []],
  ])('are read from %s', (title, language, ids) => {
    expect(outOf(title, language)).toEqual(ids);
  });
});
