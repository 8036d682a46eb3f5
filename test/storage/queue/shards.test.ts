import { describe, expect, test } from '@jest/globals';
import { SHARDS, shardOf, splitByShard } from '../../../src/storage/queue/shards.ts';
import { aBroadcast, telegram } from '../../support/store-fixtures.ts';

const chats = (count: number) => Array.from({ length: count }, (_, at) => telegram(`${1_000_000 + at}`));

describe('the shards of chats', () => {
  test('keep all threads of a chat together, whose pace is one', () => {
    expect(shardOf(telegram('-100123', '7'))).toBe(shardOf(telegram('-100123')));
  });

  test('are about equally large', () => {
    const sizes = new Map<number, number>();
    for (const chat of chats(16_000)) sizes.set(shardOf(chat), (sizes.get(shardOf(chat)) ?? 0) + 1);
    expect(sizes.size).toBe(SHARDS);
    for (const size of sizes.values()) expect(Math.abs(size - 1000)).toBeLessThan(150);
  });

  test('split a broadcast so that everybody stands in one part, of at most 1,000', () => {
    const to = chats(40_000);
    const parts = [...splitByShard(aBroadcast('b', to)).values()].flat();
    expect(parts.flatMap((part) => part.to).toSorted((a, b) => a.chat.localeCompare(b.chat))).toEqual(to);
    expect(Math.max(...parts.map((part) => part.to.length))).toBeLessThanOrEqual(1000);
  });

  test('give a part the same id whenever it is split again', () => {
    const idsOf = () => [...splitByShard(aBroadcast('b', chats(50))).values()].flat().map(({ id }) => id);
    expect(new Set(idsOf()).size).toBe(idsOf().length);
    expect(idsOf()).toEqual(idsOf());
  });
});
