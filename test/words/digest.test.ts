import { describe, expect, test } from '@jest/globals';
import type { Text, TextCard } from '../../src/domain/card.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { incident, measure, reader } from './examples.ts';
import { words } from './shipped-words.ts';

const textOf = (paragraph: Text): string =>
  paragraph.map((span) => (typeof span === 'string' ? span : span.text)).join('');

const lines = ({ paragraphs }: TextCard): readonly string[] => paragraphs.map(textOf);

const digest = (...incidents: readonly Incident[]): TextCard => words.digest(incidents, reader('en'));

describe('a digest', () => {
  test('is grouped by severity, gravest first, and by place', () => {
    const card = digest(
      incident({ id: 'a', severity: 'low' }),
      incident({ id: 'b', severity: 'critical', jurisdictions: ['CN'] }),
      incident({ id: 'c', severity: 'critical', exchanges: ['okx'] }),
      incident({ id: 'd', severity: 'critical', jurisdictions: ['CN'], exchanges: ['kraken'] }),
    );
    expect(lines(card)).toEqual([
      '4 restrictions',
      'Critical\nChina\n• China blocks access to Binance\n• China blocks access to Kraken\nNigeria\n• Nigeria blocks access to OKX',
      'Low\nNigeria\n• Nigeria blocks access to Binance',
    ]);
  });

  test('puts easings last', () => {
    const eased = incident({
      id: 'a',
      severity: 'critical',
      measures: [measure({ stage: 'eased', direction: 'eases' })],
    });
    expect(lines(digest(eased, incident({ id: 'b', severity: 'low' }))).slice(1)).toEqual([
      expect.stringMatching(/^Low/),
      expect.stringMatching(/^Eased/),
    ]);
  });

  test('folds revisions into their incident', () => {
    const card = digest(
      incident({ revision: 1 }),
      incident({ revision: 2, measures: [measure({ kind: 'ban' })] }),
    );
    expect(lines(card)).toEqual(['1 restriction', 'High\nNigeria\n• Nigeria bans Binance']);
  });

  test('leaves out what turned out to be another incident', () => {
    expect(digest(incident({ mergedInto: 'x' }))).toEqual({ shape: 'text', paragraphs: [], buttons: [] });
  });

  test('is empty when there is nothing to tell', () => {
    expect(digest().paragraphs).toEqual([]);
  });

  test('links each headline to its source', () => {
    const spans = digest(incident()).paragraphs[1];
    expect(spans).toContainEqual({
      text: 'Nigeria blocks access to Binance',
      href: 'https://news.example/1',
    });
  });

  test('fits one message, and drops the least grave first', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      incident({ id: `i${at}`, severity: at === 150 ? 'critical' : 'low' }),
    );
    const card = digest(...many);
    expect(lines(card).join('\n').length).toBeLessThan(2000);
    expect(lines(card)[1]).toMatch(/^Critical/);
    expect(lines(card).at(-1)).toMatch(/^and \d+ more: \/latest$/);
  });
});
