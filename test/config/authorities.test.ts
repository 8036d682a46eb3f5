import { describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '../../src/config/catalogue.ts';
import { readAuthorities } from '../../src/config/gazetteers.ts';
import type { Fault } from '../../src/domain/errors.ts';

const { authorities } = loadCatalogue();

/** What a bank was called before, with no word in common. */
const FORMER = new Set(['Japan Net Bank']);
const SAYS_BANK = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}]*bank[\p{Script=Latin}\p{N}\p{P}\p{Z}]*$/iu;
const SMALL = new Set(['', 'of', 'the', 's', 'and', 'banks', 'banking']);

const fold = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i');
const wordsOf = (name: string): readonly string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
const initialsOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');
/** The words that tell it from other banks; CommBank is Comm. */
const ownWords = (name: string): readonly string[] =>
  wordsOf(name)
    .map((word) => word.replace(/bank$/, ''))
    .filter((word) => !SMALL.has(word));

const isRelated = (one: string, other: string): boolean =>
  [ownWords(one), [initialsOf(one)]]
    .flat()
    .some((left) =>
      [ownWords(other), [initialsOf(other)]]
        .flat()
        .some((right) => left !== '' && right !== '' && (left.startsWith(right) || right.startsWith(left))),
    );

/** Names of an entry that no chain of common words or initials joins to its own name. */
const strangersIn = (name: string, names: readonly string[]): readonly string[] => {
  const joined = new Set([name]);
  for (const _ of names)
    for (const other of names) if ([...joined].some((known) => isRelated(known, other))) joined.add(other);
  return names.filter((other) => SAYS_BANK.test(other) && !joined.has(other));
};

describe('a bank of the catalogue', () => {
  test('goes by no name of another bank', () => {
    const strangers = authorities
      .filter(({ type, isSort }) => type === 'bank' && isSort !== true)
      .flatMap(({ id, name, aliases }) =>
        strangersIn(
          name,
          aliases.map(({ text }) => text),
        )
          .filter((other) => !FORMER.has(other))
          .map((other) => `${id}: ${other}`),
      );
    expect(strangers).toEqual([]);
  });

  test.each([
    ['HDFC Bank', ['HDFC', 'ICICI Bank', 'Indian banks'], ['ICICI Bank', 'Indian banks']],
    ['PrivatBank', ['Oschadbank', 'Sense Bank'], ['Oschadbank', 'Sense Bank']],
    ['National Australia Bank', ['NAB Bank'], []],
    ['JPMorgan', ['JPMorgan Chase', 'Chase Bank'], []],
  ])('of the names of %s, strangers are told', (name, names, strangers) => {
    expect(strangersIn(name, names)).toEqual(strangers);
  });
});

describe('an entry of the catalogue', () => {
  const ids = new Set(authorities.map(({ id }) => id));

  test('is part of one that is listed', () => {
    expect(authorities.filter(({ partOf }) => partOf !== undefined && !ids.has(partOf))).toEqual([]);
  });

  test('is a sort where it is marked as one', () => {
    const faults: Fault[] = [];
    const entry = 'authorities:\n  - {id: a, name: A banks, type: bank, sort: true}\n';
    expect(readAuthorities({ file: 'config/x.yaml', source: entry }, faults)).toEqual([
      expect.objectContaining({ id: 'a', isSort: true }),
    ]);
    expect(faults).toEqual([]);
  });

  test('is a sort where it is called "banks"', () => {
    const plural = authorities.filter(({ type, name }) => type === 'bank' && / banks$/i.test(name));
    expect(plural.filter(({ isSort }) => isSort !== true).map(({ id }) => id)).toEqual(['ie-aib']);
  });
});
