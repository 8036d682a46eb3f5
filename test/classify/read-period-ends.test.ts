import { describe, expect, test } from '@jest/globals';
import { PERIOD_WORDS } from '../../src/classify/all-period-words.ts';
import { normaliseText } from '../../src/classify/normalise-text.ts';
import { createPeriodEndFinder } from '../../src/classify/read-period-ends.ts';
import { loadCatalogue } from '../../src/config/catalogue.ts';
import { type Instant, UNDATED } from '../../src/domain/instant.ts';

const { months = {} } = loadCatalogue().taxonomy.cues;

const finders = new Map(
  Object.entries(PERIOD_WORDS).map(([language, words]) => [
    language,
    createPeriodEndFinder(
      words,
      (months[language] ?? []).map((forms) => forms.split('|')),
    ),
  ]),
);

const PUBLISHED = Date.UTC(2026, 1, 10, 12);

const mentionsIn = (language: string, text: string, publishedAt: Instant = PUBLISHED) =>
  finders.get(language)?.(normaliseText(text).text, publishedAt) ?? [];

const daysIn = (language: string, text: string, publishedAt: Instant = PUBLISHED): readonly string[] =>
  mentionsIn(language, text, publishedAt).map(({ at }) => new Date(at).toISOString().slice(0, 10));

describe('the end of a named month', () => {
  test.each([
    ['en', 'users must withdraw by the end of March', '2026-03-31'],
    ['en', 'until the end of February 2028', '2028-02-29'],
    ['en', 'closes at the end of April.', '2026-04-30'],
    ['en', 'have until end-May to leave', '2026-05-31'],
    ['de', 'Bittrex macht Ende April Schluss', '2026-04-30'],
    ['de', 'müssen bis Ende Mai schließen', '2026-05-31'],
    ['fr', "d'ici fin mars sous peine de cessation", '2026-03-31'],
    ['fr', "jusqu'à la fin du mois de juin 2026", '2026-06-30'],
    ['es', 'deberán cerrar a fines de marzo', '2026-03-31'],
    ['es', 'hasta finales de mayo de 2026', '2026-05-31'],
    ['pt', 'até o fim de março', '2026-03-31'],
    ['pt', 'até ao final de abril de 2026', '2026-04-30'],
    ['it', 'entro fine marzo', '2026-03-31'],
    ['it', 'entro la fine di aprile', '2026-04-30'],
    ['nl', 'klanten hebben tot eind juni', '2026-06-30'],
    ['pl', 'zamknąć do końca marca 2026', '2026-03-31'],
    ['pl', 'przed końcem marca', '2026-03-31'],
    ['ru', 'вывести активы до конца марта', '2026-03-31'],
    ['ru', 'закроется в конце апреля 2026 года', '2026-04-30'],
    ['uk', 'вивести до кінця травня', '2026-05-31'],
    ['uk', 'наприкінці березня припинить роботу', '2026-03-31'],
    ['tr', 'mart sonuna kadar', '2026-03-31'],
    ['tr', "Nisan ayının sonunda Türkiye'den çekiliyor", '2026-04-30'],
    ['id', 'hengkang akhir Maret', '2026-03-31'],
    ['vi', 'trước cuối tháng 3', '2026-03-31'],
    ['vi', 'đến hết tháng 4/2026', '2026-04-30'],
    ['th', 'ปิดให้บริการสิ้นเดือนมีนาคม', '2026-03-31'],
    ['th', 'ภายในสิ้นเดือนเมษายน 2569', '2026-04-30'],
    ['hi', 'मार्च के अंत तक', '2026-03-31'],
    ['ar', 'حتى نهاية أبريل لسحب أرصدتهم', '2026-04-30'],
    ['ar', 'قبل نهاية مارس', '2026-03-31'],
    ['ar', 'بحلول نهاية شهر مايو 2026', '2026-05-31'],
    ['fa', 'تا پایان مارس', '2026-03-31'],
    ['ja', '3月末までに資産を移す', '2026-03-31'],
    ['ja', '5月末で終了', '2026-05-31'],
    ['ko', '3월 말까지 출금', '2026-03-31'],
    ['ko', '현물 거래 3월 말 닫는다', '2026-03-31'],
    ['zh', '3月底前停售USDT', '2026-03-31'],
    ['zh', '计划于 3 月底关站', '2026-03-31'],
    ['zh', '须在2026年5月底前提走资产', '2026-05-31'],
  ])('is its last day in %s: %s', (language, text, day) => {
    expect(daysIn(language, text)).toEqual([day]);
  });
});

