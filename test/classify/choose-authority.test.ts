import { describe, expect, test } from '@jest/globals';
import { readWith } from '../support/read-with.ts';

const authoritiesIn = (title: string, language = 'en'): readonly string[] =>
  readWith(title, '', language).mentions.authorities.map(({ authority }) => authority.id);

describe('whose authority bears a shared name', () => {
  test('is told by a second name that only one country shares with it', () => {
    expect(authoritiesIn('SEC and NTC act against crypto exchange')).toEqual(['ph-sec', 'ph-ntc']);
  });

  test('is told by a law of the country', () => {
    expect(authoritiesIn('FIU cites PMLA in notice to crypto exchange')).toContain('in-fiu');
  });

  test('is told by the language where that is read in one country', () => {
    expect(authoritiesIn('FIU, 코인 거래소 제재', 'ko')).toEqual(['kr-kofiu']);
  });

  test.each([
    ['es', 'La SFC reitera: los exchanges de criptomonedas no están autorizados', ['co-sfc']],
    ['zh', 'SFC警告未持牌加密货币交易所', ['hk-sfc']],
    ['de', 'SFC warnt vor nicht lizenzierten Kryptobörsen', ['hk-sfc']],
  ])('is that of the one country among them where the language is spoken, in %s', (language, title, ids) => {
    expect(authoritiesIn(title, language)).toEqual(ids);
  });

  test('is not told by the country that usually bears it, where another is spoken of', () => {
    const { mentions } = readWith('Kenia: el banco central prohíbe los exchanges de criptomonedas', '', 'es');
    expect(mentions.authorities.filter(({ uncertain }) => !uncertain)).toEqual([]);
  });

  test.each([
    ['en', "Supreme Court upholds Nepal's ban on crypto exchanges"],
    ['es', 'El Tribunal Supremo de Bolivia prohíbe los exchanges de criptomonedas'],
    ['pt', 'Supremo Tribunal de Moçambique proíbe corretoras de criptomoedas'],
  ])('is no court of another country than the one spoken of, in %s', (language, title) => {
    const { mentions } = readWith(title, '', language);
    expect(mentions.authorities.filter(({ uncertain }) => !uncertain)).toEqual([]);
  });

  test('is not told by a store of the whole world', () => {
    expect(authoritiesIn('SEC and NTC ask Google to drop crypto app')).toEqual(
      expect.arrayContaining(['ph-sec', 'ph-ntc']),
    );
  });
});
