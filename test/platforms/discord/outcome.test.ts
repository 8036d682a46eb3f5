import { describe, expect, test } from '@jest/globals';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { outcomeOf } from '../../../src/platforms/discord/outcome.ts';

const apiError = (status: number, code: number | undefined): DiscordAPIError =>
  new DiscordAPIError(
    { code, message: 'Said so' } as never,
    code as number,
    status,
    'POST',
    'https://discord.com/api',
    {
      body: undefined,
      files: undefined,
    },
  );

const networkError = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('an error of the REST client', () => {
  test.each([
    [403, 50001, { kind: 'forbidden', right: 'view-channel' }],
    [403, 50013, { kind: 'forbidden', right: 'send-messages' }],
    [400, 40067, { kind: 'forbidden', right: 'forum-tag' }],
    [403, 50278, { kind: 'forbidden', right: 'mutual-server' }],
    [400, 160005, { kind: 'forbidden', right: 'open-thread' }],
    [404, 10003, { kind: 'gone' }],
    [404, 10004, { kind: 'gone' }],
    [403, 50007, { kind: 'gone' }],
    [404, 10008, { kind: 'reply-lost' }],
    [400, 160002, { kind: 'reply-lost' }],
    [401, 0, { kind: 'unauthorised' }],
    [400, 50035, { kind: 'rejected', why: '50035 Said so' }],
    [403, 20028, { kind: 'later', afterMs: 60_000 }],
    [403, undefined, { kind: 'later', afterMs: 600_000, everyone: true }],
  ] as const)('with status %s and code %s has its outcome', (status, code, outcome) => {
    expect(outcomeOf(apiError(status, code))).toMatchObject(outcome);
  });

  test('with a fault of the server is tried again later', () => {
    const error = new HTTPError(503, 'Unavailable', 'POST', 'https://discord.com/api', {
      body: undefined,
      files: undefined,
    });
    expect(outcomeOf(error)).toEqual({ kind: 'later', afterMs: 5000, why: '503' });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s never left, and is tried again in a while',
    (code) => {
      expect(outcomeOf(networkError(code))).toEqual({ kind: 'later', afterMs: 5000, why: code });
    },
  );

  test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])('%s may have arrived', (code) => {
    expect(outcomeOf(networkError(code))).toEqual({ kind: 'unknown', why: code });
  });

  test('from our own deadline may have arrived', () => {
    expect(outcomeOf(new DOMException('too late', 'AbortError'))).toMatchObject({ kind: 'unknown' });
  });
});
