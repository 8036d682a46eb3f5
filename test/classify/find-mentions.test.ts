import { describe, expect, test } from '@jest/globals';
import { readAttribution } from '../../src/classify/attributed-to.ts';
import { createDocument } from '../../src/classify/document.ts';
import { findMentions } from '../../src/classify/find-mentions.ts';
import { tokenise } from '../../src/classify/tokenise.ts';
import { createSteps } from '../../src/steps.ts';

const { lexicon } = createSteps();
const mentionsIn = (title: string, feedPlace?: string) =>
  findMentions(createDocument(title, '', 'en'), lexicon, feedPlace);
const exchangesIn = (title: string) => mentionsIn(title).exchanges.map(({ exchange }) => exchange.id);
const groupsIn = (title: string, language: string) =>
  findMentions(createDocument(title, '', language), lexicon).cues.map(({ group }) => group);
const countriesIn = (title: string, feedPlace?: string) =>
  mentionsIn(title, feedPlace).authorities.map(({ authority }) => authority.jurisdiction);

describe('findMentions', () => {
  test('takes a name that is a word only where crypto is spoken of', () => {
    expect(exchangesIn('Children at the Gate of the old town')).toEqual([]);
    expect(exchangesIn('Gate, a crypto exchange, leaves Canada')).toContain('gate-io');
  });

  test.each([
    ['Hiszpański regulator odradza korzystanie z Bybita', 'bybit'],
    ['Malezja daje KuCoinowi 14 dni', 'kucoin'],
    ['Tether zamraża środki Garanteksu', 'garantex'],
    ['Nowojorczycy tracą giełdę: koniec Krakena', 'kraken'],
    ['Klienci Zondy bez dostępu do kryptowalut', 'zondacrypto'],
    ['Węgrzy bez kryptowalut w Revolucie', 'revolut'],
    ['Coinbases Antrag abgelehnt', 'coinbase'],
    ['Binances Europa-Chef geht', 'binance'],
  ])('knows a name in its cases: %s', (title, id) => {
    expect(exchangesIn(title)).toEqual([id]);
  });

  test.each([
    ['th', 'อัพบิตงดถอนจนกว่าจะเช็กระบบเสร็จ', []],
    ['th', 'อัพบิตออกจากสาธารณรัฐเช็ก', ['CZ']],
    ['ja', 'Upbit、タイから撤退', ['TH']],
    ['vi', 'Upbit rời Pháp', ['FR']],
  ])('knows a country by no word that is mostly another, in %s: %s', (language, title, codes) => {
    const { places } = findMentions(createDocument(title, '', language), lexicon);
    expect(places.map(({ place }) => place.code)).toEqual(codes);
  });

  test.each(['George Bush to speak', 'Livecoins is a newspaper', 'Australia: bitomaty z limitem'])(
    'takes no other word for a name in a case: %s',
    (title) => {
      expect(exchangesIn(title)).toEqual([]);
    },
  );

  test('takes the SEC for that of the country that is named, else for the American', () => {
    expect(countriesIn('SEC sues crypto exchange')).toEqual(['US']);
    expect(countriesIn('Nigeria: SEC warns of crypto exchange')).toContain('NG');
    expect(countriesIn('SEC warns of crypto exchange', 'NG')).toContain('NG');
  });

  test('takes a short acronym only where it is written as one', () => {
    expect(countriesIn('MAS looks at a crypto exchange')).toEqual(['SG']);
    expect(countriesIn('mas looks at a crypto exchange')).toEqual([]);
  });
});

describe('words with two senses', () => {
  test('speak for nothing: a Portuguese "for withdrawals" is no halt of them', () => {
    expect(groupsIn('Corretora libera nova rede para saques', 'pt')).not.toContain('service-halt');
    expect(groupsIn('Corretora suspende saques', 'pt')).toContain('service-halt');
  });
});

describe('tokenise', () => {
  test('counts sentences and clauses, and cuts scripts without spaces into characters', () => {
    const tokens = tokenise('a, b. 币安');
    expect(tokens.map(({ text, clause, sentence }) => [text, clause, sentence])).toEqual([
      ['a', 0, 0],
      ['b', 1, 0],
      ['币', 2, 1],
      ['安', 2, 1],
    ]);
  });
});

describe('readAttribution', () => {
  test('names the papers that are quoted', () => {
    expect(readAttribution('caixin and reuters report', [])).toEqual(['reuters', 'caixin']);
    expect(readAttribution('it is so', [])).toEqual([]);
  });
});
