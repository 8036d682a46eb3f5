import { describe, expect, test } from '@jest/globals';
import { isOutOfIt } from '../../src/words/stands-aside.ts';

/** Whether `name` is out of what a sentence tells. */
const isOut = (sentence: string, name: string): boolean => isOutOfIt(sentence, sentence.indexOf(name));

describe('a name that stands beside the news', () => {
  test.each([
    ['en', 'kraken, gemini and a few others are approved.'],
    ['en', 'the largest exchanges in the country are kraken and gemini.'],
    ['es', 'kraken y gemini están autorizadas.'],
    ['ru', 'kraken и gemini имеют лицензию.'],
    ['ko', '신고를 마친 곳은 kraken, gemini 두 곳뿐이다.'],
    ['zh', '持牌平台只有kraken和gemini。'],
    ['zh', '该国主要的加密货币交易所是kraken和gemini。'],
    ['ja', '登録済みの業者はkrakenなど。'],
  ])('is that of an exchange that may go on, or of one that there is, in %s: %s', (_, sentence) => {
    expect(isOut(sentence, 'kraken')).toBe(true);
  });

  test.each([
    ['en', 'kraken, which is licensed in malta, was fined.'],
    ['en', 'kraken and gemini are not registered.'],
    ['es', 'kraken y gemini no están autorizadas.'],
    ['ru', 'kraken и gemini не имеют лицензии.'],
    ['ko', '신고를 마친 kraken이 제재를 받았다.'],
    ['zh', '持牌交易所kraken被罚款。'],
  ])('is not that of one that a measure is taken against, in %s: %s', (_, sentence) => {
    expect(isOut(sentence, 'kraken')).toBe(false);
  });
});
