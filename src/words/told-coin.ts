import type { Incident, Source } from '../domain/incident.ts';
import type { TouchedFunction } from '../domain/report.ts';
import { anyMatches } from './any-matches.ts';
import { openingOf } from './opening.ts';

/** Coins as headlines call them, each by its sign. */
const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['BTC', /\bbtc\b|\bbitcoins?\b|биткоин|биткойн|比特币|比特幣|ビットコイン|비트코인/iu],
  ['ETH', /\beth\b|\bether(?:eum)?\b|эфириум|以太坊|イーサ|이더리움/iu],
  ['LTC', /\bltc\b|\blitecoin\b|лайткоин|莱特币|萊特幣|라이트코인/iu],
  ['XRP', /\bxrp\b|瑞波币|瑞波幣|리플/iu],
  ['XMR', /\bxmr\b|\bmonero\b|монеро|门罗币|門羅幣|モネロ|모네로/iu],
  ['ZEC', /\bzec\b|\bzcash\b|지캐시/iu],
  ['USDT', /\busdt\b|\btether\b|泰达币|泰達幣|テザー|테더/iu],
  ['USDC', /\busdc\b/iu],
  ['DOGE', /\bdoge(?:coin)?\b/iu],
  ['TRX', /\btrx\b|\btron\b/iu],
  ['BSV', /\bbsv\b|\bbitcoin sv\b/iu],
  ['SOL', /\bsol\b|\bsolana\b/iu],
  ['LUNA', /\bluna\b|루나/iu],
];

const coinsIn = (text: string): readonly string[] =>
  SIGNS.filter(([, pattern]) => pattern.test(text)).map(([sign]) => sign);

/** The coin right beside the word for what is halted, on either side; `all` of it would be more than the coin's. */
const BESIDE: Partial<Readonly<Record<TouchedFunction, readonly RegExp[]>>> = {
  withdrawals: [
    /(\S{1,12})(?: stablecoin| token)?[ -]?(?:withdrawals?\b|提现|提現|提币|提幣|提款|の出金|出金|출금)/giu,
    /(?:withdrawals? (?:of|in|for)|retiros? (?:de|en)|saques? (?:de|em)|вывод\p{L}{0,2}(?: средств в)?) (\S{1,12})/giu,
  ],
  deposits: [
    /(\S{1,12})[ -]?(?:deposits?\b|充值|充币|充幣|の入金|入金|입금)/giu,
    /(?:deposits? (?:of|in|for)|depósitos? (?:de|en|em)) (\S{1,12})/giu,
  ],
};
const ALL = /\ball\b|全部|所有|全て|すべて|전체|모든|todos|todas|все\b|tüm/iu;

/** The only coin whose withdrawals or deposits are halted, by its sign; undefined where the sources speak of others. */
export const haltedCoin = (
  { sources, exchanges }: Incident,
  functions: readonly TouchedFunction[] = [],
): string | undefined => {
  const [touched, ...others] = functions;
  const patterns = touched === undefined ? undefined : BESIDE[touched];
  if (patterns === undefined || others.length > 0 || exchanges.length !== 1) return undefined;
  const coins = sources.map((source) => {
    const opening = openingOf(source);
    const beside = patterns.flatMap((pattern) => [...opening.matchAll(pattern)].map(([, word = '']) => word));
    const signs = new Set(beside.flatMap(coinsIn));
    return signs.size === 1 && coinsIn(opening).length === 1 && !ALL.test(opening)
      ? [...signs][0]
      : undefined;
  });
  const [first] = coins;
  return coins.every((coin) => coin === first) ? first : undefined;
};

/** Words for several, in a title that tells of a delisting. */
const SEVERAL: readonly RegExp[] = [
  /\b(?:tokens|coins|pairs|stablecoins|cryptocurrencies|cryptos|and|others?)\b/i,
  /\b(?:monedas|moedas|criptomonedas|criptomoedas|tokenler)\b|(?<!\p{L})(?:ve|и|y|e) /iu,
  /токены|токенов|монет/i,
  /等|など|등 |币种|幣種|[两兩三四五六七八九十]|\d|隐私币|隱私幣|&|,|、|\//,
];

/** Words for several tokens, wherever they stand. */
const TOKENS =
  /\b(?:tokens|coins|stablecoins|cryptocurrencies|trading pairs)\b|токены|токенов|币种|幣種|tokenler/iu;

const isOfOneToken = (source: Source): boolean =>
  coinsIn(source.title).length === 1 &&
  !anyMatches(SEVERAL, source.title) &&
  coinsIn(openingOf(source)).length === 1 &&
  !TOKENS.test(openingOf(source));

/** True where the titles of a delisting name one token and no other. */
export const isOneToken = ({ sources }: Incident): boolean => sources.every(isOfOneToken);
