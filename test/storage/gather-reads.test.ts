import { describe, expect, test } from '@jest/globals';
import { gatherReads } from '../../src/storage/gather-reads.ts';

const openRows = (rows: Readonly<Record<string, string>>, isUnreadable: (key: string) => boolean) => {
  const questions: (readonly string[])[] = [];
  const answer = (keys: readonly string[]): (string | undefined)[] => {
    questions.push(keys);
    const bad = keys.find(isUnreadable);
    if (bad !== undefined) throw new Error(`${bad} is no JSON`);
    return keys.map((key) => rows[key]);
  };
  return {
    questions,
    get: async (key: string) => answer([key])[0],
    getMany: async (keys: string[]) => answer(keys),
  };
};

const ROWS = { a: 'A', b: 'B', c: 'C' };

describe('reads that are asked for in one turn', () => {
  test('become one question, and each has its own answer', async () => {
    const rows = openRows(ROWS, () => false);
    const read = gatherReads(rows, 100);
    const settled = Promise.resolve();
    const wanted = ['c', 'a', 'nothing', 'a'].map((key) => settled.then(() => read(key)));
    expect(await Promise.all(wanted)).toEqual(['C', 'A', undefined, 'A']);
    expect(rows.questions).toEqual([['c', 'a', 'nothing', 'a']]);
  });

  test('are asked alone where there is but one', async () => {
    const rows = openRows(ROWS, () => false);
    const read = gatherReads({ ...rows, getMany: () => Promise.reject(new Error('not for one')) }, 100);
    expect(await read('b')).toBe('B');
    expect(await read('c')).toBe('C');
  });

  test('are so many together at most', async () => {
    const rows = openRows(ROWS, () => false);
    const read = gatherReads(rows, 2);
    expect(await Promise.all(['a', 'b', 'c'].map(read))).toEqual(['A', 'B', 'C']);
    expect(rows.questions).toEqual([['a', 'b'], ['c']]);
  });

  test('fail alone where one row cannot be read', async () => {
    const rows = openRows(ROWS, (key) => key === 'b');
    const read = gatherReads(rows, 100);
    const [a, b, c] = await Promise.allSettled(['a', 'b', 'c'].map(read));
    expect([a, c]).toEqual([
      { status: 'fulfilled', value: 'A' },
      { status: 'fulfilled', value: 'C' },
    ]);
    expect(b).toMatchObject({ status: 'rejected', reason: new Error('b is no JSON') });
  });
});
