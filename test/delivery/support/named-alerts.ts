import { destinationKey } from '../../../src/domain/destination.ts';
import type { Arrived } from './killable-bot.ts';

/** Each alert is about another exchange, by whose name it is known again. */
const NAMES =
  'Binance Coinbase Huobi Bybit KuCoin Bitfinex Bitstamp Bitget BingX BitMEX Deribit Poloniex Coincheck Bithumb Upbit Coinone Korbit BigONE Phemex Bitrue BitMart LBank CoinW DigiFinex Pionex BloFin CoinCatch ZoomEx ViaBTC AscendEX FameEX Hotcoin Coinstore Toobit Deepcoin BYDFi Bitunix Tapbit Ourbit OrangeX'.split(
    ' ',
  );
const NAME = new RegExp(`\\b(?:${NAMES.join('|')})\\b`, 'g');

/** Every other one is critical and goes alone; the rest may be merged. */
export const entryOf = (at: number): readonly [id: string, title: string, text: string] => {
  const name = NAMES[at] ?? '';
  return at % 2 === 0
    ? [
        name,
        `${name} suspends all withdrawals`,
        `${name} has suspended withdrawals for all users until further notice, the exchange said.`,
      ]
    : [
        name,
        `Regulator in Nigeria warns investors against ${name}`,
        `The Nigerian SEC said ${name} is not licensed to serve the public.`,
      ];
};

/** The exchanges that a message speaks of. */
export const namesIn = (text: string): readonly string[] => [...new Set(text.match(NAME) ?? [])];
/** Who has heard of which. */
export const pairsOf = ({ to, text }: Arrived): readonly string[] =>
  namesIn(text).map((name) => `${destinationKey(to)} ${name}`);

/** How often each was heard again, of those that were. */
export const repeatsOf = (arrived: readonly Arrived[]): ReadonlyMap<string, number> => {
  const heard = new Map<string, number>();
  for (const pair of arrived.flatMap(pairsOf)) heard.set(pair, (heard.get(pair) ?? 0) + 1);
  return new Map([...heard].filter(([, times]) => times > 1).map(([pair, times]) => [pair, times - 1]));
};

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
