import { describe, expect, test } from '@jest/globals';
import type { FeedAlarm, FeedState } from '../../src/domain/feed.ts';
import { DAY } from '../../src/domain/instant.ts';
import { healthNotices } from '../../src/feeds/health-notices.ts';
import { settleFailure } from '../../src/feeds/settle.ts';
import { aFeed, aFeedState, NOON } from '../support/feed-builders.ts';

const notices = (before: Partial<FeedState>, after: Partial<FeedState>) =>
  healthNotices(aFeed(), aFeedState(before), aFeedState(after));

const CASES: readonly (readonly [string, readonly FeedAlarm[], readonly FeedAlarm[], readonly string[]])[] = [
  ['nothing ails', [], [], []],
  ['a feed dies', [], ['gone'], ['gone']],
  ['it stays dead', ['gone'], ['gone'], []],
  ['a failing feed turns out to be dead', ['failing'], ['gone', 'failing'], ['gone']],
  ['it answers again', ['blocked', 'failing'], [], ['recovered']],
  ['it falls silent', [], ['silent'], ['silent']],
  ['it speaks again', ['silent'], [], ['heard-again']],
  ['its dates go off', [], ['dates-off'], ['dates-off']],
  ['its dates are right again', ['dates-off'], [], ['dates-right']],
  ['one thing ends and another begins', ['failing'], ['silent'], ['silent', 'recovered']],
];

describe('healthNotices', () => {
  test.each(CASES)('when %s: %j to %j tells %j', (_what, before, after, told) => {
    expect(notices({ alarms: before }, { alarms: after }).map(({ change }) => change)).toEqual(told);
  });

  test('tells where it moved, once', () => {
    const url = 'https://new.example/';
    expect(notices({}, { url })).toMatchObject([{ change: 'moved', detail: url }]);
    expect(notices({ url }, { url })).toEqual([]);
  });

  test('tells no second time where a redirect that a bad hour made us forget leads', () => {
    const url = 'https://new.example/';
    const timeout = { reason: 'timeout', detail: 'no whole answer in time', forgetUrl: true } as const;
    const afterwards = settleFailure(aFeed(), aFeedState({ url }), timeout, NOON, () => 0.5);
    expect(notices(afterwards, { ...afterwards, url })).toEqual([]);
    const other = 'https://newer.example/';
    expect(notices(afterwards, { ...afterwards, url: other })).toMatchObject([{ detail: other }]);
  });

  test('says what the server said, and what it had said when it is over', () => {
    const ailing = { alarms: ['blocked'], lastFailure: 'blocked: HTTP 403' } as const;
    expect(notices({}, ailing)).toMatchObject([{ detail: 'blocked: HTTP 403' }]);
    expect(notices(ailing, {})).toMatchObject([{ change: 'recovered', detail: 'blocked: HTTP 403' }]);
  });

  test('says for how long it has been silent, and how far its dates are off', () => {
    const silent = { alarms: ['silent'], lastEntryAt: NOON - 9 * DAY, lastPolledAt: NOON } as const;
    expect(notices({}, silent)).toMatchObject([{ length: 9 * DAY }]);
    const off = { alarms: ['dates-off'], dateOffsets: [3 * DAY] } as const;
    expect(notices({}, off)).toMatchObject([{ length: 3 * DAY }]);
  });
});
