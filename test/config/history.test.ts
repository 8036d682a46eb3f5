import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { SHIPPED_HISTORY } from '../../src/cli/import.ts';
import { loadCatalogue } from '../../src/config/catalogue.ts';
import { readHistory } from '../../src/config/history.ts';
import { ConfigError } from '../../src/domain/errors.ts';

const catalogue = loadCatalogue();

const ROW = {
  date: '2018-03-05',
  exchanges: ['binance'],
  jurisdictions: ['CN'],
  kind: 'social-block',
  stage: 'in-force',
  title: 'WeChat closes accounts',
  summary: 'Of offshore exchanges.',
  sources: ['https://example.org/a'],
};

const read = (...rows: readonly object[]) =>
  readHistory(rows.map((row) => JSON.stringify(row)).join('\n'), 'past.jsonl', catalogue);

const faultsOf = (row: object): readonly string[] => {
  try {
    read(ROW, row);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(({ line, what }) => `${line} ${what}`);
    throw error;
  }
  return [];
};

describe('a history of past incidents', () => {
  test('is read line by line, dates at noon', () => {
    expect(read(ROW)).toEqual([
      {
        happenedAt: Date.UTC(2018, 2, 5, 12),
        estimated: false,
        exchanges: ['binance'],
        jurisdictions: ['CN'],
        subdivisions: [],
        kind: 'social-block',
        stage: 'in-force',
        title: 'WeChat closes accounts',
        summary: 'Of offshore exchanges.',
        sources: ['https://example.org/a'],
      },
    ]);
  });

  test('a month stands for its middle, as an estimate', () => {
    expect(read({ ...ROW, date: '2018-03' })[0]).toMatchObject({
      happenedAt: Date.UTC(2018, 2, 15, 12),
      estimated: true,
    });
  });

  test.each([
    ['a date that is none', { date: '2018-13-05' }, 'date'],
    ['a day that there is not', { date: '2018-02-31' }, 'date'],
    ['an end before the beginning', { closed: '2017-01-01' }, 'closed'],
    ['an exchange that nobody knows', { exchanges: ['nobody'] }, 'exchanges'],
    ['an authority that nobody knows', { authority: 'nobody' }, 'authority'],
    ['a place that is none', { jurisdictions: ['XQ'] }, 'jurisdictions'],
    ['a kind that there is not', { kind: 'bann' }, 'kind'],
    ['no page', { sources: [] }, 'sources'],
    ['a page that nobody can open', { sources: ['ftp://example.org/a'] }, 'sources'],
    ['no title', { title: '' }, 'title'],
  ])('%s is a fault with its line', (_, wrong, field) => {
    expect(faultsOf({ ...ROW, ...wrong })).toEqual([`2 ${field}`]);
  });
});

describe('the shipped history', () => {
  const history = readHistory(readFileSync(SHIPPED_HISTORY, 'utf8'), 'config/history.jsonl', catalogue);

  test('tells of at least 120 incidents from 2013 to 2026, each once', () => {
    expect(history.length).toBeGreaterThanOrEqual(120);
    const years = history.map(({ happenedAt }) => new Date(happenedAt).getUTCFullYear());
    expect([Math.min(...years), Math.max(...years)]).toEqual([2013, 2026]);
    expect(new Set(history.map(({ title }) => title)).size).toBe(history.length);
  });

  test('says what was eased by when it ended', () => {
    const eased = history.filter(({ stage }) => stage === 'eased');
    expect(eased.filter(({ closedAt }) => closedAt === undefined)).toEqual([]);
  });
});
