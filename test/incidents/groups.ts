import { DAY } from '../../src/domain/instant.ts';
import { START, type Telling } from './story.ts';

/** One event, told in several languages, with a late follow-up. */
export interface Group {
  readonly name: string;
  readonly tellings: readonly Telling[];
}

type Common = Omit<Telling, 'title'>;
type Told = Telling;

const OUTLETS = ['Daily Ledger', 'Harbour Post', 'Gazeta Norte', 'Morgenblick', 'Lantern Weekly'];

const group = (name: string, common: Common, ...tellings: readonly Told[]): Group => ({
  name,
  tellings: tellings.map((telling, at) => ({
    publisher: OUTLETS[at % OUTLETS.length] ?? 'Press',
    ...common,
    ...telling,
  })),
});

export const GROUPS: readonly Group[] = [
  group(
    'a ban, its confirmation, its taking effect',
    { kind: 'ban', exchanges: ['binance'], jurisdictions: ['GB'], authority: 'fca' },
    { title: 'FCA bars Binance from regulated business' },
    { title: 'La FCA prohíbe a Binance operar', language: 'es', day: 0.2 },
    { title: 'FCA verbietet Binance', language: 'de', day: 1, kind: 'cease-and-desist' },
    { title: 'Binance withdraws as the ban takes effect', stage: 'in-force', day: 60 },
  ),
  group(
    'a bank cut-off that a court lifts two years later',
    { kind: 'bank-cutoff', jurisdictions: ['IN'], authority: 'rbi' },
    { title: 'RBI bars banks from serving crypto exchanges' },
    { title: 'आरबीआई ने बैंकों को रोका', language: 'hi', day: 1 },
    { title: 'Banco central da Índia corta bancos', language: 'pt', day: 2 },
    { title: 'Supreme Court strikes down the circular', stage: 'eased', authority: 'in-court', day: 700 },
  ),
  group(
    'an unnamed list and a named one',
    { kind: 'access-block', stage: 'proposed', jurisdictions: ['CN'], authority: 'cn-group' },
    { title: 'China to block 124 overseas exchanges' },
    { title: '中国将屏蔽124家境外交易所', language: 'zh', exchanges: ['binance', 'okx'], day: 1 },
    { title: 'China bloqueará 124 plataformas', language: 'es', exchanges: ['okx', 'huobi'], day: 1.5 },
    { title: 'China blocks 124 exchanges', stage: 'in-force', exchanges: ['binance', 'okx'], day: 12 },
  ),
  group(
    'nine exchanges, then ten',
    { kind: 'access-block', jurisdictions: ['IN'], authority: 'fiu-ind' },
    {
      title: 'India asks to block exchanges',
      stage: 'proposed',
      exchanges: ['binance', 'kucoin', 'huobi', 'kraken'],
    },
    {
      title: 'Indien will Börsen sperren',
      language: 'de',
      stage: 'proposed',
      exchanges: ['binance', 'kucoin'],
      day: 1,
    },
    {
      title: 'L’Inde vise neuf plateformes',
      language: 'fr',
      stage: 'proposed',
      exchanges: ['binance', 'huobi'],
      day: 1,
    },
    {
      title: 'India adds OKX',
      stage: 'proposed',
      exchanges: ['binance', 'kucoin', 'huobi', 'kraken', 'okx'],
      day: 30,
    },
  ),
  group(
    'a suit, its settlement, its end',
    { kind: 'enforcement', jurisdictions: ['US'], authority: 'sec', exchanges: ['coinbase'] },
    { title: 'SEC sues Coinbase' },
    { title: 'SEC 起诉 Coinbase', language: 'zh', day: 0.4 },
    { title: 'La SEC demanda a Coinbase', language: 'es', day: 1 },
    { title: 'Judge rules in the case of Coinbase', day: 290 },
    { title: 'SEC drops its case against Coinbase', stage: 'eased', day: 620 },
  ),
  group(
    'an exit in steps',
    { kind: 'market-exit', jurisdictions: ['CN'], exchanges: ['huobi'] },
    { title: 'Huobi to retire mainland users' },
    { title: '火币将清退中国大陆用户', language: 'zh', day: 1 },
    { title: 'Huobi verlässt China', language: 'de', day: 2 },
    { title: '火币停止币币交易', language: 'zh', stage: 'in-force', day: 58 },
  ),
  group(
    'a halt of withdrawals and their reopening, nowhere in particular',
    { kind: 'service-halt', stage: 'in-force', exchanges: ['bybit'] },
    { title: 'Bybit halts withdrawals' },
    { title: 'Bybit suspende los retiros', language: 'es', day: 0.1 },
    { title: 'Bybit setzt Auszahlungen aus', language: 'de', day: 0.3, kind: 'account-freeze' },
    { title: 'Bybit resumes withdrawals', stage: 'eased', day: 5 },
  ),
  group(
    'a regulator decides and the telecom office carries out',
    { kind: 'access-block', jurisdictions: ['PH'], authority: 'ph-sec', exchanges: ['binance'] },
    { title: 'Philippine SEC to block Binance' },
    { title: 'Philippines chặn Binance', language: 'vi', day: 0.5 },
    { title: 'Filipinas bloqueará Binance', language: 'es', day: 1 },
    { title: 'NTC orders providers to block Binance', authority: 'ntc', stage: 'in-force', day: 2 },
  ),
  group(
    'a warning that some call a ban',
    { kind: 'warning', jurisdictions: ['DE'], authority: 'bafin', exchanges: ['binance'] },
    { title: 'BaFin warnt vor Binance', language: 'de' },
    { title: 'BaFin warns about Binance', day: 0.5 },
    { title: 'BaFin bans Binance tokens', kind: 'ban', day: 1 },
    { title: 'BaFin withdraws its warning', stage: 'eased', day: 120 },
  ),
  group(
    'a block lifted in two days',
    { kind: 'access-block', stage: 'in-force', jurisdictions: ['RU'], authority: 'rkn' },
    { title: 'Roskomnadzor blocks OKX', exchanges: ['okx'] },
    { title: 'Роскомнадзор заблокировал OKX', language: 'ru', exchanges: ['okx'], day: 0.5 },
    { title: 'Rússia bloqueia OKX', language: 'pt', exchanges: ['okx'], day: 1 },
    { title: 'OKX site back in Russia', stage: 'eased', exchanges: ['okx'], day: 2 },
  ),
  group(
    'nobody named at first',
    { kind: 'social-block', jurisdictions: ['CN'] },
    { title: 'WeChat accounts of exchanges shut' },
    { title: '多家交易所微信公众号被封', language: 'zh', day: 0.5, through: 'wechat' },
    { title: 'WeChat ferme des comptes', language: 'fr', day: 1, through: 'wechat' },
    { title: 'Regulators explain the closed WeChat accounts', day: 2, authority: 'cn-group' },
  ),
  group(
    'an app removal by one store',
    { kind: 'access-block', jurisdictions: ['KR'], authority: 'kofiu', through: 'google', stage: 'in-force' },
    { title: 'Google drops 17 exchange apps in Korea', exchanges: ['kucoin', 'mexc'] },
    { title: '구글, 17개 거래소 앱 차단', language: 'ko', day: 0.5 },
    { title: 'Google retira 17 apps en Corea', language: 'es', exchanges: ['mexc'], day: 1 },
    { title: '쿠코인 등 17개 앱 접속 차단', language: 'ko', exchanges: ['kucoin'], day: 3 },
  ),
  group(
    'a deadline for all, with names coming later',
    { kind: 'rulemaking', jurisdictions: ['JP'], authority: 'fsa', effectiveAt: START + 90 * DAY },
    { title: 'FSA caps leverage at exchanges' },
    { title: '金融庁、取引倍率に上限', language: 'ja', day: 1 },
    { title: 'Japon: levier plafonné', language: 'fr', day: 1 },
    { title: 'Exchanges prepare for the cap', day: 80 },
  ),
  group(
    'a licence refused, and an appeal won',
    {
      kind: 'licence-denied-or-revoked',
      stage: 'in-force',
      jurisdictions: ['JP'],
      authority: 'fsa',
      exchanges: ['huobi'],
    },
    { title: 'FSA refuses Huobi' },
    { title: '金融庁、Huobiの登録を拒否', language: 'ja', day: 0.5 },
    { title: 'FSA verweigert Huobi die Zulassung', language: 'de', day: 2 },
    { title: 'Huobi registered after all', stage: 'eased', day: 200 },
  ),
  group(
    'what sources say, then what is announced',
    { kind: 'enforcement', jurisdictions: ['US'], authority: 'doj', exchanges: ['binance'] },
    { title: 'Binance nears settlement, sources say', stage: 'reported' },
    { title: 'Binance admits guilt and pays', stage: 'announced', day: 1 },
    { title: 'Binance paga 4.300 millones', language: 'es', day: 1 },
    { title: 'Judge approves the settlement of Binance', stage: 'in-force', day: 90 },
  ),
  group(
    'denied by the exchange',
    { kind: 'account-freeze', stage: 'reported', jurisdictions: ['RU'], exchanges: ['okx'] },
    { title: 'OKX freezes Russian accounts' },
    { title: 'OKX заморозила счета россиян', language: 'ru', day: 0.5 },
    { title: 'OKX congela cuentas rusas', language: 'es', day: 1 },
    { title: 'OKX denies freezing accounts', disputed: true, day: 3 },
  ),
  group(
    'a union-wide delisting told by a country',
    { kind: 'delisting', exchanges: ['kraken'] },
    { title: 'Kraken delists stablecoins in the EU', jurisdictions: ['EU'] },
    { title: 'Kraken streicht Stablecoins', language: 'de', jurisdictions: ['DE'], day: 1 },
    { title: 'Kraken retire des stablecoins', language: 'fr', jurisdictions: ['EU'], day: 1.5 },
    {
      title: 'Kraken ends trading of stablecoins in the EU',
      jurisdictions: ['EU'],
      stage: 'in-force',
      day: 40,
    },
  ),
  group(
    'order of one exchange to close, told as its exit',
    { kind: 'cease-and-desist', jurisdictions: ['PH'], authority: 'ph-sec', exchanges: ['okx'] },
    { title: 'SEC orders OKX to stop' },
    { title: 'SEC ordena a OKX parar', language: 'es', day: 0.5 },
    { title: 'OKX ngừng hoạt động tại Philippines', language: 'vi', kind: 'market-exit', day: 2 },
    { title: 'Order against OKX in force', stage: 'in-force', day: 20 },
  ),
  group(
    'without an authority in some papers',
    { kind: 'access-block', stage: 'in-force', jurisdictions: ['RU'], exchanges: ['kraken', 'okx'] },
    { title: 'Russia blocks Kraken and OKX' },
    { title: 'Роскомнадзор блокирует Kraken и OKX', language: 'ru', authority: 'rkn', day: 0.2 },
    { title: 'La Russie bloque Kraken', language: 'fr', exchanges: ['kraken'], day: 1 },
    { title: 'Blocked exchanges appear on the register', authority: 'rkn', day: 6 },
  ),
  group(
    'a bill that becomes law',
    { kind: 'rulemaking', stage: 'proposed', jurisdictions: ['GB'], authority: 'fca' },
    { title: 'FCA plans to cap 5000 pound deposits at exchanges' },
    { title: 'FCA quiere limitar depósitos a 5000 libras', language: 'es', day: 1 },
    { title: 'FCA will Einlagen auf 5000 Pfund begrenzen', language: 'de', day: 2 },
    { title: 'FCA caps deposits at 5000 pounds', stage: 'in-force', day: 150 },
  ),
];

