import { describe, expect, test } from '@jest/globals';
import { healthNotices } from '../../src/feeds/health-notices.ts';
import { aFeed, aFeedState } from '../support/feed-builders.ts';

const changes = (before: object, after: object): string[] =>
  healthNotices(aFeed(), aFeedState(before), aFeedState(after)).map(({ change }) => change);

describe('healthNotices', () => {
  test.each([
    ['a feed dies', {}, { health: 'gone' }, ['gone']],
    ['it stays dead', { health: 'gone' }, { health: 'gone' }, []],
    ['it is blocked', { failures: 1, health: 'failing' }, { health: 'blocked' }, ['blocked']],
    ['it stays blocked', { health: 'blocked' }, { health: 'blocked' }, []],
    [
      'it fails for the fifth time',
      { failures: 4, health: 'failing' },
      { failures: 5, health: 'failing' },
      ['failing'],
    ],
    ['it fails once', {}, { failures: 1, health: 'failing' }, []],
    ['it fails on', { failures: 5, health: 'failing' }, { failures: 6, health: 'failing' }, []],
    ['it answers again', { failures: 7, health: 'failing' }, { health: 'ok' }, ['recovered']],
    ['it answers after one failure', { failures: 1, health: 'failing' }, { health: 'ok' }, []],
    ['it moves', {}, { url: 'https://new.example/' }, ['moved']],
    ['it stays where it moved', { url: 'https://new.example/' }, { url: 'https://new.example/' }, []],
  ])('when %s: %j to %j tells %j', (_what, before, after, told) => {
    expect(changes(before, after)).toEqual(told);
  });
});
