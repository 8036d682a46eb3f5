import { describe, expect, test } from '@jest/globals';
import { type Backlog, createBacklog } from '../../src/delivery/backlog.ts';
import type { Job } from '../../src/delivery/company.ts';
import type { Destination } from '../../src/domain/destination.ts';
import { chat } from './support/builders.ts';

interface Named extends Job {
  readonly name: string;
}

const job = (name: string, chats: readonly number[], more: Partial<Named> = {}): Named => ({
  name,
  rank: 1,
  createdAt: 0,
  to: chats.map((at) => chat(at)),
  company: 'merge',
  ...more,
});

const backlogOf = (waitFor: (destination: Destination, now: number) => number = () => 0): Backlog<Named> =>
  createBacklog<Named>({ waitFor, handful: 5 });

/** Takes turns until nothing is left, each ended at once; `chat: names` of each turn. */
const drain = (backlog: Backlog<Named>, now = 0): string[] => {
  const turns: string[] = [];
  for (let turn = backlog.next(now); turn !== undefined; turn = backlog.next(now)) {
    turns.push(`${turn.chain.destination.chat}: ${turn.jobs.map(({ name }) => name).join(' ')}`);
    backlog.free(turn.chain);
  }
  return turns;
};

describe('backlog', () => {
  test('gives the gravest, then the oldest', () => {
    const backlog = backlogOf();
    backlog.add(job('new', [1], { createdAt: 2 }));
    backlog.add(job('old', [2], { createdAt: 1 }));
    backlog.add(job('edit', [3], { rank: -1 }));
    backlog.add(job('grave', [4], { rank: 3, createdAt: 3 }));
    expect(drain(backlog)).toEqual(['4: grave', '2: old', '1: new', '3: edit']);
  });

  test('gives every chat its first alert before any its second', () => {
    const backlog = backlogOf();
    backlog.add(job('a', [1, 2, 3], { createdAt: 1 }));
    backlog.add(job('b', [1, 2, 3], { createdAt: 2 }));
    expect(drain(backlog).map((turn) => turn.split(' ')[1])).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
  });

  test('starts in another chat in another run', () => {
    const firstOf = (firstTurn: number): string | undefined => {
      const backlog = createBacklog<Named>({ waitFor: () => 0, handful: 5, firstTurn });
      backlog.add(job('a', [1, 2, 3, 4, 5]));
      return drain(backlog)[0];
    };
    expect(new Set([0, 1, 2].map(firstOf)).size).toBe(3);
  });

  test('never has two turns for one destination at once', () => {
    const backlog = backlogOf();
    backlog.add(job('a', [1]));
    backlog.add(job('b', [1]));
    const first = backlog.next(0);
    expect(backlog.next(0)).toBeUndefined();
    if (first !== undefined) backlog.free(first.chain);
    expect(backlog.next(0)?.jobs.map(({ name }) => name)).toEqual(['b']);
  });

  test('a chat that must wait is passed over, and comes first when it may go on', () => {
    const backlog = backlogOf(({ chat: id }, now) => (id === '1' ? Math.max(0, 100 - now) : 0));
    backlog.add(job('a', [1], { createdAt: 1 }));
    backlog.add(job('b', [2], { createdAt: 2 }));
    expect(drain(backlog)).toEqual(['2: b']);
    expect(backlog.wakesAt()).toBe(100);
    backlog.add(job('c', [3], { createdAt: 3 }));
    expect(drain(backlog, 100)).toEqual(['1: a', '3: c']);
  });

  test('what came back is tried when its time has come, before what is newer', () => {
    const backlog = backlogOf();
    backlog.add(job('a', [1]));
    const turn = backlog.next(0);
    if (turn !== undefined) backlog.free(turn.chain, { back: turn.jobs, notBefore: 50 });
    backlog.add(job('b', [1], { createdAt: 9 }));
    expect([drain(backlog, 49), backlog.size()]).toEqual([[], 2]);
    expect(drain(backlog, 50)).toEqual(['1: a', '1: b']);
  });

  test('merges more than a handful, but nothing critical', () => {
    const backlog = backlogOf();
    backlog.add(job('critical', [1], { rank: 3, company: 'alone' }));
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) backlog.add(job(name, [1]));
    expect(drain(backlog)).toEqual(['1: critical', '1: a b c d e f']);
  });

  test('a handful goes one by one', () => {
    const backlog = backlogOf();
    for (const name of ['a', 'b', 'c', 'd', 'e']) backlog.add(job(name, [1]));
    expect(drain(backlog)).toHaveLength(5);
  });

  test('what is due in a digest goes together, however little it is', () => {
    const backlog = backlogOf();
    backlog.add(job('a', [1], { company: 'bundle', rank: 0 }));
    backlog.add(job('b', [1], { company: 'bundle', rank: 0 }));
    expect(drain(backlog)).toEqual(['1: a b']);
  });

  test('what was bundled before goes out as the same bundle', () => {
    const backlog = backlogOf();
    for (const name of ['a', 'b']) backlog.add(job(name, [1], { bundle: 'x' }));
    for (const name of ['c', 'd', 'e', 'f', 'g', 'h']) backlog.add(job(name, [1], { createdAt: 1 }));
    expect(drain(backlog)).toEqual(['1: a b', '1: c d e f g h']);
  });

  test('counts what is owed', () => {
    const backlog = backlogOf();
    backlog.add(job('a', [1, 2, 3]));
    backlog.next(0);
    expect(backlog.size()).toBe(2);
  });
});