describe('the end of this month, of the next and of the year', () => {
  test.each([
    ['en', 'must close by the end of the month', '2026-02-28'],
    ['en', 'will stop trading at month end', '2026-02-28'],
    ['en', 'services stop at the end of next month', '2026-03-31'],
    ['en', 'to lose Tether by year-end', '2026-12-31'],
    ['en', 'by the end of 2027', '2027-12-31'],
    ['de', 'sollen bis Monatsende schließen', '2026-02-28'],
    ['de', 'bis Ende des Jahres', '2026-12-31'],
    ['fr', 'avant la fin du mois', '2026-02-28'],
    ['fr', "d'ici la fin de l'année", '2026-12-31'],
    ['es', 'antes de fin de mes', '2026-02-28'],
    ['es', 'hasta fin de año', '2026-12-31'],
    ['pt', 'até o fim do mês', '2026-02-28'],
    ['pt', 'até o final do ano', '2026-12-31'],
    ['it', 'entro fine mese', '2026-02-28'],
    ['it', "entro la fine dell'anno", '2026-12-31'],
    ['nl', 'voor het einde van de maand', '2026-02-28'],
    ['nl', 'uiterlijk eind dit jaar', '2026-12-31'],
    ['pl', 'do końca miesiąca', '2026-02-28'],
    ['pl', 'do końca roku', '2026-12-31'],
    ['ru', 'до конца месяца', '2026-02-28'],
    ['ru', 'до конца года', '2026-12-31'],
    ['uk', 'до кінця місяця', '2026-02-28'],
    ['uk', 'до кінця року', '2026-12-31'],
    ['tr', 'ay sonuna kadar', '2026-02-28'],
    ['tr', 'yıl sonuna kadar', '2026-12-31'],
    ['id', 'hingga akhir bulan ini', '2026-02-28'],
    ['id', 'paling lambat akhir tahun', '2026-12-31'],
    ['vi', 'dừng khớp lệnh cuối tháng này', '2026-02-28'],
    ['vi', 'trước cuối năm nay', '2026-12-31'],
    ['th', 'โอนเหรียญออกก่อนสิ้นเดือน', '2026-02-28'],
    ['th', 'สิ้นเดือนหน้าเพื่อให้สอดคล้องกับกฎหมาย', '2026-03-31'],
    ['th', 'ภายในสิ้นปี', '2026-12-31'],
    ['hi', 'इस महीने के अंत तक', '2026-02-28'],
    ['hi', 'साल के अंत तक', '2026-12-31'],
    ['ar', 'قبل نهاية الشهر', '2026-02-28'],
    ['ar', 'قبل نهاية العام الجاري', '2026-12-31'],
    ['ja', '月末までに閉鎖', '2026-02-28'],
    ['ja', '月末で終了', '2026-02-28'],
    ['ja', '既存ユーザーを年内に整理', '2026-12-31'],
    ['ko', '이달 말까지', '2026-02-28'],
    ['ko', '연말까지 본토 이용자 전원 정리', '2026-12-31'],
    ['zh', '月底前关门', '2026-02-28'],
    ['zh', '将于本月底关站', '2026-02-28'],
    ['zh', '2026 年底前關閉', '2026-12-31'],
    ['zh', '年底前關閉帳戶', '2026-12-31'],
  ])('is its last day in %s: %s', (language, text, day) => {
    expect(daysIn(language, text)).toEqual([day]);
  });
});

describe('tomorrow and days of a month told by their number', () => {
  test.each([
    ['en', 'banned starting tomorrow', '2026-02-11'],
    ['de', 'ab morgen gesperrt', '2026-02-11'],
    ['fr', 'bloqué dès demain', '2026-02-11'],
    ['es', 'a partir de mañana', '2026-02-11'],
    ['pt', 'a partir de amanhã', '2026-02-11'],
    ['it', 'Da domani niente più spot', '2026-02-11'],
    ['nl', 'vanaf morgen', '2026-02-11'],
    ['pl', 'wejdzie w życie jutro', '2026-02-11'],
    ['ru', 'с завтрашнего дня', '2026-02-11'],
    ['uk', 'із завтрашнього дня', '2026-02-11'],
    ['tr', 'yarından itibaren', '2026-02-11'],
    ['id', 'Mulai Besok', '2026-02-11'],
    ['vi', 'từ ngày mai', '2026-02-11'],
    ['th', 'ตั้งแต่วันพรุ่งนี้', '2026-02-11'],
    ['ar', 'اعتبارا من الغد', '2026-02-11'],
    ['fa', 'از فردا', '2026-02-11'],
    ['ja', '明日から停止', '2026-02-11'],
    ['ko', '내일부터 중단', '2026-02-11'],
    ['zh', '明日起停止交易', '2026-02-11'],
    ['ko', '내달 1일부터', '2026-03-01'],
    ['ko', '이달 15일까지', '2026-02-15'],
    ['ko', '오는 5일 거래 종료', '2026-03-05'],
    ['ja', '来月1日から', '2026-03-01'],
    ['ja', '今月20日まで', '2026-02-20'],
    ['zh', '下月1日起', '2026-03-01'],
    ['zh', '下個月15號', '2026-03-15'],
  ])('are read in %s: %s', (language, text, day) => {
    expect(daysIn(language, text)).toEqual([day]);
  });

  test('count from the day that it was where they were written', () => {
    const evening = Date.UTC(2026, 1, 10, 20);
    expect(daysIn('ja', '明日から停止', evening)).toEqual(['2026-02-12']);
    expect(daysIn('zh', '月底前关门', Date.UTC(2026, 1, 28, 20))).toEqual(['2026-03-31']);
  });

  test('are not guessed where the language is written on two days at once', () => {
    expect(daysIn('en', 'banned from tomorrow', Date.UTC(2026, 1, 10, 2))).toEqual([]);
    expect(daysIn('en', 'by the end of the month', Date.UTC(2026, 2, 1, 2))).toEqual([]);
  });
});

