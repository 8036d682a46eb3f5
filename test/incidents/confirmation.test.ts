import { describe, expect, test } from '@jest/globals';
import type { Source } from '../../src/domain/incident.ts';
import { confirmationOf, independent, isOfficial } from '../../src/incidents/confirmation.ts';
import { createAtlas } from '../../src/incidents/knowledge.ts';
import { knowledge } from './knowledge.ts';
import { feedOf, reportOf, START, type Telling } from './story.ts';

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
    expect(confirmationOf('unconfirmed', [left, right], false)).toBe(two ? 'corroborated' : 'unconfirmed');
  });

  test.each(OFFICIAL)('takes $name for official: $official', ({ telling, official }) => {
    expect(isOfficial(reportOf(telling), feedOf(telling), createAtlas(knowledge))).toBe(official);
  });

  test('never falls back', () => {
    const one = source('Daily Ledger');
    expect(confirmationOf('official', [one], false)).toBe('official');
    expect(confirmationOf('corroborated', [one], false)).toBe('corroborated');
  });
});
