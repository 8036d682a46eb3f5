import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/domain/errors.ts';
import { CHANGES, CONFIRMATIONS } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import { KINDS, SEVERITIES, STAGES } from '../../src/domain/taxonomy.ts';
import { createWords } from '../../src/words/create-words.ts';
import { AT, alert, catalogue, incident, measure, reader, source, wechat } from './examples.ts';
import { LOCALES } from './shipped-words.ts';

/** A language in which every string of the locale stands in brackets, so that any other string shows. */
const marked = createWords({
  catalogue,
  locales: LOCALES.filter(({ language }) => language === 'en').map(({ language, messages }) => ({
    language,
    messages: new Map([...messages].map(([key, text]) => [key, `⟦${text}⟧`])),
  })),
});

/** Names, times and ids come from the world, not from the locale. */
const DATA = /Binance|Nigeria|China|Example News|\d{1,2} \w{3} 2018, \d\d:\d\d(?: UTC)?|\d{1,2} March 2018/g;

/** What is left when everything in brackets is taken away, from the inside out. */
const outside = (text: string): string => {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return rest === text ? rest.replace(DATA, '').replace(/[\s·;,•]/g, '') : outside(rest);
};

/** Tags are compared with a forum's own; nobody reads them. */
const HIDDEN = [
  'tags',
  'shape',
  'tone',
  'incidentId',
  'url',
  'href',
  'verb',
  'id',
  'footer',
  'bold',
  'italic',
];

/** Every text of a card that a reader sees. */
const visible = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(visible);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (HIDDEN.includes(key) ? [] : visible(part)));
};

const leftOutside = (card: unknown): readonly string[] =>
  visible(card)
    .map(outside)
    .filter((rest) => rest !== '');

describe('no string reaches a reader untranslated', () => {
  test.each(KINDS)('in an alert of %s, at any stage', (kind) => {
    const cards = STAGES.map((stage) =>
      marked.alert(
        incident({ measures: [measure({ kind, stage, scope: { users: 'new', functions: ['app'] } })] }),
        alert(),
        reader('en'),
      ),
    );
    expect(leftOutside(cards)).toEqual([]);
  });

  test.each(SEVERITIES)('in a late, disputed alert of %s severity', (severity) => {
    const cards = CONFIRMATIONS.map((confirmation) =>
      marked.alert(
        incident({
          severity,
          confirmation,
          disputed: true,
          sources: [source({ publishedAt: AT - 3 * DAY })],
        }),
        alert(),
        reader('en'),
      ),
    );
    expect(leftOutside(cards)).toEqual([]);
  });

  test.each(CHANGES)('in an update because of %s', (reason) => {
    const card = marked.alert(
      incident({ retracted: '' }),
      alert({ change: 'updated', reasons: [reason] }),
      reader('en'),
    );
    expect(leftOutside(card)).toEqual([]);
  });

  test('in a digest', () => {
    const card = marked.digest([incident(), incident({ id: 'b', jurisdictions: [] })], reader('en'));
    expect(leftOutside(card)).toEqual([]);
  });

  test('in a mistake', () => {
    const card = marked.mistake(new UserError('no-subscription'), 'en');
    expect(leftOutside(card)).toEqual([]);
  });

  test('and the test sees a string that does', () => {
    const card = { ...marked.alert(wechat(), alert(), reader('en')), status: 'Critical' };
    expect(leftOutside(card)).toContain('Critical');
  });
});
