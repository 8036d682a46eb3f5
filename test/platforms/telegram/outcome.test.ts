import { describe, expect, test } from '@jest/globals';
import { TelegramFault } from '../../../src/platforms/telegram/call.ts';
import { outcomeOf } from '../../../src/platforms/telegram/outcome.ts';

const HERE = { platform: 'telegram', chat: '-5', thread: '7' } as const;
const refused = (code: number, description: string, more: { retryAfter?: number; migrateTo?: number } = {}) =>
  outcomeOf(new TelegramFault('sendMessage', { refusal: { code, description, ...more } }), HERE);

describe('what Telegram says means', () => {
  test.each([
    [403, 'Forbidden: bot was blocked by the user', 'gone'],
    [403, 'Forbidden: user is deactivated', 'gone'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'gone'],
    [403, 'Forbidden: bot is not a member of the channel chat', 'gone'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'gone'],
    [400, 'Bad Request: chat not found', 'gone'],
    [400, 'Bad Request: message thread not found', 'gone'],
    [400, 'Bad Request: TOPIC_CLOSED', 'forbidden'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'forbidden'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'forbidden'],
    [400, 'Bad Request: need administrator rights in the channel chat', 'forbidden'],
    [403, 'Forbidden: something new', 'forbidden'],
    [400, 'Bad Request: message to be replied not found', 'reply-lost'],
    [400, 'Bad Request: message to edit not found', 'reply-lost'],
    [400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3", 'rejected'],
    [400, 'Bad Request: message is too long', 'rejected'],
    [404, 'Not Found: method not found', 'rejected'],
    [401, 'Unauthorized', 'unauthorised'],
    [404, 'Not Found', 'unauthorised'],
    [500, 'Internal Server Error', 'later'],
    [429, 'Too Many Requests: retry after 5', 'later'],
  ])('%d "%s": %s', (code, description, kind) => {
    expect(refused(code, description).kind).toBe(kind);
  });

  test('waits as long as Telegram asks', () => {
    expect(refused(429, 'Too Many Requests: retry after 41', { retryAfter: 41 })).toMatchObject({
      afterMs: 41_000,
    });
  });

  test('keeps the topic of a group that moved', () => {
    expect(refused(400, 'Bad Request: group chat was upgraded', { migrateTo: -100 })).toEqual({
      kind: 'moved',
      destination: { platform: 'telegram', chat: '-100', thread: '7' },
    });
  });
});

describe('without an answer', () => {
  test.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['ECONNRESET', 'unknown'],
    ['timeout', 'unknown'],
    ['unreadable', 'unknown'],
  ])('%s means %s', (network, kind) => {
    expect(outcomeOf(new TelegramFault('sendMessage', { network }), HERE).kind).toBe(kind);
  });

  test('a bug of ours is said, not sent again', () => {
    expect(outcomeOf(new TypeError('x is undefined'), HERE).kind).toBe('rejected');
  });
});
