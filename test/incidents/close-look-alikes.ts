import type { LookAlike } from './look-alikes.ts';
import type { Telling } from './story.ts';

type Row = readonly [name: string, common: Partial<Telling>, first: Telling, second: Telling];

const NY: Partial<Telling> = { jurisdictions: ['US'], subdivisions: ['US-NY'] };
const JAPAN: Partial<Telling> = { jurisdictions: ['JP'], authority: 'fsa' };
const INDIA: Partial<Telling> = { jurisdictions: ['IN'] };
const KOREA: Partial<Telling> = { jurisdictions: ['KR'] };
const UK: Partial<Telling> = { jurisdictions: ['GB'], authority: 'fca' };
const US: Partial<Telling> = { jurisdictions: ['US'] };

/** Events hours or days apart that share all but what makes them two. */
const ROWS: readonly Row[] = [
  [
    'two exchanges halt on the day of one crash',
    { kind: 'service-halt', stage: 'in-force' },
    { title: 'Kraken halts trading', exchanges: ['kraken'] },
    { title: 'Coinbase halts trading', exchanges: ['coinbase'] },
  ],
  [
    'a halt here, an exit there, a place unstated',
    { exchanges: ['bybit'] },
    { title: 'Bybit halts withdrawals', kind: 'service-halt' },
    { title: 'Bybit leaves France', kind: 'market-exit', jurisdictions: ['FR'], day: 4 },
  ],
  [
    'an exit by one, the same day a warning to another',
    JAPAN,
    { title: 'OKX leaves Japan', kind: 'market-exit', exchanges: ['okx'] },
    { title: 'FSA warns MEXC', kind: 'warning', exchanges: ['mexc'] },
  ],
  [
    'a fine for one, rules for all, one day',
    UK,
    { title: 'FCA fines Coinbase', kind: 'enforcement', exchanges: ['coinbase'] },
    { title: 'FCA bans incentives at exchanges', kind: 'rulemaking' },
  ],
  [
    'bank and regulator on one day',
    { jurisdictions: ['GB'], exchanges: ['binance'] },
    { title: 'Bank stops payments to Binance', kind: 'bank-cutoff' },
    { title: 'FCA warns of Binance', kind: 'warning', authority: 'fca' },
  ],
  [
    'two suits in one country by rivals, a month of gossip between',
    { ...US, kind: 'enforcement', exchanges: ['coinbase'] },
    { title: 'SEC sues Coinbase', authority: 'sec' },
    { title: 'CFTC probes Coinbase', authority: 'cftc', stage: 'reported', day: 1 },
  ],
  [
    'a delisting and a fine',
    { ...US, exchanges: ['kraken'] },
    { title: 'Kraken delists a coin after suit', kind: 'delisting' },
    { title: 'SEC fines Kraken', kind: 'enforcement', authority: 'sec', day: 1 },
  ],
  [
    'a state licence and a federal suit',
    { exchanges: ['kucoin'] },
    { title: 'New York sues KuCoin', kind: 'enforcement', ...NY, authority: 'nydfs' },
    { title: 'CFTC sues KuCoin', kind: 'enforcement', ...US, authority: 'cftc', day: 2 },
  ],
  [
    'app removals by two stores a week apart',
    { ...INDIA, kind: 'access-block', authority: 'fiu-ind', exchanges: ['binance', 'okx'] },
    { title: 'Apple removes Binance and OKX apps', through: 'apple' },
    { title: 'Google removes Binance and OKX apps', through: 'google', day: 8 },
  ],
  [
    'a social network, then the site',
    { ...INDIA, exchanges: ['mexc'], stage: 'in-force' },
    { title: 'Instagram account of MEXC blocked', kind: 'social-block' },
    { title: 'Site of MEXC blocked', kind: 'access-block', day: 5 },
  ],
  [
    'two rounds of unnamed closures, with figures',
    { ...KOREA, kind: 'service-halt', authority: 'kofiu' },
    { title: '24 exchanges close in Korea' },
    { title: '11 exchanges close in Korea', day: 12 },
  ],
  [
    'unnamed lists in Chinese, with figures',
    { jurisdictions: ['HK'], kind: 'warning' },
    { title: '证监会警告7家交易所', language: 'zh' },
    { title: '证监会警告15家交易所', language: 'zh', day: 9 },
  ],
  [
    'named after, with another figure',
    { ...KOREA, kind: 'access-block', authority: 'kofiu' },
    { title: '16 foreign exchanges to be blocked' },
    { title: 'KuCoin among 6 exchanges blocked', exchanges: ['kucoin'], day: 10 },
  ],
  [
    'freeze by police, freeze by exchange',
    { jurisdictions: ['RU'], kind: 'account-freeze' },
    { title: 'OKX freezes accounts', exchanges: ['okx'] },
    { title: 'Bybit freezes accounts', exchanges: ['bybit'], day: 1 },
  ],
  [
    'a licence lost here, kept by the branch there',
    { kind: 'licence-denied-or-revoked', exchanges: ['huobi'] },
    { title: 'Huobi loses licence in Japan', jurisdictions: ['JP'], authority: 'fsa' },
    { title: 'Huobi loses licence in Korea', jurisdictions: ['KR'], authority: 'kofiu', day: 1 },
  ],
  [
    'a re-imposed halt',
    { kind: 'service-halt', stage: 'in-force', jurisdictions: ['IN'] },
    { title: 'Exchange Kraken halts', exchanges: ['kraken'], stage: 'eased' },
    { title: 'Kraken halts trading', exchanges: ['kraken'], day: 9 },
  ],
  [
    'warning in Germany, warning of the union',
    { kind: 'warning' },
    { title: 'BaFin warns of MEXC', jurisdictions: ['DE'], authority: 'bafin', exchanges: ['mexc'] },
    { title: 'ESMA warns of MEXC', jurisdictions: ['EU'], authority: 'esma', exchanges: ['mexc'], day: 4 },
  ],
  [
    'an unnamed ban and an unnamed tax-like rule',
    { jurisdictions: ['CN'] },
    { title: 'China bans exchanges', kind: 'ban' },
    { title: 'China bars listing of tokens', kind: 'delisting', day: 9 },
  ],
  [
    'two probes by one office',
    { ...KOREA, kind: 'enforcement', authority: 'kofiu', stage: 'reported' },
    { title: 'Probe of Huobi', exchanges: ['huobi'] },
    { title: 'Probe of an exchange', day: 13 },
  ],
  [
    'a further order, said so in Russian',
    { jurisdictions: ['RU'], kind: 'access-block', authority: 'rkn' },
    { title: 'Роскомнадзор заблокировал биржи', language: 'ru' },
    { title: 'Роскомнадзор заблокировал ещё один сайт: второй список бирж', language: 'ru', day: 3 },
  ],
];

export const CLOSE_LOOK_ALIKES: readonly LookAlike[] = ROWS.map(([name, common, first, second]) => ({
  name,
  first: { publisher: 'Daily Ledger', ...common, ...first },
  second: { publisher: 'Harbour Post', ...common, ...second },
}));
