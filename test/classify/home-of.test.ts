import { describe, expect, test } from '@jest/globals';
import { createHomeOf } from '../../src/classify/home-of.ts';

describe('the home of a language', () => {
  const homeOf = createHomeOf();

  test('is the country where it is mostly read', () => {
    expect([homeOf('ko'), homeOf('zh-Hant'), homeOf('pt-PT')]).toEqual(['KR', 'TW', 'PT']);
  });

  test('is the same when asked again', () => {
    expect([homeOf('ja'), homeOf('ja')]).toEqual(['JP', 'JP']);
  });

  test('is unknown where the language is, and where a feed names none', () => {
    expect([homeOf('und'), homeOf('en_US'), homeOf('')]).toEqual([undefined, undefined, undefined]);
  });
});
