import { describe, expect, test } from '@jest/globals';
import { readEntryLine } from '../../src/cli/entry-line.ts';
import { createSteps } from '../../src/steps.ts';

const steps = createSteps();
const read = (title: string, text = '', publishedAt: string | null = '2024-01-12T10:00:00Z') => {
  const { entry, feed } = readEntryLine({ title, text, language: 'en', publishedAt }, steps);
  return steps.classify(entry, feed);
};

describe('a reading', () => {
  test('names each span of its evidence once for each field', () => {
    const { reports } = read(
      'China is blocking exchanges on social media',
      'Regulators have begun blocking social media accounts of cryptocurrency exchanges on WeChat.',
    );
    const spans = reports.flatMap(({ evidence }, at) =>
      evidence.map(({ field, start, end }) => `${at} ${field} ${start}-${end}`),
    );
    expect(spans.length).toBeGreaterThan(2);
    expect(new Set(spans).size).toBe(spans.length);
  });

  test('points with its evidence into title, line feed and text', () => {
    const [title, text] = ['India blocks Binance', 'The ministry also blocked OKX in India.'];
    const [report] = read(title, text).reports;
    for (const { start, end, cue } of report?.evidence ?? []) {
      expect(`${title}\n${text}`.slice(start, end)).toBe(cue);
    }
    expect(report?.evidence).not.toHaveLength(0);
  });

  test('dates a day without a year by the day of publication', () => {
    const [report] = read('India blocks Binance from 15 January').reports;
    expect(report?.effectiveAt).toBe(Date.UTC(2024, 0, 15));
  });

  test('gives no date to a day without a year where nobody knows when it was published', () => {
    const [report] = read('India blocks Binance from 15 January', '', null).reports;
    expect(report).toBeDefined();
    expect(report?.effectiveAt).toBeUndefined();
  });

  test('dates a deadline told in days by the day of publication', () => {
    const [report] = read('Regulator orders Binance to stop onboarding customers within 14 days').reports;
    expect(report?.effectiveAt).toBe(Date.UTC(2024, 0, 26));
  });

  test.each([
    ['Binance users in India must withdraw by the end of March', Date.UTC(2024, 2, 31)],
    ['India blocks Binance from tomorrow', Date.UTC(2024, 0, 13)],
    ['Kenya blocks Binance; comments on the ban are open until the end of March', undefined],
  ])('dates a day told by its place in the month or year: %s', (title, at) => {
    const [report] = read(title).reports;
    expect(report).toBeDefined();
    expect(report?.effectiveAt).toBe(at);
  });

  test('does not take the end of a consultation for the day of effect', () => {
    const [report] = read(
      'Kenya’s central bank proposes to cut banks off from crypto exchanges',
      'A draft circular would forbid banks to serve crypto exchanges. Comments are open until 30 April.',
    ).reports;
    expect(report?.kind).toBe('bank-cutoff');
    expect(report?.effectiveAt).toBeUndefined();
  });
});

describe('who publishes it', () => {
  const readAs = (kind: 'official' | 'exchange' | 'press', title: string, jurisdiction?: string) => {
    const { entry, feed } = readEntryLine({ title, language: 'en' }, steps);
    return steps.classify(entry, { ...feed, kind, ...(jurisdiction !== undefined && { jurisdiction }) });
  };

  test('says where it bites, if it is an authority and nothing else does', () => {
    const title = 'Binance ordered to halt services to residents';
    expect(readAs('official', title, 'EU').reports[0]?.jurisdictions).toEqual(['EU']);
  });

  test('does not say so against a place that is named', () => {
    const [report] = readAs('official', 'Nigeria blocks Binance', 'US').reports;
    expect(report?.jurisdictions).toEqual(['NG']);
  });

  test('may deny a measure by itself, which is told as disputed', () => {
    const title = 'Indodax denies that it is blocked in Indonesia';
    expect(readAs('exchange', title).reports[0]).toMatchObject({ disputed: true, exchanges: ['indodax'] });
    expect(readAs('press', title).relevant).toBe(false);
  });
});
