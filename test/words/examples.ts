import type { Authority, Catalogue, Exchange } from '../../src/domain/catalogue.ts';
import type { Alert, Incident, Measure, Source, SourceReading } from '../../src/domain/incident.ts';
import type { Reader } from '../../src/domain/ports.ts';
import { KINDS } from '../../src/domain/taxonomy.ts';

const alias = (text: string) => ({ text, needsContext: false });

const exchange = (id: string, name: string, ...aliases: string[]): Exchange => ({
  id,
  name,
  aliases: aliases.map(alias),
  domains: [],
  status: 'active',
  formerIds: [],
});

const authority = (
  id: string,
  name: string,
  type: Authority['type'],
  jurisdiction?: string,
  ...aliases: string[]
): Authority => ({
  id,
  name,
  aliases: aliases.map(alias),
  type,
  ...(jurisdiction === undefined ? {} : { jurisdiction }),
  gatekeeper: ['bank', 'payment', 'app-store', 'network'].includes(type),
});

/** A small world, written for these tests. */
export const catalogue: Catalogue = {
  feeds: [],
  exchanges: [
    exchange('binance', 'Binance', '币安', '幣安', 'バイナンス', '바이낸스', 'Бинанс'),
    { ...exchange('okx', 'OKX', '欧易', '歐易'), formerIds: ['okex'] },
    exchange('kraken', 'Kraken', '크라켄'),
    exchange('upbit', 'Upbit', '업비트'),
    { ...exchange('bitflyer', 'bitFlyer', 'ビットフライヤー'), country: 'JP' },
  ],
  authorities: [
    authority('fca', 'FCA', 'regulator', 'GB'),
    authority('sec', 'US SEC', 'regulator', 'US', '美国证券交易委员会', '미국 증권거래위원회'),
    authority('by-mininform', 'Belarusian Ministry of Information', 'ministry', 'BY'),
    authority('ng-sec', 'SEC Nigeria', 'regulator', 'NG'),
    authority('cbn', 'Central Bank of Nigeria', 'central-bank', 'NG'),
    authority('bd-bank', 'Bangladesh Bank', 'central-bank', 'BD'),
    authority('boj', 'Bank of Japan', 'central-bank', 'JP', '日本銀行'),
    authority('some-regulator', 'regulators', 'regulator'),
    authority('wechat', 'WeChat', 'network', undefined, '微信'),
    authority('apple', 'Apple', 'app-store', undefined, '苹果', '蘋果', '애플'),
    authority('barclays', 'Barclays', 'bank', 'GB'),
  ],
  jurisdictions: [
    {
      code: 'CN',
      blocs: [],
      names: { en: ['China'], zh: ['中国'] },
      adjectives: { en: ['Chinese'] },
      cities: { en: ['Beijing'], zh: ['北京'] },
    },
    { code: 'BY', blocs: [], names: {}, adjectives: { en: ['Belarusian'] }, cities: {} },
    { code: 'NG', blocs: [], names: { en: ['Nigeria'] }, adjectives: { en: ['Nigerian'] }, cities: {} },
    { code: 'US', blocs: [], names: { en: ['United States', 'U.S.'] }, adjectives: {}, cities: {} },
    {
      code: 'US-NY',
      parent: 'US',
      blocs: [],
      names: { en: ['New York'], zh: ['纽约州'], ru: ['Нью-Йорк*'] },
      adjectives: {},
      cities: {},
    },
  ],
  taxonomy: {
    kinds: KINDS.map((kind) => ({
      kind,
      direction: 'tightens',
      severity: {
        reported: 'medium',
        proposed: 'medium',
        announced: 'high',
        'in-force': 'high',
        eased: 'low',
      },
    })),
    cues: {
      venue: { en: ['crypto exchange*'] },
      'social-block': {
        en: ['social media accounts', 'shut down_accounts', 'shut accounts'],
        zh: ['封停', '账号'],
      },
      'service-halt': { en: ['halt*', 'suspend*'], zh: ['暂停'] },
    },
  },
};

/** Tuesday 6 March 2018, 17:02 UTC. */
export const AT = Date.UTC(2018, 2, 6, 17, 2);

export const source = (changes: Partial<Source> = {}): Source => ({
  entryId: 'e1',
  feedId: 'f1',
  // Whose notice is the measure itself, so that its kind is beyond doubt.
  feedKind: 'official',
  publisher: 'Example News',
  url: 'https://news.example/1',
  title: 'A title about crypto exchanges',
  text: '',
  language: 'en',
  publishedAt: AT,
  publishedEstimated: false,
  attributedTo: [],
  joined: 'first',
  ...changes,
});

export const measure = (changes: Partial<Measure> = {}): Measure => ({
  kind: 'access-block',
  stage: 'in-force',
  direction: 'tightens',
  scope: {},
  ...changes,
});

/** What a source was read as. */
export const reading = (changes: Partial<SourceReading> = {}): SourceReading => ({
  kind: 'access-block',
  stage: 'in-force',
  direction: 'tightens',
  severity: 'high',
  exchanges: ['binance'],
  jurisdictions: ['NG'],
  subdivisions: [],
  scope: {},
  disputed: false,
  attributedTo: [],
  confidence: 0.9,
  ...changes,
});

export const incident = (changes: Partial<Incident> = {}): Incident => ({
  v: 1,
  id: '4fT9xQ0123456789abcdef',
  revision: 1,
  openedAt: AT,
  updatedAt: AT,
  happenedAt: AT,
  measures: [measure()],
  exchanges: ['binance'],
  jurisdictions: ['NG'],
  subdivisions: [],
  severity: 'high',
  confidence: 0.9,
  confirmation: 'unconfirmed',
  disputed: false,
  sources: [source()],
  late: false,
  ...changes,
});

export const alert = (changes: Partial<Alert> = {}): Alert => ({
  incidentId: '4fT9xQ0123456789abcdef',
  revision: 1,
  change: 'opened',
  reasons: [],
  at: AT,
  ...changes,
});

export const reader = (language: string, zone = 'UTC'): Reader => ({ language, zone });

/** The story of March 2018, retold. */
export const wechat = (): Incident =>
  incident({
    measures: [
      measure({ kind: 'social-block', stage: 'in-force' }),
      measure({ kind: 'bank-cutoff', stage: 'proposed' }),
    ],
    exchanges: [],
    jurisdictions: ['CN'],
    authority: 'some-regulator',
    through: 'wechat',
    severity: 'high',
    sources: [
      source({
        title: 'China shuts exchanges out of WeChat',
        text: [
          'By Jane Writer',
          'Regulators in China have begun to shut social media accounts of crypto exchanges that still serve customers on the mainland.',
          'A Beijing newspaper wrote on Tuesday that local authorities had WeChat shut down accounts of several exchanges.',
          'China had closed its domestic exchanges last September, and many traders moved abroad.',
          'Read more: our guide',
        ].join('\n\n'),
      }),
    ],
  });
