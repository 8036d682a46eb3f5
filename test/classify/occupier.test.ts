import { describe, expect, test } from '@jest/globals';
import { placeCandidates } from '../../src/classify/select-mentions.ts';
import { readWith } from '../support/read-with.ts';

const placesIn = (title: string, language: string): readonly string[] => {
  const { document, mentions } = readWith(title, '', language);
  // What stands nowhere in the text is the home of its language.
  const named = placeCandidates(document, mentions, 'market-exit').filter(({ end }) => end > 0);
  return named.map(({ id }) => id);
};

describe('a country that is named for holding places of another', () => {
  test.each([
    ['en', 'Kraken geoblocks users in Russian-occupied regions of Ukraine'],
    ['de', 'Kraken sperrt Nutzer in den russisch besetzten Gebieten der Ukraine'],
    ['es', 'Kraken bloquea a los usuarios de las zonas de Ucrania ocupadas por Rusia'],
    ['fr', "Kraken bloque les utilisateurs des régions d'Ukraine occupées par la Russie"],
    ['ru', 'Kraken ограничила работу на оккупированных Россией территориях Украины'],
    ['zh', 'Kraken停止向俄罗斯占领的乌克兰地区用户提供服务'],
    ['ko', '크라켄, 러시아가 점령한 우크라이나 지역 이용자 차단'],
  ])('is not where a measure bites, in %s: %s', (language, title) => {
    expect(placesIn(title, language)).toContain('UA');
    expect(placesIn(title, language)).not.toContain('RU');
  });

  test.each([
    ['en', 'Kraken geoblocks users in Russia and Ukraine'],
    ['ru', 'Kraken ограничила работу в России и на Украине'],
  ])('is where it bites where it holds nothing, in %s: %s', (language, title) => {
    expect(placesIn(title, language)).toEqual(expect.arrayContaining(['RU', 'UA']));
  });
});
