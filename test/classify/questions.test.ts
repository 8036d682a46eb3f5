import { describe, expect, test } from '@jest/globals';
import { createDocument } from '../../src/classify/document.ts';
import { askedTokens } from '../../src/classify/questions.ts';

/** The words that ask, as they are compared. */
const asked = (title: string, language = 'en', text = ''): string => {
  const document = createDocument(title, text, language);
  const words = [...askedTokens(document)].sort((one, other) => one - other);
  return words.map((at) => document.tokens[at]?.text).join(' ');
};

describe('what a title asks', () => {
  test.each([
    ['Is Binance leaving France?', 'en', 'is binance leaving france'],
    ['Gemini leaves the Netherlands: what now?', 'en', 'what now'],
    ['Vauld halts withdrawals. Will customers be paid?', 'en', 'will customers be paid'],
    ['Exchange Bexplus cierra sus puertas, ¿qué pasará?', 'es', 'qué pasará'],
    ['FTXが出金停止　預けた資産は？', 'ja', '預 け た 資 産 は'],
    ['Zipmex ระงับการถอน ทำไม?', 'th', 'ท ํ า ไ ม'],
    ['火币暂停提现：怎么办？', 'zh', '怎 么 办'],
    ['هل تغادر بينانس؟ بايبت تغلق', 'ar', 'هل تغادر بینانس'],
  ])('is the clause before the mark: %s', (title, language, words) => {
    expect(asked(title, language)).toBe(words);
  });

  test.each([
    ['Is Binance leaving France', 'en'],
    ['क्या OKX भारत छोड़ रहा है', 'hi'],
    ['Apakah Bybit keluar dari Indonesia', 'id'],
    ['Czy Kraken opuszcza Polskę', 'pl'],
    ['火币清退香港用户吗', 'zh'],
    ['金管會會封鎖 OKX 嗎', 'zh-Hant'],
    ['Paribu kapandı mı', 'tr'],
    ['آیا نوبیتکس برداشت را بسته است', 'fa'],
  ])('needs no mark where a word makes the question: %s', (title, language) => {
    expect(asked(title, language)).not.toBe('');
  });

  test.each([
    ['Binance leaves France', 'en'],
    ['米司法省、バイナンスに40億ドル超を要求か', 'ja'],
    ['Exchange, is it safe: Binance halts withdrawals', 'en'],
  ])('is nothing where it tells: %s', (title, language) => {
    expect(asked(title, language)).toBe('');
  });

  test('is nothing that the text asks', () => {
    expect(asked('Binance leaves France', 'en', 'What now?')).toBe('');
  });

  test('is nothing in an entry without a title', () => {
    expect(asked('', 'en', 'Is Binance leaving?')).toBe('');
  });
});
