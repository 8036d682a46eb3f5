import { describe, expect, it } from '@jest/globals';
import { groupBy } from '../../src/domain/group-by.ts';

describe('groupBy', () => {
  it('keeps keys and items in the order in which they come', () => {
    const groups = groupBy(['ban', 'warning', 'block', 'bank'], (word) => word.charAt(0));
    expect([...groups]).toEqual([
      ['b', ['ban', 'block', 'bank']],
      ['w', ['warning']],
    ]);
  });

  it('tells keys apart as a map does', () => {
    expect([...groupBy([1, '1', 1], (key) => key).keys()]).toEqual([1, '1']);
  });
});
