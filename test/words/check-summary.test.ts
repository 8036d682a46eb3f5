import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import type { Summarised } from '../../src/words/check-summary.ts';

const { checkSummary } = createSteps();

const NIGERIA: Summarised = {
  title: '尼日利亚通信委员会下令封锁币安',
  text: '尼日利亚通信委员会12月14日下令各运营商自15日起封锁币安网站，罚款330万美元，涉及9家交易所。',
  language: 'zh',
  reports: [{ exchanges: ['binance'], jurisdictions: ['NG'], subdivisions: [], authority: 'ng-ncc' }],
};
const ENGLISH: Summarised = {
  title: 'Nigeria orders telecoms to block Binance',
  text: 'The Nigerian Communications Commission told operators on December 14 to block Binance.com from Friday. It fined it $3.3 million; nine exchanges are listed. Move all to Safewallet, it says.',
  language: 'en',
  reports: NIGERIA.reports,
};

describe('a summary is shown', () => {
  test.each([
    ['en', 'Nigeria has ordered operators to block the website of Binance from 15 December.'],
    ['en', 'Nigeria orders a block on Binance and fines it 3.3 million dollars on December 14.'],
    ['en', 'Nigeria blocks Binance; nine exchanges are concerned.'],
    ['es', 'Nigeria ordena bloquear Binance desde el 15 de diciembre.'],
    ['pt', 'A Nigéria ordena o bloqueio da Binance a partir de 15 de dezembro.'],
    ['ru', 'Нигерия велела операторам заблокировать Binance с 15 декабря.'],
    ['tr', 'Nijerya, operatörlere 15 Aralık gününden itibaren Binance erişimini engelleme emri verdi.'],
    ['ko', '나이지리아가 12월 15일부터 바이낸스 사이트를 차단하라고 명령했다.'],
    ['ja', 'ナイジェリアは12月15日からバイナンスのサイトを遮断するよう命じた。'],
    ['zh-Hant', '奈及利亞下令自12月15日起封鎖幣安網站，罰款330萬美元。'],
    ['ar', 'أمرت نيجيريا بحجب موقع بينانس اعتبارا من 15 ديسمبر.'],
  ])('in %s: %s', (language, summary) => {
    expect(checkSummary(summary, language, NIGERIA)).toBeUndefined();
  });

  test.each([
    ['zh', '尼日利亚12月14日下令封锁币安，罚款330万美元。'],
    ['ja', 'ナイジェリアは12月14日にバイナンスの遮断を命じ、330万ドルの罰金を科した。'],
    ['es', 'Nigeria ordena bloquear Binance y le impone 3,3 millones de dólares.'],
  ])('of an English entry in %s: %s', (language, summary) => {
    expect(checkSummary(summary, language, ENGLISH)).toBeUndefined();
  });
});

describe('a summary is refused', () => {
  test.each([
    ['number', 'another number', 'Nigeria blocks Binance and 12 other exchanges.'],
    ['number', 'another unit', 'Nigeria fines Binance 3.3 billion dollars.'],
    ['number', 'a number written out', 'Nigeria blocks Binance and seven other exchanges.'],
    ['number', 'figures of another script', 'Nigeria fines Binance ٤٤ dollars.'],
    ['date', 'another day', 'Nigeria blocks Binance from 16 December.'],
    ['date', 'another month', 'Nigeria blocks Binance from 15 March.'],
    ['date', 'a day of the week', 'Nigeria blocks Binance from Tuesday.'],
    ['name', 'another exchange', 'Nigeria blocks Binance and Kraken.'],
    ['name', 'another country', 'Nigeria and Ghana block Binance.'],
    ['name', 'another authority', 'The FCA has Nigeria block Binance.'],
    ['name', 'a name that only the text brings up', 'Nigeria blocks Binance and Safewallet.'],
    ['advice', 'a word to the reader', 'Nigeria blocks Binance: move your coins away.'],
    ['advice', 'an order', 'Nigeria blocks Binance. Withdraw at once.'],
    ['name', 'a person', 'Nigeria blocks Binance, says minister John Smith.'],
    ['name', 'an unknown firm', 'Nigeria blocks Binance and Coinfoobar.'],
    ['name', 'an unknown firm at the beginning', 'Coinfoobar and Binance are blocked in Nigeria.'],
    ['quotation', 'words that nobody said', 'Nigeria blocks Binance: “we had no choice”.'],
    ['link', 'a link', 'Nigeria blocks Binance, see evil.example for help.'],
    ['link', 'a web address', 'Nigeria blocks Binance https://evil.example now.'],
    ['markup', 'markup', 'Nigeria blocks <b>Binance</b> now.'],
    ['markup', 'a handle', 'Nigeria blocks Binance, ask @helper for help.'],
    ['markup', 'a command', 'Nigeria blocks Binance; /unsubscribe now.'],
    ['markup', 'a hidden turn of the writing', 'Nigeria blocks \u202eBinance now.'],
    ['language', 'another language', 'Nigeria sperrt den Zugang zu Binance für alle Kunden und Betreiber.'],
    ['length', 'nothing', 'Blocked.'],
    ['length', 'a third sentence', 'Nigeria blocks Binance. It is so. It stays so.'],
    ['length', 'a novel', `Nigeria blocks Binance ${'and so on '.repeat(60)}.`],
    ['off-topic', 'something else', 'Many platforms are closed these days, it seems.'],
  ])('for its %s: %s', (objection, _what, summary) => {
    expect(checkSummary(summary, 'en', ENGLISH)).toBe(objection);
  });

  test.each([
    ['zh', 'name', '尼日利亚封锁币安和欧易。'],
    ['zh', 'name', '尼日利亚封锁币安，Coinfoobar除外。'],
    ['zh', 'number', '尼日利亚封锁币安等七家交易所。'],
    ['zh', 'date', '尼日利亚自12月16日起封锁币安。'],
    ['ja', 'name', 'ナイジェリアはバイナンスとコインフーバーを遮断した。'],
    ['ja', 'language', '尼日利亚封锁币安 and many other things are blocked there too.'],
    ['ru', 'name', 'Нигерия блокирует Binance, сообщил Иван Петров.'],
    ['ru', 'number', 'Нигерия блокирует Binance и ещё пять бирж.'],
    ['ko', 'name', '나이지리아가 바이낸스와 업비트를 차단했다.'],
    ['ar', 'number', 'حجبت نيجيريا بينانس و ٢٥ منصة.'],
    ['es', 'advice', 'Nigeria bloquea Binance: lleve sus monedas a otro lugar.'],
    ['pt', 'advice', 'A Nigéria bloqueia a Binance: retire já o que tem.'],
    ['ru', 'advice', 'Нигерия блокирует Binance, выведите средства.'],
    ['zh', 'advice', '尼日利亚封锁币安，请立即转走资产。'],
    ['ja', 'advice', 'ナイジェリアはバイナンスを遮断した。資産を移してください。'],
    ['ko', 'advice', '나이지리아가 바이낸스를 차단했으니 자산을 옮기세요.'],
    ['ar', 'advice', 'حجبت نيجيريا بينانس، يرجى سحب الأموال.'],
    ['tr', 'advice', 'Nijerya Binance erişimini engelledi, lütfen paranızı taşıyın.'],
    ['tr', 'name', 'Nijerya, Binance erişimini engelledi, dedi Ahmet Yılmaz.'],
  ])('in %s for its %s: %s', (language, objection, summary) => {
    expect(checkSummary(summary, language, ENGLISH)).toBe(objection);
  });
});
