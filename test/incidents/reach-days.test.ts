import { describe, expect, test } from '@jest/globals';
import { reachDays } from '../../src/incidents/reach-days.ts';
import { pairOf, type Said } from './pair.ts';

/** A day or two of closings under one authority, as every paper lists them. */
const WAVE = { isWave: true, exchanges: 'unstated', authority: 'same' } as const;

describe('how far an act reaches', () => {
  test.each<[string, Said, number]>([
    ['one hand on one exchange', {}, 21],
    ['one hand, another word for it', { fields: { kin: 0.5 } }, 7],
    ['two hands on one exchange', { fields: { authority: 'apart' } }, 2],
    ['who leaves takes weeks', { kind: 'market-exit', fields: { authority: 'both-unnamed' } }, 60],
    [
      'who leaves closes accounts',
      { kind: 'account-freeze', before: 'market-exit', fields: { authority: 'unstated' }, alike: 0.5 },
      60,
    ],
    [
      'two orders in the same words',
      { kind: 'enforcement', fields: { authority: 'unstated' }, alike: 0.3 },
      14,
    ],
    ['two orders in other words', { kind: 'enforcement', fields: { authority: 'unstated' } }, 5],
    [
      'two orders by other names',
      { kind: 'enforcement', fields: { authority: 'unstated', kin: 0.5 }, alike: 0.4 },
      -1,
    ],
    ['a wave of closings', { kind: 'service-halt', fields: WAVE }, 10],
    ['a known hand on nobody by name', { fields: { exchanges: 'both-unnamed' } }, 14],
    ['any hand on nobody by name', { fields: { exchanges: 'both-unnamed', authority: 'unstated' } }, 5],
    ['whom a known body warns of, in other words', { kind: 'warning', fields: { exchanges: 'unstated' } }, 3],
    ['a known hand, named once', { fields: { exchanges: 'unstated' } }, 8],
    ['an arm of the hand', { fields: { exchanges: 'unstated', authority: 'chained' } }, 4],
    [
      'an arm of the hand, through one gate',
      { fields: { exchanges: 'unstated', authority: 'chained', through: 'same' } },
      8,
    ],
    ['any hand, named once', { fields: { exchanges: 'unstated', authority: 'unstated' } }, 4],
    [
      'any hand that warns of somebody',
      { kind: 'warning', fields: { exchanges: 'unstated', authority: 'unstated' } },
      2,
    ],
    [
      'any hand, another word for it, in like words',
      { fields: { exchanges: 'unstated', authority: 'unstated', kin: 0.5 }, alike: 0.3 },
      0,
    ],
    [
      'any hand, another word for it',
      { fields: { exchanges: 'unstated', authority: 'unstated', kin: 0.5 } },
      -1,
    ],
    ['elsewhere, nobody by name', { fields: { exchanges: 'unstated', place: 'unstated' } }, 0],
  ])('%s', (_, said, days) => {
    expect(reachDays(pairOf(said))).toBe(days);
  });
});

describe('how far it reaches where nobody says where', () => {
  test.each<[string, Said, number]>([
    ['a halt', { kind: 'service-halt', fields: { place: 'both-unstated', authority: 'both-unnamed' } }, 5],
    ['one hand', { fields: { place: 'both-unstated' } }, 5],
    ['any hand', { fields: { place: 'both-unstated', authority: 'both-unnamed' } }, -1],
    [
      'nearly the same, by nobody in particular',
      { fields: { place: 'both-unstated', authority: 'both-unnamed', kin: 0.6 } },
      0.5,
    ],
    ['nearly the same, by one hand', { fields: { place: 'both-unstated', kin: 0.6 } }, -1],
    ['in a bloc', { fields: { place: 'within' } }, 21],
    ['in a bloc, by another word', { fields: { place: 'within', kin: 0.5 } }, 1],
    ['said by one of them', { fields: { place: 'unstated' } }, 1],
    ['said by one of them, in like words', { fields: { place: 'unstated' }, alike: 0.5 }, 3],
  ])('%s', (_, said, days) => {
    expect(reachDays(pairOf(said))).toBe(days);
  });
});