describe('what may have been sent before', () => {
  const resumed = (name: string, more: Partial<Named> = {}): Named =>
    job(name, [1], { resumed: true, ...more });
  const addFresh = (backlog: Backlog<Named>): void => {
    for (const name of ['p', 'q', 'r', 's', 't', 'u']) backlog.add(job(name, [1], { createdAt: 9 }));
  };

  test('by a former run goes alone, though something graver had its turn since', () => {
    const backlog = backlogOf();
    backlog.add(resumed('critical', { rank: 3, company: 'alone' }));
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) backlog.add(resumed(name));
    expect(drain(backlog)).toEqual(['1: critical', '1: a', '1: b c d e f g']);
  });

  test('by a former run is not merged into what is graver', () => {
    const backlog = backlogOf();
    backlog.add(resumed('low', { rank: 0 }));
    addFresh(backlog);
    expect(drain(backlog)).toEqual(['1: p q r s t u', '1: low']);
  });

  test('by an attempt that was not answered goes alone when it is tried again', () => {
    const backlog = backlogOf();
    backlog.add(job('a', [1]));
    const turn = backlog.next(0);
    addFresh(backlog);
    if (turn !== undefined) backlog.free(turn.chain, { back: turn.jobs, tried: true });
    expect(drain(backlog)).toEqual(['1: a', '1: p q r s t u']);
  });

  test('stays uncertain while it is refused for haste', () => {
    const backlog = backlogOf();
    backlog.add(job('a', [1]));
    const first = backlog.next(0);
    if (first !== undefined) backlog.free(first.chain, { back: first.jobs, tried: true });
    const second = backlog.next(0);
    if (second !== undefined) backlog.free(second.chain, { back: second.jobs, tried: false });
    expect([first?.again, second?.again, backlog.next(0)?.again]).toEqual([false, true, true]);
  });

  test.each([
    ['a new alert', {}, false],
    ['an alert of a former run', { resumed: true }, true],
    ['a digest of a former run that was pinned', { resumed: true, company: 'bundle', bundle: 'x' }, true],
    ['a digest of a former run that was only due', { resumed: true, company: 'bundle' }, false],
  ] as const)('%s', (_, more, again) => {
    const backlog = backlogOf();
    backlog.add(job('a', [1], more));
    expect(backlog.next(0)?.again).toBe(again);
  });
});
