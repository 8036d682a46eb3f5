import { describe, expect, test } from '@jest/globals';
import { backoff, type Tried, type Verdict, verdictOn } from '../../src/delivery/outcome-policy.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/instant.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { chat } from './support/builders.ts';

const FIRST: Tried = { attempts: 1, withoutReply: false, asPlainText: false };
const retry = (afterMs: number, more: { everyone?: boolean; slower?: boolean } = {}): Verdict => ({
  do: 'retry',
  afterMs,
  everyone: false,
  slower: false,
  ...more,
});

const CASES: readonly [title: string, outcome: Outcome, tried: Partial<Tried>, verdict: Verdict][] = [
  ['sent is recorded', { kind: 'sent', messageId: 'm' }, {}, { do: 'record', messageId: 'm' }],
  [
    '429 waits as long as it says',
    { kind: 'later', afterMs: 7 * SECOND, why: '429' },
    {},
    retry(7 * SECOND, { slower: true }),
  ],
  [
    '… however often it came',
    { kind: 'later', afterMs: SECOND, why: 'Too Many Requests: retry after 1' },
    { attempts: 9 },
    retry(SECOND, { slower: true }),
  ],
  ['… for hours', { kind: 'later', afterMs: 12 * HOUR, why: '429' }, {}, retry(12 * HOUR, { slower: true })],
  ['… a day at most', { kind: 'later', afterMs: 9 * DAY, why: '429' }, {}, retry(DAY, { slower: true })],
  [
    '… for the whole platform where it is meant so',
    { kind: 'later', afterMs: SECOND, why: '429', everyone: true },
    {},
    retry(SECOND, { slower: true, everyone: true }),
  ],
  [
    'a fault of the server is left alone',
    { kind: 'later', afterMs: 5 * SECOND, why: '502 Bad Gateway' },
    {},
    retry(5 * SECOND),
  ],
  [
    '… for longer each time',
    { kind: 'later', afterMs: 5 * SECOND, why: 'ECONNREFUSED' },
    { attempts: 5 },
    retry(16 * SECOND),
  ],
  ['unknown is tried again', { kind: 'unknown', why: 'timeout' }, {}, retry(SECOND)],
  [
    '… not for ever',
    { kind: 'unknown', why: 'timeout' },
    { attempts: 51 },
    { do: 'park', why: 'unknown 51 times: timeout' },
  ],
  [
    'gone puts the subscription to sleep',
    { kind: 'gone', why: 'blocked' },
    {},
    { do: 'suspend', state: 'gone' },
  ],
  [
    'forbidden too, with the right that is missing',
    { kind: 'forbidden', right: 'embed' },
    {},
    { do: 'suspend', state: 'forbidden', right: 'embed' },
  ],
  [
    'moved takes the subscription along',
    { kind: 'moved', destination: chat(-1) },
    {},
    { do: 'move', destination: chat(-1) },
  ],
  [
    'rejected is sent as plain text',
    { kind: 'rejected', why: 'entities' },
    {},
    { do: 'resend-as-plain-text' },
  ],
  [
    '… then parked',
    { kind: 'rejected', why: 'entities' },
    { asPlainText: true },
    { do: 'park', why: 'entities' },
  ],
  ['a lost reply is sent without it', { kind: 'reply-lost' }, {}, { do: 'resend-without-reply' }],
  [
    '… then parked',
    { kind: 'reply-lost' },
    { withoutReply: true },
    { do: 'park', why: 'reply lost without a reply' },
  ],
  [
    'a refused token stops the platform',
    { kind: 'unauthorised', why: '401' },
    {},
    { do: 'stop-platform', why: '401' },
  ],
];

describe('outcome policy', () => {
  test.each(CASES)('%s', (_title, outcome, tried, verdict) => {
    expect(verdictOn(outcome, { ...FIRST, ...tried })).toEqual(verdict);
  });

  test('backs off from a second to five minutes', () => {
    expect([1, 2, 3, 9, 10, 1000].map(backoff)).toEqual([
      SECOND,
      2 * SECOND,
      4 * SECOND,
      256 * SECOND,
      5 * MINUTE,
      5 * MINUTE,
    ]);
  });
});
