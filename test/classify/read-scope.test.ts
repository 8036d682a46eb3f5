import { describe, expect, test } from '@jest/globals';
import { readScope } from '../../src/classify/read-scope.ts';
import { readWith } from '../support/read-with.ts';

const scopeOf = (title: string, isLocal = false) => {
  const { document, mentions } = readWith(title);
  return readScope(mentions.cues, new Set(document.tokens.map(({ clause }) => clause)), isLocal);
};

describe('scope', () => {
  test('lists the functions that the text names', () => {
    expect(scopeOf('Crypto exchange halts withdrawals and deposits').functions).toEqual([
      'deposits',
      'withdrawals',
    ]);
  });

  test('tells new users from all users', () => {
    expect(scopeOf('Crypto exchange stops registration of new users').users).toBe('new');
    expect(scopeOf('Crypto exchange halts withdrawals for all users').users).toBe('all');
  });

  test('speaks of residents only where a place is told', () => {
    expect(scopeOf('Crypto exchange blocks local users', true).users).toBe('residents');
    expect(scopeOf('Crypto exchange blocks local users', false).users).toBeUndefined();
  });

  test('tells the local firm', () => {
    expect(scopeOf('Regulator bars the local subsidiary of the crypto exchange').entity).toBe('local-firm');
  });

  test('says nothing where the text says nothing', () => {
    expect(scopeOf('Binance fined')).toEqual({});
  });

  test('leaves out what other clauses say', () => {
    const { mentions } = readWith('Regulator bans Binance; rival halts withdrawals');
    expect(readScope(mentions.cues, new Set([0]), false).functions).toBeUndefined();
  });
});