/** Told first, and told again much later by a page that brings nothing new. */
export interface Retelling {
  readonly name: string;
  readonly old: Telling;
  readonly stale: Telling;
}

const OLD: Telling = {
  title: 'FCA bars Binance from regulated business',
  text: 'The Financial Conduct Authority told Binance Markets Limited on Friday to stop all regulated business in the country.',
  kind: 'ban',
  exchanges: ['binance'],
  jurisdictions: ['GB'],
  authority: 'fca',
};

const stale = (name: string, telling: Partial<Telling>): Retelling => ({
  name,
  old: OLD,
  stale: { ...OLD, text: '', publisher: 'Harbour Post', day: 400, ...telling },
});

export const RETELLINGS: readonly Retelling[] = [
  stale('a full list of countries', {
    title: 'Full list: countries where Binance is banned',
    jurisdictions: ['GB', 'JP'],
  }),
  stale('a guide', { title: 'Guide: can you still use Binance in the UK?' }),
  stale('an anniversary', { title: 'One year on: the day the FCA stopped Binance' }),
  stale('an anniversary in Spanish', { title: 'Hace un año: la FCA frenó a Binance', language: 'es' }),
  stale('a review in German', { title: 'Rückblick: Als die FCA Binance stoppte', language: 'de' }),
  stale('a review in Chinese', { title: '回顾：英国金融监管局禁止币安', language: 'zh' }),
  stale('a review in Korean', { title: '바이낸스 영국 금지 총정리', language: 'ko' }),
  stale('a copy under a new date', { title: OLD.title, text: OLD.text ?? '' }),
  stale('a page that names the old year only', {
    title: 'Binance banned by FCA',
    text: 'The order came in March 2024.',
  }),
  stale('a page that states the old date', { title: 'FCA order on Binance', effectiveAt: START + DAY }),
];
