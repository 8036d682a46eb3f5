import type { Telling } from './story.ts';

/** Two events that resemble one another: what is common, and the two tellings. */
export interface LookAlike {
  readonly name: string;
  readonly first: Telling;
  readonly second: Telling;
}

type Common = Omit<Telling, 'title'>;

const pair = (name: string, common: Common, first: Telling, second: Telling): LookAlike => ({
  name,
  first: { publisher: 'Daily Ledger', ...common, ...first },
  second: { publisher: 'Harbour Post', ...common, ...second },
});

const GB: Common = { jurisdictions: ['GB'], authority: 'fca' };
const US: Common = { jurisdictions: ['US'] };
const KR: Common = { jurisdictions: ['KR'], authority: 'kofiu', kind: 'access-block', stage: 'in-force' };
const IN: Common = { jurisdictions: ['IN'] };
const PH: Common = { jurisdictions: ['PH'], exchanges: ['binance'] };
const JP: Common = { jurisdictions: ['JP'] };
const RU: Common = { jurisdictions: ['RU'], authority: 'rkn', kind: 'access-block', stage: 'in-force' };
const DE: Common = { jurisdictions: ['DE'], authority: 'bafin', kind: 'warning' };
const CN: Common = { jurisdictions: ['CN'] };

/** Every exchange is named. */
const NAMED: readonly LookAlike[] = [
  pair(
    'one regulator, two exchanges, one day',
    { ...GB, kind: 'warning' },
    { title: 'FCA warns about Binance', exchanges: ['binance'] },
    { title: 'FCA warns about KuCoin', exchanges: ['kucoin'] },
  ),
  pair(
    'two exchanges leave one country in one month',
    { ...JP, kind: 'market-exit' },
    { title: 'Kraken to close its Japanese arm', exchanges: ['kraken'] },
    { title: 'After Kraken, Coinbase too leaves Japan', exchanges: ['coinbase'], day: 20 },
  ),
  pair(
    'an exit told with the name of the one that left before',
    { ...JP, kind: 'market-exit' },
    { title: 'Kraken to close its Japanese arm', exchanges: ['kraken'] },
    { title: 'Coinbase halts operations in Japan', exchanges: ['coinbase', 'kraken'], day: 14 },
  ),
  pair(
    'two American authorities sue one exchange, a week apart',
    { ...US, kind: 'enforcement', exchanges: ['binance'] },
    { title: 'CFTC sues Binance', authority: 'cftc' },
    { title: 'SEC sues Binance', authority: 'sec', day: 7 },
  ),
  pair(
    'two American authorities act on one exchange on one day',
    { ...US, kind: 'enforcement', exchanges: ['kucoin'] },
    { title: 'CFTC files complaint against KuCoin', authority: 'cftc' },
    { title: 'Prosecutors charge KuCoin and its founders', authority: 'doj' },
  ),
  pair(
    'one authority sues two exchanges a day apart',
    { ...US, kind: 'enforcement', authority: 'sec' },
    { title: 'SEC sues Binance', exchanges: ['binance'] },
    { title: 'SEC sues Coinbase, a day after Binance', exchanges: ['coinbase'], day: 1 },
  ),
  pair(
    'two app stores, three weeks apart',
    { ...KR, exchanges: ['kucoin', 'mexc'] },
    { title: 'Google Play drops 17 unregistered exchange apps', through: 'google' },
    { title: 'Apple drops 14 unregistered exchange apps', through: 'apple', day: 19 },
  ),
  pair(
    'two app stores that only the titles tell',
    { ...KR, exchanges: ['kucoin', 'mexc'] },
    { title: '구글플레이, 쿠코인 등 17개 미신고 거래소 앱 차단', language: 'ko' },
    { title: '애플 앱스토어도 미신고 거래소 14곳 앱 차단', language: 'ko', day: 19 },
  ),
  pair(
    'websites first, app stores a month later',
    { ...PH, kind: 'access-block', authority: 'ph-sec' },
    { title: 'Philippine SEC moves to block Binance site', text: 'Internet providers get the order.' },
    { title: 'SEC orders Google and Apple to remove Binance app', day: 21 },
  ),
  pair(
    'a warning, then a fine',
    { ...GB, exchanges: ['okx'] },
    { title: 'FCA warns of OKX', kind: 'warning' },
    { title: 'FCA fines OKX 4 million pounds', kind: 'enforcement', day: 14 },
  ),
  pair(
    'a delisting for the rules, then a halt of withdrawals',
    { jurisdictions: ['KR'], exchanges: ['okx'] },
    { title: 'OKX to delist privacy coins in Korea', kind: 'delisting' },
    { title: 'OKX halts withdrawals in Korea', kind: 'service-halt', stage: 'in-force', day: 6 },
  ),
  pair(
    'banks cut off one exchange, then its site is blocked',
    { ...IN, exchanges: ['binance'] },
    { title: 'Banks stop serving Binance', kind: 'bank-cutoff', authority: 'rbi' },
    { title: 'Site of Binance blocked', kind: 'access-block', authority: 'fiu-ind', day: 10 },
  ),
  pair(
    'a second suit by the same authority',
    { ...US, kind: 'enforcement', exchanges: ['kraken'], authority: 'sec' },
    { title: 'SEC sues Kraken over staking' },
    { title: 'SEC files second lawsuit against Kraken', day: 18 },
  ),
  pair(
    'two states of one country',
    { ...US, kind: 'cease-and-desist', exchanges: ['binance'] },
    { title: 'New York orders Binance to stop', subdivisions: ['US-NY'] },
    { title: 'Texas orders Binance to stop', subdivisions: ['US-TX'], day: 2 },
  ),
  pair(
    'two countries on one day',
    { kind: 'warning', exchanges: ['binance'] },
    { title: 'BaFin warns of Binance', jurisdictions: ['DE'], authority: 'bafin' },
    { title: 'FCA warns of Binance', jurisdictions: ['GB'], authority: 'fca' },
  ),
  pair(
    'Hong Kong is not the mainland',
    { kind: 'market-exit', exchanges: ['okx'] },
    { title: 'OKX leaves Hong Kong', jurisdictions: ['HK'] },
    { title: 'OKX leaves the mainland', jurisdictions: ['CN'], day: 3 },
  ),
  pair(
    'two lists of one regulator',
    { ...GB, kind: 'warning' },
    { title: 'FCA lists three unregistered exchanges', exchanges: ['binance', 'okx', 'mexc'] },
    { title: 'FCA lists more unregistered exchanges', exchanges: ['kucoin', 'bybit', 'huobi'], day: 20 },
  ),
  pair(
    'two blocks of one register, one exchange each',
    RU,
    { title: 'Roskomnadzor blocks OKX', exchanges: ['okx'] },
    { title: 'Roskomnadzor blocks Bybit', exchanges: ['bybit'], day: 2 },
  ),
  pair(
    'frozen accounts and a refused licence',
    { ...JP, exchanges: ['huobi'], authority: 'fsa' },
    { title: 'Huobi accounts frozen in Japan', kind: 'account-freeze' },
    { title: 'FSA refuses licence of Huobi', kind: 'licence-denied-or-revoked', day: 9 },
  ),
  pair(
    'a halt by a hack in one country, an exit from another',
    { exchanges: ['bybit'] },
    { title: 'Bybit halts withdrawals', kind: 'service-halt', jurisdictions: ['KR'] },
    { title: 'Bybit leaves France', kind: 'market-exit', jurisdictions: ['FR'], day: 4 },
  ),
];

