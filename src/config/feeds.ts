import type { Fault } from '../domain/errors.ts';
import type { Feed, FeedKind, JsonMapping, NewsSearch } from '../domain/feed.ts';
import { MINUTE } from '../domain/instant.ts';
import { parseDuration } from './duration.ts';
import { isZone } from './is-zone.ts';
import { readYamlList, type YamlEntry, type YamlFile } from './yaml-list.ts';

const KINDS: readonly FeedKind[] = ['official', 'exchange', 'press'];
const DEFAULT_EVERY = { min: 5 * MINUTE, max: 5 * MINUTE };

const readEvery = (entry: YamlEntry): Feed['every'] => {
  const text = entry.optionalText('every');
  if (text === undefined) return DEFAULT_EVERY;
  const [min, max = min] = text.split('..').map(parseDuration);
  if (min !== undefined && max !== undefined && min >= 1000 && max >= min) return { min, max };
  entry.fault('every', `"${text}" is no interval`, 'Write 1m, or 2m..15m; 1s is the shortest');
  return DEFAULT_EVERY;
};

const readUrl = (entry: YamlEntry): string => {
  const url = entry.text('url');
  if (url !== '' && !/^https?:\/\/[^\s/]+/.test(url))
    entry.fault('url', `"${url}" is no address`, 'Write it in full, with http:// or https://');
  return url;
};

const readZone = (entry: YamlEntry): string | undefined => {
  const zone = entry.optionalText('zone');
  if (zone === undefined || isZone(zone)) return zone;
  entry.fault('zone', `"${zone}" is no time zone`, 'Write an IANA name such as Asia/Seoul');
  return undefined;
};

/** A nested map of texts, each of `required` present. */
const readTexts = (
  entry: YamlEntry,
  field: string,
  required: readonly string[],
): Record<string, string> | undefined => {
  if (!entry.has(field)) return undefined;
  const value = entry.raw(field);
  const map = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  for (const name of required)
    if (typeof map[name] !== 'string')
      entry.fault(`${field}.${name}`, 'it is missing', `Add \`${name}:\` under ${field}`);
  return Object.fromEntries(Object.entries(map).map(([name, text]) => [name, String(text)]));
};

const readFeed = (entry: YamlEntry): Feed => {
  const jurisdiction = entry.optionalText('jurisdiction');
  const language = entry.optionalText('language');
  const zone = readZone(entry);
  const format = readTexts(entry, 'format', ['items', 'title']) as unknown as JsonMapping | undefined;
  const search = readTexts(entry, 'search', ['query', 'language', 'country']) as unknown as
    | NewsSearch
    | undefined;
  const note = entry.optionalText('note');
  return {
    id: entry.id,
    url: readUrl(entry),
    publisher: entry.text('publisher'),
    kind: entry.oneOf('kind', KINDS),
    every: readEvery(entry),
    enabled: entry.flag('enabled', true),
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(language !== undefined && { language }),
    ...(zone !== undefined && { zone }),
    ...(format !== undefined && { format }),
    ...(search !== undefined && { search }),
    ...(note !== undefined && { note }),
  };
};

/** `feeds.yaml`: what we poll. */
export const readFeeds = (yaml: YamlFile, faults: Fault[]): readonly Feed[] =>
  readYamlList(yaml, 'feeds', 'id', faults, readFeed);
