import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromDeepLink, LONGEST_LINK, toDeepLink } from '../../src/commands/deep-link.ts';
import { createFilterWords } from '../../src/commands/filter-words.ts';
import { createFilterParser, EVERYTHING, type Wish } from '../../src/commands/parse-filter.ts';
import { CADENCES } from '../../src/domain/subscription.ts';
import { KINDS, SEVERITIES } from '../../src/domain/taxonomy.ts';
import { CATALOGUE, WORDS } from './stage.ts';

const some = <T>(from: readonly T[], maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...from), { maxLength });

const wishes = (words: fc.Arbitrary<string[]>): fc.Arbitrary<Wish> =>
  fc
    .record({
      exchanges: some(
        CATALOGUE.exchanges.map(({ id }) => id),
        5,
      ),
      jurisdictions: some(['NG', 'US', 'US-NY', 'IN', 'NO', 'EU', 'GE', 'CN', 'IT'], 6),
      kinds: some(KINDS, 13).map((kinds) => KINDS.filter((kind) => kinds.includes(kind))),
      direction: fc.constantFrom(undefined, 'tightens' as const, 'eases' as const),
      minSeverity: fc.constantFrom(...SEVERITIES),
      words,
      onlyWhenNamed: fc.boolean(),
    })
    .map(({ direction, ...wish }) => (direction === undefined ? wish : { ...wish, direction }));

describe('a wish as a link', () => {
  test('comes back as it was, in 64 letters that every link may carry', () => {
    const cadences = fc.constantFrom(undefined, ...CADENCES);
    fc.assert(
      fc.property(wishes(fc.constant([])), cadences, (filter, cadence) => {
        const linked = cadence === undefined ? { filter } : { filter, cadence };
        const link = toDeepLink(linked) ?? '';
        expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
        expect(fromDeepLink(link, CATALOGUE)).toEqual(linked);
      }),
    );
  });

  test('is refused when one letter is wrong or missing', () => {
    const link = toDeepLink({ filter: { ...EVERYTHING, exchanges: ['okx'], jurisdictions: ['NG'] } }) ?? '';
    const broken = [...link].flatMap((letter, at) => [
      link.slice(0, at) + link.slice(at + 1),
      link.slice(0, at) + (letter === 'A' ? 'B' : 'A') + link.slice(at + 1),
    ]);
    expect(broken.filter((each) => fromDeepLink(each, CATALOGUE) !== undefined)).toEqual([]);
  });

  test('follows an exchange to its new id', () => {
    const link = toDeepLink({ filter: { ...EVERYTHING, exchanges: ['okex'] } }) ?? '';
    expect(fromDeepLink(link, CATALOGUE)?.filter.exchanges).toEqual(['okx']);
  });

  test('is not made where the wish does not fit', () => {
    const jurisdictions = [
      'NG',
      'US',
      'DE',
      'FR',
      'IT',
      'ES',
      'PT',
      'NL',
      'BE',
      'AT',
      'CH',
      'SE',
      'NO',
      'DK',
      'FI',
      'PL',
      'CZ',
      'HU',
      'RO',
    ];
    expect(toDeepLink({ filter: { ...EVERYTHING, jurisdictions } })).toBeUndefined();
    expect(toDeepLink({ filter: { ...EVERYTHING, words: ['withdrawals'] } })).toBeUndefined();
  });
});

describe('a wish as words', () => {
  const { parse, lexicon } = createFilterParser(CATALOGUE, WORDS);
  const filterWords = createFilterWords(lexicon, WORDS);
  const word = fc.stringMatching(/^[a-zа-я]([a-zа-я ,.-]{0,8}[a-zа-я])?$/);

  test('is read back as the same wish, in every language', () => {
    fc.assert(
      fc.property(
        wishes(fc.uniqueArray(word, { maxLength: 2 })),
        fc.constantFrom(...WORDS.languages),
        (wish, language) => {
          expect(parse(filterWords(wish, language), language)).toMatchObject({ ok: true, filter: wish });
        },
      ),
      { numRuns: 300 },
    );
  });
});