/** An exchange is unnamed in one of the two, or in both. */
const UNNAMED: readonly LookAlike[] = [
  pair(
    'two rounds of app removals with other figures',
    KR,
    { title: 'Korea has 17 exchange apps blocked on Google Play' },
    { title: 'Korea has 14 exchange apps blocked on Apple store', exchanges: ['kucoin', 'mexc'], day: 19 },
  ),
  pair(
    'a list of 9 and a list of 12',
    { ...GB, kind: 'warning' },
    { title: 'FCA adds 9 crypto exchanges to its warning list' },
    { title: 'FCA adds 12 crypto exchanges to its warning list', day: 18 },
  ),
  pair(
    'revocations of two years in figures',
    { jurisdictions: ['DE'], authority: 'bafin', kind: 'licence-denied-or-revoked', stage: 'in-force' },
    { title: 'BaFin revokes 50 licences' },
    { title: 'BaFin revokes 70 licences', day: 21 },
  ),
  pair(
    'an unnamed warning long after a named one',
    DE,
    { title: 'BaFin warns of KuCoin', exchanges: ['kucoin'] },
    { title: 'BaFin warns of an unlicensed trading site', day: 17 },
  ),
  pair(
    'a named block long after an unnamed one',
    RU,
    { title: 'Roskomnadzor blocks foreign exchange sites' },
    { title: 'Roskomnadzor blocks Kraken', exchanges: ['kraken'], day: 15 },
  ),
  pair(
    'rules for all and a measure against one',
    { ...JP, authority: 'fsa' },
    { title: 'FSA caps leverage at exchanges', kind: 'rulemaking' },
    { title: 'FSA warns Bybit', kind: 'warning', exchanges: ['bybit'], day: 2 },
  ),
  pair(
    'bank rules and blocked sites',
    CN,
    { title: 'Banks told to drop exchanges', kind: 'bank-cutoff' },
    { title: 'Sites of 124 exchanges blocked', kind: 'access-block', day: 5 },
  ),
  pair(
    'social accounts and blocked sites',
    { ...CN, authority: 'cn-group' },
    { title: 'WeChat shuts accounts of exchanges', kind: 'social-block', through: 'wechat' },
    { title: 'China to block 124 overseas exchanges', kind: 'access-block', day: 12 },
  ),
  pair(
    'two authorities of one country, both without names',
    US,
    { title: 'SEC proposes rules for exchanges', kind: 'rulemaking', stage: 'proposed', authority: 'sec' },
    { title: 'CFTC proposes rules for exchanges', kind: 'rulemaking', stage: 'proposed', authority: 'cftc' },
  ),
  pair(
    'unnamed exchanges in two countries',
    { kind: 'access-block', stage: 'in-force' },
    { title: 'Russia blocks foreign exchanges', jurisdictions: ['RU'] },
    { title: 'India blocks foreign exchanges', jurisdictions: ['IN'], day: 1 },
  ),
  pair(
    'a probe of all and a fine for one',
    { jurisdictions: ['KR'], authority: 'kofiu' },
    { title: 'Korea probes exchanges', kind: 'enforcement', stage: 'reported' },
    { title: 'KuCoin blocked in Korea', kind: 'access-block', exchanges: ['kucoin'], day: 3 },
  ),
  pair(
    'a bill after a ban',
    IN,
    { title: 'RBI bars banks from serving exchanges', kind: 'bank-cutoff', authority: 'rbi' },
    { title: 'Ministry drafts rules for exchanges', kind: 'rulemaking', stage: 'proposed', day: 10 },
  ),
  pair(
    'another list, said so',
    { ...GB, kind: 'warning' },
    { title: 'FCA warns of unregistered exchanges' },
    { title: 'FCA warns of another set of exchanges', day: 6 },
  ),
  pair(
    'a warning by one authority, named only in the other paper',
    { ...US, kind: 'warning' },
    { title: 'SEC warns of unregistered exchanges', authority: 'sec' },
    { title: 'CFTC warns of Bybit', authority: 'cftc', exchanges: ['bybit'], day: 3 },
  ),
  pair(
    'a halt of one and a deadline for all',
    { jurisdictions: ['KR'] },
    { title: 'Huobi halts trading in Korea', kind: 'service-halt', exchanges: ['huobi'] },
    { title: 'Exchanges must register by September', kind: 'rulemaking', authority: 'kofiu', day: 8 },
  ),
  pair(
    'a warning without a place',
    { kind: 'warning' },
    { title: 'Regulator warns of exchanges' },
    {
      title: 'FCA warns of Binance',
      jurisdictions: ['GB'],
      authority: 'fca',
      exchanges: ['binance'],
      day: 1,
    },
  ),
  pair(
    'two states, no names',
    { ...US, kind: 'cease-and-desist' },
    { title: 'New York orders exchanges to stop', subdivisions: ['US-NY'], authority: 'nydfs' },
    { title: 'Texas orders exchanges to stop', subdivisions: ['US-TX'], day: 4 },
  ),
  pair(
    'a union-wide list and a national one',
    { kind: 'warning' },
    { title: 'ESMA warns of exchanges', jurisdictions: ['EU'], authority: 'esma' },
    { title: 'BaFin warns of exchanges', jurisdictions: ['DE'], authority: 'bafin', day: 5 },
  ),
  pair(
    'a proposal after the deed',
    KR,
    { title: 'Korea blocks apps of foreign exchanges' },
    { title: 'Korea considers blocking sites of exchanges', stage: 'proposed', exchanges: ['okx'], day: 14 },
  ),
  pair(
    'delistings of one, ban for all',
    { ...JP, authority: 'fsa' },
    { title: 'Coinbase delists under Japanese rules', kind: 'delisting', exchanges: ['coinbase'] },
    { title: 'FSA refuses an exchange', kind: 'licence-denied-or-revoked', day: 4 },
  ),
];

export const LOOK_ALIKES: readonly LookAlike[] = [...NAMED, ...UNNAMED];
