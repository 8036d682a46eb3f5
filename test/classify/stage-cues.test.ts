import { describe, expect, test } from '@jest/globals';
import { createDocument } from '../../src/classify/document.ts';
import { findMentions } from '../../src/classify/find-mentions.ts';
import { createSteps } from '../../src/steps.ts';

const { lexicon } = createSteps();
const groupsIn = (title: string, language: string) =>
  findMentions(createDocument(title, '', language), lexicon).cues.map(({ group }) => group);

describe('words that speak for a stage', () => {
  test.each([
    ['en', 'Kenya opens investigation into Binance'],
    ['de', 'BaFin ermittelt gegen Binance'],
    ['es', 'La fiscalía abre investigación sobre Binance'],
    ['fr', 'Le parquet ouvre une enquête sur Binance'],
    ['it', 'La procura indaga su Binance'],
    ['nl', 'Het Openbaar Ministerie doet onderzoek naar Binance'],
    ['pt', 'A CVM abre investigação sobre a Binance'],
    ['pl', 'Prokuratura prowadzi śledztwo w sprawie Binance'],
    ['ru', 'Регулятор начал изучать сделки Binance'],
    ['uk', 'Регулятор почав вивчати операції Binance'],
    ['tr', 'MASAK Binance hakkında soruşturma başlattı'],
    ['ar', 'النيابة تفتح تحقيقا مع بينانس'],
    ['fa', 'آغاز تحقیقات درباره بایننس'],
    ['hi', 'ईडी ने बाइनेंस की जांच शुरू की'],
    ['id', 'Polisi mengusut Binance'],
    ['vi', 'Công an mở cuộc điều tra Binance'],
    ['th', 'ตำรวจสอบสวน Binance'],
    ['ja', '検察がBinanceの捜査を開始'],
    ['ko', '검찰, 바이낸스 수사 착수'],
    ['zh', '法国检方对币安进行调查'],
  ])('name an inquiry as one, no measure yet, in %s', (language, title) => {
    expect(groupsIn(title, language)).toContain('stage-reported');
  });

  test.each([
    ['en', 'Binance resolves withdrawal issue'],
    ['de', 'Binance behebt Störung bei Auszahlungen'],
    ['es', 'Binance restablece los retiros'],
    ['fr', 'Binance : problème résolu, les retraits reprennent'],
    ['it', 'Binance, risolto il blocco dei prelievi'],
    ['nl', 'Binance heeft de storing verholpen'],
    ['pt', 'Binance restabelece os saques'],
    ['pl', 'Binance rozwiązuje problem z wypłatami'],
    ['ru', 'Binance устранила сбой: вывод снова работает'],
    ['uk', 'Binance усунула збій: виведення знову працює'],
    ['tr', 'Binance çekimlerdeki sorun giderildi'],
    ['ar', 'بينانس تعلن إصلاح خلل السحب'],
    ['fa', 'مشکل برداشت بایننس برطرف شد'],
    ['hi', 'बाइनेंस ने निकासी फिर से शुरू की'],
    ['id', 'Gangguan penarikan Binance sudah diperbaiki'],
    ['vi', 'Binance đã khắc phục sự cố rút tiền'],
    ['th', 'Binance ถอนได้แล้ว ใช้งานได้ตามปกติ'],
    ['ja', 'Binance、出金の不具合を解消'],
    ['ko', '바이낸스 출금 정상화'],
    ['zh', '币安提现问题已修复'],
  ])('name a mended fault as the end of a halt, in %s', (language, title) => {
    expect(groupsIn(title, language)).toContain('stage-eased');
  });
});
