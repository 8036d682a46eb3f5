import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '../../src/config/catalogue.ts';
import { CONFIG_DIRECTORY } from '../../src/config/directory.ts';
import { readFeeds } from '../../src/config/feeds.ts';
import { readAuthorities, readExchanges, readJurisdictions } from '../../src/config/gazetteers.ts';
import { readYamlFile, type YamlFile } from '../../src/config/yaml-list.ts';
import { ConfigError, type Fault } from '../../src/domain/errors.ts';
import { MINUTE } from '../../src/domain/instant.ts';

type Read = (yaml: YamlFile, faults: Fault[]) => unknown;

const faultsOf = (read: Read, source: string): readonly Fault[] => {
  const faults: Fault[] = [];
  try {
    read({ file: 'config/x.yaml', source }, faults);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return faults;
};

const FEED = 'url: "https://a.example/x.xml", publisher: A, kind: press';

describe('a fault in a file that people edit', () => {
  test.each<[string, Read, string, Partial<Fault>]>([
    ['a broken line', readExchanges, 'exchanges:\n  - {id: a, name: [}\n', { line: 2, what: 'YAML' }],
    ['no list at all', readExchanges, 'exchange: []\n', { what: 'exchanges' }],
    ['an empty file', readFeeds, '', { what: 'YAML' }],
    [
      'a missing name',
      readExchanges,
      'exchanges:\n  - {id: a, name: A}\n  - {id: b}\n',
      { line: 3, what: 'b.name' },
    ],
    ['a missing id', readExchanges, 'exchanges:\n  - {name: A}\n', { what: '?.id' }],
    [
      'an unknown status',
      readExchanges,
      'exchanges:\n  - {id: a, name: A, status: dead}\n',
      { line: 2, what: 'a.status' },
    ],
    [
      'an alias that is a number',
      readExchanges,
      'exchanges:\n  - {id: a, name: A, aliases: [1]}\n',
      { line: 2, what: 'a.aliases' },
    ],
    [
      'an id used twice',
      readExchanges,
      'exchanges:\n  - {id: a, name: A}\n  - {id: a, name: B}\n',
      { what: 'a', problem: 'two entries have this id' },
    ],
    [
      'an alias owned by two',
      readExchanges,
      'exchanges:\n  - {id: a, name: A, aliases: [X]}\n  - {id: b, name: B, aliases: [x]}\n',
      { line: 3, what: 'b' },
    ],
    [
      'a local name that is no text',
      readAuthorities,
      'authorities:\n  - {id: a, name: A, type: regulator, localNames: {es: [B]}}\n',
      { line: 2, what: 'a.localNames' },
    ],
    [
      'an unknown type',
      readAuthorities,
      'authorities:\n  - {id: a, name: A, type: club}\n',
      { line: 2, what: 'a.type' },
    ],
    [
      'a language that is no list',
      readJurisdictions,
      'jurisdictions:\n  - {code: DE, names: {en: Germany}}\n',
      { what: 'DE.names.en' },
    ],
    [
      'an unknown kind',
      readFeeds,
      `feeds:\n  - {id: a, url: "https://a.example", publisher: A, kind: blog}\n`,
      { line: 2, what: 'a.kind' },
    ],
    [
      'a bad interval',
      readFeeds,
      `feeds:\n  - {id: a, ${FEED}, every: often}\n`,
      { line: 2, what: 'a.every' },
    ],
    [
      'an interval that ends before it begins',
      readFeeds,
      `feeds:\n  - {id: a, ${FEED}, every: 5m..1m}\n`,
      { what: 'a.every' },
    ],
    ['a bad zone', readFeeds, `feeds:\n  - {id: a, ${FEED}, zone: Asia/Seol}\n`, { line: 2, what: 'a.zone' }],
    [
      'an address without http',
      readFeeds,
      'feeds:\n  - {id: a, url: a.example, publisher: A, kind: press}\n',
      { what: 'a.url' },
    ],
    [
      'a flag that is a word',
      readFeeds,
      `feeds:\n  - {id: a, ${FEED}, enabled: "yes"}\n`,
      { what: 'a.enabled' },
    ],
    [
      'a search without a query',
      readFeeds,
      `feeds:\n  - {id: a, ${FEED}, search: {language: en, country: US}}\n`,
      { what: 'a.search.query' },
    ],
  ])('%s is told with file, line, entry and cure', (_what, read, source, expected) => {
    const [fault, ...more] = faultsOf(read, source);
    expect(fault).toMatchObject({ where: 'config/x.yaml', ...expected });
    expect(fault?.cure).not.toBe('');
    expect(more).toEqual([]);
  });

  test('does not hide the others', () => {
    const source = `feeds:\n  - {id: a, ${FEED}, every: often, zone: Nowhere}\n  - {id: b, kind: press}\n`;
    expect(faultsOf(readFeeds, source).map(({ what }) => what)).toEqual([
      'a.zone',
      'a.every',
      'b.url',
      'b.publisher',
    ]);
  });

  test('is none where two that share an alias both say that it needs context', () => {
    const alias = 'aliases: [{alias: X, needsContext: true}]';
    expect(
      faultsOf(readExchanges, `exchanges:\n  - {id: a, name: A, ${alias}}\n  - {id: b, name: B, ${alias}}\n`),
    ).toEqual([]);
  });

  test('is told of a file that is not there', () => {
    expect(() => readYamlFile('/nowhere/x.yaml')).toThrow('cannot be read');
  });
});

describe('an interval', () => {
  test.each([
    ['1m', { min: MINUTE, max: MINUTE }],
    ['2m..15m', { min: 2 * MINUTE, max: 15 * MINUTE }],
  ])('is read from %s', (every, expected) => {
    expect(
      readFeeds({ file: 'x', source: `feeds:\n  - {id: a, ${FEED}, every: ${every}}\n` }, [])[0]?.every,
    ).toEqual(expected);
  });
});

describe('the catalogue', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'catalogue-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test('that we ship has no fault', () => {
    expect(loadCatalogue(CONFIG_DIRECTORY).exchanges.length).toBeGreaterThanOrEqual(350);
  });

  test('names the operator’s own file of feeds in its faults', () => {
    const file = join(directory, 'mine.yaml');
    writeFileSync(file, 'feeds:\n  - {id: a, publisher: A, kind: press}\n');
    expect(() => loadCatalogue(CONFIG_DIRECTORY, file)).toThrow(`${file}:2 a.url: it is missing`);
  });
});
