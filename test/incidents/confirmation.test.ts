import { describe, expect, test } from '@jest/globals';
import type { Measure, Source } from '../../src/domain/incident.ts';
import { confirmationOf, independent, isOfficial } from '../../src/incidents/confirmation.ts';
import { createAtlas } from '../../src/incidents/knowledge.ts';
import { knowledge } from './knowledge.ts';
import { correlator, feedOf, reportOf, START, type Telling, tell } from './story.ts';

const source = (publisher: string, fields: Partial<Source> = {}): Source => ({
  entryId: publisher,
  feedId: publisher,
  feedKind: 'press',
  publisher,
  title: `What ${publisher} says of the matter`,
  text: '',
  language: 'en',
  publishedAt: START,
  publishedEstimated: false,
  attributedTo: [],
  joined: 'first',
  ...fields,
});

const BAN: Measure = { kind: 'ban', stage: 'announced', direction: 'tightens', scope: {} };

const BARRED: Telling = {
  title: 'FCA bars Binance',
  kind: 'ban',
  exchanges: ['binance'],
  jurisdictions: ['GB'],
  authority: 'fca',
};

const RELEASE =
  'The regulator said on Monday that the exchange must stop taking new customers in the country at once.';

const VOICES: readonly {
  readonly name: string;
  readonly left: Source;
  readonly right: Source;
  readonly two: boolean;
}[] = [
  { name: 'two papers', left: source('Daily Ledger'), right: source('Harbour Post'), two: true },
  { name: 'one paper twice', left: source('Daily Ledger'), right: source('Daily Ledger'), two: false },
  { name: 'one paper and its address', left: source('Ledger'), right: source('www.ledger.com'), two: false },
  {
    name: 'a paper and one that quotes it',
    left: source('Caixin'),
    right: source('Harbour Post', { attributedTo: ['caixin'] }),
    two: false,
  },
  {
    name: 'two that quote the same third',
    left: source('Daily Ledger', { attributedTo: ['reuters'] }),
    right: source('Harbour Post', { attributedTo: ['reuters'] }),
    two: false,
  },
  {
    name: 'two that quote unnamed sources',
    left: source('Daily Ledger', { attributedTo: ['sources'] }),
    right: source('Harbour Post', { attributedTo: ['sources'] }),
    two: true,
  },
  {
    name: 'two that print one text',
    left: source('Daily Ledger', { title: 'Stop', text: RELEASE }),
    right: source('Harbour Post', { title: 'Halt', text: RELEASE }),
    two: false,
  },
];

const OFFICIAL: readonly { readonly name: string; readonly telling: Telling; readonly official: boolean }[] =
  [
    {
      name: 'the notice of the authority where it rules',
      telling: { title: '', feedKind: 'official', feedJurisdiction: 'GB', jurisdictions: ['GB'] },
      official: true,
    },
    {
      name: 'a notice of the union on a member',
      telling: { title: '', feedKind: 'official', feedJurisdiction: 'EU', jurisdictions: ['DE'] },
      official: true,
    },
    {
      name: 'an authority that speaks of another country',
      telling: { title: '', feedKind: 'official', feedJurisdiction: 'GB', jurisdictions: ['JP'] },
      official: false,
    },
    {
      name: 'an exchange on itself',
      telling: { title: '', feedKind: 'exchange', publisher: 'Kraken', exchanges: ['kraken'] },
      official: true,
    },
    {
      name: 'an exchange on another',
      telling: { title: '', feedKind: 'exchange', publisher: 'Kraken', exchanges: ['okx'] },
      official: false,
    },
    { name: 'a paper', telling: { title: '', exchanges: ['okx'], jurisdictions: ['GB'] }, official: false },
  ];

describe('confirmation', () => {
  test.each(VOICES)('hears in $name two voices: $two', ({ left, right, two }) => {
    expect(independent(left, right)).toBe(two);
    const word = confirmationOf({ sources: [left, right], measures: [BAN] });
    expect(word).toBe(two ? 'corroborated' : 'unconfirmed');
  });

  test.each(OFFICIAL)('takes $name for official: $official', ({ telling, official }) => {
    expect(isOfficial(reportOf(telling), feedOf(telling), createAtlas(knowledge))).toBe(official);
  });

  test('never falls back while the matter stays where it is', () => {
    const now = { sources: [source('Daily Ledger')], measures: [BAN] } as const;
    for (const confirmation of ['official', 'corroborated'] as const)
      expect(confirmationOf(now, { measures: [BAN], confirmation })).toBe(confirmation);
  });

  test('of a lifting is the word of those who tell of the lifting', () => {
    const lane = correlator();
    tell(lane, { ...BARRED, feedKind: 'official', feedJurisdiction: 'GB', publisher: 'FCA' });
    const easing: Telling = { ...BARRED, title: 'Binance free again', stage: 'eased', day: 30 };
    expect(tell(lane, easing).incident.confirmation).toBe('unconfirmed');
    const second = tell(lane, {
      ...easing,
      title: 'The bar is lifted',
      publisher: 'Harbour Post',
      day: 30.5,
    });
    expect(second.incident.confirmation).toBe('corroborated');
    const notice: Telling = { ...easing, title: 'Notice', publisher: 'FCA', day: 31 };
    expect(tell(lane, { ...notice, feedKind: 'official', feedJurisdiction: 'GB' })).toMatchObject({
      incident: { confirmation: 'official' },
      alert: { reasons: ['officially-confirmed'] },
    });
  });

  test('of what is decided is not that of what was only proposed', () => {
    const lane = correlator();
    const paper = { ...BARRED, stage: 'proposed' } as const;
    tell(lane, { ...paper, feedKind: 'official', feedJurisdiction: 'GB', publisher: 'FCA' });
    const decided: Telling = { ...BARRED, title: 'FCA bars Binance at last', stage: 'in-force', day: 20 };
    expect(tell(lane, decided).incident.confirmation).toBe('unconfirmed');
  });

  test('stays official where a paper calls in force what the notice announced', () => {
    const lane = correlator();
    tell(lane, { ...BARRED, feedKind: 'official', feedJurisdiction: 'GB', publisher: 'FCA' });
    const paper: Telling = { ...BARRED, title: 'Binance barred', stage: 'in-force', day: 0.2 };
    expect(tell(lane, paper).incident.confirmation).toBe('official');
  });
});
