import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { openingOf } from './opening.ts';
import { areToldApart } from './told-apart.ts';

/** Money of countries as headlines call it, by its code; "dollars" and "pesos" alone are of several. */
const MONEY: readonly (readonly [string, RegExp])[] = [
  ['KRW', /원화|韩元|韓元|韓國元|ウォン(?!ド)|\b(?:korean )?won (?:trading|market|deposit|withdraw)/iu],
  [
    'BRL',
    /\b(?:em|de|en) rea(?:l|is)\b|\breais\b|\bbrazilian reals?\b|reales brasile|雷亚尔|レアル|헤알|бразильск\p{L}{2,3} реал/iu,
  ],
  ['CNY', /人民[币幣]|人民元|\byuan\b|\brenminbi\b|위안화|юан/iu],
  ['AUD', /\baustralian dollars?\b|\baud\b|호주 ?달러|澳元|豪ドル|dólares australianos/iu],
  ['RUB', /рубл|\br(?:o|u)ubles?\b|\brublos?\b|\brubel\b|卢布|盧布|ルーブル|루블/iu],
  ['INR', /\brupees?\b|रुपय|रुपए|卢比|ルピー|루피/iu],
  ['TRY', /\bturkish lira|türk lirası|\btl (?:yatır|çek)|里拉|トルコリラ|리라/iu],
  ['NGN', /\bnaira\b|奈拉|ナイラ|나이라|найр/iu],
  ['UAH', /гривн|\bhryvni/iu],
  ['PLN', /\bzłot|\bzlot(?:y|ies)\b|злот/iu],
  ['JPY', /日[元圆圓]|円(?:の)?(?:入|出)金|\byen (?:deposit|withdraw)|엔화/iu],
  [
    'GBP',
    /\bpounds?(?: sterling)?\b|\bgbp\b|英镑|英鎊|ポンド|파운드|фунт\p{L}{0,3} стерл|libras esterlinas/iu,
  ],
  ['VND', /(?:bằng|tiền) (?:tiền )?đồng|(?<!\p{L})vnd(?!\p{L})|越南盾|베트남 ?동|ベトナムドン/iu],
  ['IDR', /(?<!\p{L})rupiah(?!\p{L})|印尼盾|루피아|ルピア/iu],
  ['THB', /\bbaht\b|泰[铢銖]|บาท|바트(?!코인)|バーツ/iu],
  ['KZT', /\btenge\b|(?<!\p{L})тенге(?!\p{L})|теңге|坚戈/iu],
  ['HKD', /\bhong kong dollars?\b|\bhkd\b|港元|港[币幣]/iu],
  ['TWD', /新[台臺][币幣]|\bntd\b|\btwd\b/iu],
  ['CAD', /\bcanadian dollars?\b|加元|dólares canadienses/iu],
  ['SGD', /\bsingapore dollars?\b|\bsgd\b|新加坡元/iu],
  ['EUR', /\beuros?\b|\beur\b|欧元|歐元|ユーロ|유로화|(?<!\p{L})евро(?!\p{L})/iu],
];
const OF_MONEY: readonly Kind[] = ['service-halt', 'bank-cutoff', 'licence-denied-or-revoked'];

/** Pesos are those of the only country that is told of. */
const PESOS = /\bpesos?\b|比索|페소|ペソ|(?<!\p{L})песо(?!\p{L})/iu;
const PESOS_OF: Readonly<Record<string, string>> = {
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  DO: 'DOP',
  MX: 'MXN',
  PH: 'PHP',
  UY: 'UYU',
};
const SOME_PESOS = 'pesos';

/** What is halted, beside the money in which it is. */
const HALTED =
  /withdraw|deposit|trad(?:ing|es?\b)|\bbuy|\bsell|comprar|vender|\bpairs?\b|giao dịch|perdagangan|ซื้อขาย|market|fiat|saque|levantamento|depósito|retir|negocia|einzahl|auszahl|handel|retrait|dépôt|prelie|versament|вывод|ввод|пополн|торг|перевод|депозит|提[现現幣币领領款]|充[值币幣]|出金|入金|交易|取引|출금|입금|입출금|거래|마켓|시장|çek|yatır|işlem|سحب|إيداع|تداول|निकासी|जमा/iu;
const BESIDE = 24;

const moneyIn = (text: string): readonly string[] =>
  [...MONEY, [SOME_PESOS, PESOS] as const]
    .filter(([, words]) => {
      const at = text.search(words);
      return at >= 0 && HALTED.test(text.slice(Math.max(0, at - BESIDE), at + BESIDE));
    })
    .map(([code]) => code);

/** "All deposits", and coins beside the money: more is halted than what is in it. */
const MORE =
  /\ball (?:trading|deposits|withdrawals)|全部|所有(?!数字|數字)|すべて|全て|모든|\btod[oa]s (?:l[oa]s|[oa]s)|\bcrypto(?:currency)? (?:deposits|withdrawals)|(?<!\p{L})все\p{L}? |الكل|tüm/iu;

const moneyOf = (source: Source): string | undefined => {
  const opening = openingOf(source);
  const [first, ...others] = moneyIn(opening);
  return others.length > 0 || MORE.test(opening) ? undefined : first;
};

/** True where something is halted in one money, whatever else is told of others. */
export const isOfMoney = (source: Source): boolean => moneyIn(openingOf(source)).length > 0;

/** The code of the only money in which something is halted: "deposits and withdrawals in reais"; undefined where more is. */
export const haltedMoney = (incident: Incident, catalogue: Catalogue): string | undefined => {
  const { sources, measures, jurisdictions } = incident;
  if (!OF_MONEY.includes(measures[0].kind)) return undefined;
  if (sources.some((source) => areToldApart(source, incident, catalogue))) return undefined;
  const [first, ...others] = sources.map(moneyOf);
  if (others.some((one) => one !== first)) return undefined;
  if (first !== SOME_PESOS) return first;
  const [place, ...further] = jurisdictions;
  return further.length > 0 ? undefined : PESOS_OF[place ?? ''];
};
