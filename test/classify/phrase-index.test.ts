import { describe, expect, test } from '@jest/globals';
import { normaliseText } from '../../src/classify/normalise-text.ts';
import { headOf } from '../../src/classify/phrase.ts';
import { createPhraseIndex } from '../../src/classify/phrase-index.ts';
import { createPhraseTable } from '../../src/classify/phrase-table.ts';
import { tokenise } from '../../src/classify/tokenise.ts';

const found = (patterns: readonly string[], raw: string): readonly string[] => {
  const entries = patterns.flatMap((pattern) => {
    const head = headOf(pattern);
    return head === undefined ? [] : [{ head, meaning: pattern }];
  });
  const index = createPhraseIndex(createPhraseTable(entries), (meaning) => meaning);
  const { text } = normaliseText(raw);
  return index
    .find(text, tokenise(text))
    .map(({ value, start, end }) => `${value}=${text.slice(start, end)}`);
};

describe('a phrase index', () => {
  test.each([
    ['a whole word', ['ban'], 'A ban on Banana exchanges', ['ban=ban']],
    ['a stem with any ending', ['verbiet*'], 'BaFin verbietet Binance', ['verbiet*=verbietet']],
    [
      'a phrase over hyphen or space',
      ['cease and desist'],
      'a cease-and-desist order',
      ['cease and desist=cease-and-desist'],
    ],
    [
      'a gap of up to three words',
      ['shut_down'],
      'they shut the whole site down',
      ['shut_down=shut the whole site down'],
    ],
    ['no gap of four', ['shut_down'], 'they shut all of the site down', []],
    ['no gap over a full stop', ['shut_down'], 'They shut it. Down it went', []],
    ['a name with its point', ['gate.io'], 'Gate.io leaves', ['gate.io=gate.io']],
    ['no name over the end of a sentence', ['binance.us'], 'He left Binance. US regulators knew', []],
    ['a name before an apostrophe', ['binance'], "Binance'in sitesi", ['binance=binance']],
    ['a Chinese name within running text', ['币安'], '菲律宾下令封锁币安网站', ['币安=币安']],
    ['a gap in Chinese', ['关闭_账号'], '微信关闭多家交易所的账号', ['关闭_账号=关闭多家交易所的账号']],
    ['a Korean name with its particle', ['업비트'], '업비트는 오늘', ['업비트=업비트']],
    ['a Thai phrase', ['ปิดกั้น'], 'ก.ล.ต.ปิดกั้นแพลตฟอร์ม', ['ปิดกั้น=ปิดกั้น']],
    ['an Arabic word behind its article', ['بنك*'], 'والبنك المركزي', ['بنك*=والبنک']],
    ['a name in a case', ['bybit~'], 'Malezja daje Bybitowi 14 dni', ['bybit~=bybitowi']],
    ['a name as it is', ['bybit~'], 'Bybit leaves', ['bybit~=bybit']],
    ['no name in a longer word', ['bybit~'], 'Bybiten leaves', []],
    ['a Cyrillic stem', ['заблокир*'], 'Роскомнадзор заблокировал сайт', ['заблокир*=заблокировал']],
  ])('finds %s', (_, patterns, text, expected) => {
    expect(found(patterns, text)).toEqual(expected);
  });
});