describe('no day', () => {
  test.each([
    ['en', 'early next year'],
    ['en', 'by mid-March'],
    ['en', 'in late March'],
    ['en', 'since the end of January'],
    ['en', 'as of the end of March the firm held'],
    ['en', 'by the end of the fiscal year'],
    ['en', 'at the end of last month'],
    ['en', 'it may end march'],
    ['en', 'the exchange of tomorrow'],
    ['en', 'the court hears it tomorrow'],
    ['en', 'month-end options expiry'],
    ['en', 'in 2017 all were told to close by the end of October'],
    ['de', 'seit Ende März'],
    ['de', 'guten Morgen'],
    ['fr', 'mettre fin à ses activités'],
    ['fr', 'fin du mois dernier'],
    ['fr', 'depuis la fin mars'],
    ['es', 'a fin de reforzar'],
    ['es', 'a finales del año pasado'],
    ['es', 'esta mañana'],
    ['pt', 'a fim de combater'],
    ['it', 'fine corsa'],
    ['it', 'alla fine del mese scorso'],
    ['nl', 'einde aan cryptoreclame'],
    ['pl', 'od końca marca'],
    ['ru', 'с конца марта'],
    ['uk', 'до кінця воєнного стану'],
    ['tr', 'geçen yıl sonuna kadar'],
    ['tr', 'altı ay sonunda'],
    ['id', 'sejak akhir Maret'],
    ['id', 'akhir tahun lalu'],
    ['vi', 'cuối năm ngoái'],
    ['vi', 'ba tháng cuối năm'],
    ['th', 'สิ้นปีที่แล้ว'],
    ['th', 'สิ้นไตรมาส'],
    ['hi', 'पिछले साल के अंत तक'],
    ['hi', 'कल से'],
    ['ar', 'منذ نهاية مارس'],
    ['ar', 'نهاية العام الماضي'],
    ['fa', 'تا پایان سال'],
    ['fa', 'تا پایان ماه'],
    ['ja', '昨年末まで'],
    ['ja', '3月末時点'],
    ['ja', '10月末から止めている'],
    ['ja', '1年内に'],
    ['ja', '年末年始'],
    ['ja', '3月期決算'],
    ['ko', '작년 말까지'],
    ['ko', '3월 말레이시아'],
    ['ko', '3월 말 기준'],
    ['ko', '연말정산'],
    ['ko', '이미 10월 말부터 막혔다'],
    ['ko', '오는 30일간'],
    ['zh', '截至5月末,110个网站已被屏蔽'],
    ['zh', '去年年底'],
    ['zh', '去年底前'],
    ['zh', '上月底'],
    ['zh', '声明日起'],
    ['zh', '截至 2026 年底'],
    ['en', 'could hit $100K by year-end'],
    ['en', 'a winter to the end of 2027'],
  ])('is read in %s from %s', (language, text) => {
    expect(daysIn(language, text)).toEqual([]);
  });

  test('is read where nobody knows when it was published', () => {
    expect(daysIn('en', 'by the end of the month', UNDATED)).toEqual([]);
  });

  test('is read far down a text from a month without a name', () => {
    expect(daysIn('en', `${'It was so. '.repeat(120)}Users left by the end of the month.`)).toEqual([]);
  });

  test('is read from a month that may as well be that of last year', () => {
    expect(daysIn('en', 'trading stopped at the end of September')).toEqual([]);
    expect(daysIn('en', 'must leave by the end of September')).toEqual(['2026-09-30']);
  });
});

describe('a day that is found', () => {
  test('says where it stands and whether words lead to it', () => {
    const text = 'trading ends at the end of march';
    expect(mentionsIn('en', text)).toEqual([
      { at: Date.UTC(2026, 2, 31), start: 16, end: text.length, withYear: true },
    ]);
    expect(mentionsIn('en', 'by the end of march')).toEqual([
      { at: Date.UTC(2026, 2, 31), start: 0, end: 19, withYear: true, isDeadline: true },
    ]);
  });

  test.each(Object.keys(PERIOD_WORDS))('is found in time that grows with the text in %s', (language) => {
    const text = `end of the month ${'by the end of '.repeat(2_000)}${'до конца '.repeat(2_000)}`;
    const from = process.cpuUsage();
    mentionsIn(language, text);
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(300);
  });
});
