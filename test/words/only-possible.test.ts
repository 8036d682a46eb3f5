import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { toldPart } from '../../src/words/only-possible.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['binance']);
const exit = { kind: 'market-exit', stage: 'announced' } as const;
const halt = { kind: 'service-halt', stage: 'in-force' } as const;

describe('a title that only asks', () => {
  test.each([
    ['de', 'Verlässt Binance Deutschland?'],
    ['ru', 'Binance уходит из России?'],
    ['it', "Binance lascia l'Italia?"],
    ['pt', 'A Binance vai sair do Brasil?'],
    ['zh', '币安要退出日本市场吗？'],
    ['nl', 'Vertrekt Binance uit Nederland?'],
  ])('tells of a possible measure, in %s: %s', (language, title) => {
    expect(headline(title, language, exit)).toBe('Possible measure concerning Binance');
  });

  test.each([
    ['de', 'Stoppt Binance die Auszahlungen?'],
    ['ko', '바이낸스 출금 중단되나?'],
  ])('halts nothing, in %s: %s', (language, title) => {
    expect(headline(title, language, halt)).toBe('Possible measure concerning Binance');
  });

  test('is borne out by a first sentence that tells', () => {
    const text = 'Binance a annoncé mardi son retrait de France.';
    expect(headline('Binance va-t-il quitter la France ?', 'fr', exit, { text })).toMatch(/withdrawal/);
  });
});

describe('a title that sets a condition', () => {
  test.each([
    ['ru', 'Если лицензию не дадут, Binance уйдет из Казахстана'],
    ['ja', '登録が認められなければバイナンスは日本から撤退へ'],
    ['es', 'Si no obtiene licencia, Binance saldrá de España'],
    ['fr', 'Sans agrément, Binance devra quitter la France'],
    ['pt', 'Se perder recurso, Binance terá de sair do Brasil'],
    ['zh', '若未获牌照，币安将退出香港'],
    ['tr', "Lisans alamazsa Binance Türkiye'den çıkacak"],
  ])('tells of a possible measure, in %s: %s', (language, title) => {
    expect(headline(title, language, exit)).not.toMatch(/announces|withdrawal/);
  });

  test.each([
    ['ko', '신고 수리 안 되면 바이낸스 서비스 종료'],
    ['id', 'Jika izin tak keluar, Binance bakal hentikan layanan'],
    ['fa', 'اگر مجوز نگیرد، بایننس تعطیل می‌شود'],
  ])('halts nothing, in %s: %s', (language, title) => {
    expect(headline(title, language, halt)).not.toMatch(/halt/);
  });

  test.each([
    ['pl', 'Bez licencji Binance zawiesi wypłaty'],
    ['th', 'หากไม่ได้ใบอนุญาต Binance จะต้องออกจากไทย'],
  ])('refuses nobody a licence, in %s: %s', (language, title) => {
    const refused = { kind: 'licence-denied-or-revoked', stage: 'in-force' } as const;
    expect(headline(title, language, refused)).not.toMatch(/licence/);
  });

  test('is told where another sentence tells of the measure', () => {
    const title = 'Binance stoppt Auszahlungen: Falls Kunden klagen, drohen Jahre';
    expect(headline(title, 'de', halt)).toBe('Binance halts services');
  });
});

describe('what a single lawmaker demands', () => {
  const ban = { kind: 'ban', stage: 'proposed' } as const;

  test.each([
    ['de', 'Abgeordneter fordert Verbot von Binance'],
    ['es', 'Diputado pide prohibir Binance en Argentina'],
    ['fr', "Un sénateur demande l'interdiction de Binance en France"],
    ['ru', 'Депутат предложил запретить Binance в России'],
    ['tr', "Milletvekili Binance'in yasaklanmasını istedi"],
    ['pl', 'Poseł chce zakazu dla Binance'],
    ['ko', '국회의원 "바이낸스 금지해야"'],
    ['fa', 'نماینده مجلس خواستار ممنوعیت بایننس شد'],
    ['hi', 'सांसद ने बाइनेंस पर प्रतिबंध की मांग की'],
    ['vi', 'Đại biểu đề nghị cấm sàn Binance'],
  ])('is a possible measure and nobody’s act, in %s: %s', (language, title) => {
    const told = headline(title, language, ban, { authority: 'authorities' });
    expect(told).toBe('Possible measure concerning Binance');
  });

  test.each([
    ['en', 'EU lawmakers vote to ban Binance'],
    ['ko', '금융위원회 의원회의서 바이낸스 금지'],
    ['ru', 'Депутаты Госдумы запретили Binance'],
  ])('is not what a parliament does, in %s: %s', (language, title) => {
    expect(headline(title, language, ban)).not.toMatch(/ossible/);
  });
});

describe('a title that tells and asks', () => {
  test.each([
    ['es', 'Binance suspende los retiros, ¿qué pueden hacer sus clientes?'],
    ['zh', '币安暂停提现：用户的钱还能拿回来吗？'],
    ['ru', 'Binance остановила вывод средств: что будет с деньгами клиентов?'],
  ])('is told, in %s: %s', (language, title) => {
    expect(headline(title, language, halt)).toBe('Binance halts services');
  });
});

test.each([
  ['Gemini leaves: what now?', 'Gemini leaves'],
  ['Is it safe? Gemini leaves', 'Gemini leaves'],
  ['Who? What?', ''],
  ['Gemini leaves', 'Gemini leaves'],
  ['If it must, Gemini leaves. Bybit stays', 'Bybit stays'],
  ['Gemini leaves: unless a court decides, Bybit follows', 'Gemini leaves'],
])('what %j tells is %j', (title, told) => {
  expect(toldPart(title, 'en', 'market-exit').trim()).toBe(told);
});
