import { describe, expect, test } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import { type Board, createBoard } from '../../src/incidents/board.ts';
import { HISTORY } from '../../src/incidents/past.ts';
import { correlator, nowOf, type Telling, tell } from './story.ts';

const STORY: readonly Telling[] = [
  { title: 'UK bans Binance', exchanges: ['binance'], jurisdictions: ['GB'], authority: 'fca', day: 10 },
  { title: 'EU bars OKX', exchanges: ['okx'], jurisdictions: ['EU'], authority: 'esma', day: 20 },
  {
    title: 'New York bars Binance',
    exchanges: ['binance'],
    jurisdictions: ['US'],
    subdivisions: ['US-NY'],
    authority: 'nydfs',
    day: 0,
  },
  { title: 'Russia blocks Kraken', exchanges: ['kraken'], jurisdictions: ['RU'], authority: 'rkn', day: 30 },
  {
    title: 'Russia unblocks Kraken',
    exchanges: ['kraken'],
    jurisdictions: ['RU'],
    authority: 'rkn',
    stage: 'eased',
    day: 60,
  },
];

const board = (): Board => {
  const lane = correlator();
  for (const telling of STORY) tell(lane, telling);
  return createBoard(lane.all(), (code) => (code === 'DE' ? ['EU'] : []));
};

/** Written down afterwards. */
const past: Incident = (() => {
  const [incident] = board().latest(1);
  if (incident === undefined) throw new Error('the story has incidents');
  const [source] = incident.sources;
  return { ...incident, id: 'past', sources: [{ ...source, feedId: HISTORY }] };
})();

const titles = (incidents: ReturnType<Board['latest']>): readonly string[] =>
  incidents.map(({ sources: [{ title }] }) => title);

describe('the board', () => {
  test('tells what stands, the last first, and leaves out what was lifted', () => {
    expect(titles(board().standing({}))).toEqual(['EU bars OKX', 'UK bans Binance', 'New York bars Binance']);
  });

  test.each([
    { place: 'GB', told: ['UK bans Binance'] },
    { place: 'DE', told: ['EU bars OKX'] },
    { place: 'US', told: ['New York bars Binance'] },
    { place: 'US-NY', told: ['New York bars Binance'] },
    { place: 'US-TX', told: [] },
    { place: 'RU', told: [] },
  ])('tells what stands in $place', ({ place, told }) => {
    expect(titles(board().standing({ jurisdiction: place }))).toEqual(told);
  });

  test('tells what stands against an exchange in a place', () => {
    expect(titles(board().standing({ exchange: 'binance', jurisdiction: 'GB' }))).toEqual([
      'UK bans Binance',
    ]);
  });

  test('keeps what was lifted in the timeline of the exchange, oldest first', () => {
    expect(titles(board().timeline('kraken'))).toEqual(['Russia blocks Kraken']);
    expect(titles(board().timeline('binance'))).toEqual(['New York bars Binance', 'UK bans Binance']);
  });

  test('gives the latest so many', () => {
    expect(titles(board().latest(1))).toEqual(['Russia blocks Kraken']);
  });

  test('finds an incident by the beginning of its id', () => {
    const [latest] = board().latest(1);
    const id = latest?.id ?? '';
    expect(board().find(id.slice(0, 8))).toEqual([latest]);
    expect(board().find(id)).toEqual([latest]);
    expect(board().find('')).toEqual([]);
  });

  test('says since when we have been looking, whatever the history tells', () => {
    const filled = board();
    filled.put({ ...past, openedAt: 0, happenedAt: 0 });
    expect(filled.since()).toBe(nowOf({ title: 'the first', day: 0 }));
    expect(createBoard([past], () => []).since()).toBeUndefined();
  });

  test('shows a merged incident only by its id', () => {
    const filled = board();
    const [latest] = filled.latest(1);
    if (latest === undefined) throw new Error('the story has incidents');
    filled.put({ ...latest, mergedInto: 'older' });
    expect(filled.latest(9)).not.toContainEqual(expect.objectContaining({ id: latest.id }));
    expect(filled.find(latest.id)).toHaveLength(1);
  });

  test('forgets what is removed', () => {
    const filled = board();
    for (const { id } of filled.timeline('binance')) filled.remove(id);
    expect(filled.standing({ exchange: 'binance' })).toEqual([]);
  });
});
