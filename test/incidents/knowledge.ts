import type { Alias, Authority, AuthorityType, Exchange, Jurisdiction } from '../../src/domain/catalogue.ts';
import type { Knowledge } from '../../src/incidents/knowledge.ts';

const alias = (text: string): Alias => ({ text, needsContext: false });

const exchange = (id: string, name: string, aliases: readonly string[] = []): Exchange => ({
  id,
  name,
  aliases: aliases.map(alias),
  domains: [],
  status: 'active',
  formerIds: [],
});

const branch = (of: Authority, partOf: string): Authority => ({ ...of, partOf });

const bank = (id: string, name: string, aliases: readonly string[], jurisdiction: string): Authority => ({
  ...authority(id, name, 'bank', jurisdiction),
  aliases: aliases.map(alias),
  gatekeeper: true,
});

const authority = (id: string, name: string, type: AuthorityType, jurisdiction?: string): Authority => ({
  id,
  name,
  aliases: [alias(id.toUpperCase())],
  type,
  gatekeeper: jurisdiction === undefined,
  ...(jurisdiction === undefined ? {} : { jurisdiction }),
});

const place = (code: string, name: string, blocs: readonly string[] = []): Jurisdiction => ({
  code,
  blocs,
  names: { en: [name] },
  adjectives: {},
  cities: {},
});

export const knowledge: Knowledge = {
  exchanges: [
    exchange('binance', 'Binance', ['바이낸스', '币安', 'बाइनेंस']),
    exchange('okx', 'OKX', ['OKEx']),
    exchange('kraken', 'Kraken'),
    exchange('coinbase', 'Coinbase'),
    exchange('kucoin', 'KuCoin', ['쿠코인']),
    exchange('mexc', 'MEXC'),
    exchange('bybit', 'Bybit'),
    exchange('huobi', 'Huobi', ['HTX', '火币']),
  ],
  authorities: [
    authority('fca', 'Financial Conduct Authority', 'regulator', 'GB'),
    authority('sec', 'Securities and Exchange Commission', 'regulator', 'US'),
    authority('cftc', 'Commodity Futures Trading Commission', 'regulator', 'US'),
    authority('doj', 'Department of Justice', 'prosecutor', 'US'),
    authority('nydfs', 'Department of Financial Services', 'regulator', 'US-NY'),
    authority('fiu-ind', 'Financial Intelligence Unit', 'fiu', 'IN'),
    authority('rbi', 'Reserve Bank of India', 'central-bank', 'IN'),
    authority('in-court', 'Supreme Court of India', 'court', 'IN'),
    authority('kofiu', 'Korea Financial Intelligence Unit', 'fiu', 'KR'),
    authority('ph-sec', 'Philippine SEC', 'regulator', 'PH'),
    authority('ntc', 'National Telecommunications Commission', 'telecom', 'PH'),
    authority('bafin', 'BaFin', 'regulator', 'DE'),
    authority('esma', 'ESMA', 'regulator', 'EU'),
    authority('fsa', 'Financial Services Agency', 'regulator', 'JP'),
    authority('rkn', 'Roskomnadzor', 'telecom', 'RU'),
    authority('cn-group', 'Leading Group', 'government', 'CN'),
    authority('cn-bank', "People's Bank of China", 'central-bank', 'CN'),
    branch(authority('shanghai', 'Shanghai Financial Bureau', 'regulator', 'CN'), 'cn-bank'),
    branch(authority('shenzhen', 'Shenzhen Financial Bureau', 'regulator', 'CN'), 'cn-bank'),
    bank('in-hdfc', 'HDFC Bank', ['HDFC'], 'IN'),
    bank('in-sbi', 'State Bank of India', ['SBI', 'एसबीआई'], 'IN'),
    { ...bank('in-banks', 'Indian banks', [], 'IN'), isSort: true },
    authority('google', 'Google', 'app-store'),
    authority('apple', 'Apple', 'app-store'),
    authority('wechat', 'WeChat', 'network'),
  ],
  jurisdictions: [
    place('GB', 'United Kingdom'),
    place('US', 'United States'),
    place('IN', 'India'),
    place('KR', 'South Korea'),
    place('PH', 'Philippines'),
    place('DE', 'Germany', ['EU']),
    place('FR', 'France', ['EU']),
    place('EU', 'European Union'),
    place('JP', 'Japan'),
    place('RU', 'Russia'),
    place('CN', 'China'),
    place('HK', 'Hong Kong'),
  ],
};
