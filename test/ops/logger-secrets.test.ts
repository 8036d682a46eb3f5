import { expect, test } from '@jest/globals';
import { createLogger } from '../../src/ops/logger.ts';

const open = (secrets: readonly string[]) => {
  const lines: string[] = [];
  const logger = createLogger({
    level: 'debug',
    secrets,
    destination: { write: (line) => void lines.push(line) },
  });
  return { logger, lines };
};

test('a token is written nowhere, not even inside the cause of an error', () => {
  const { logger, lines } = open(['123:secret-token']);
  const cause = new Error('request to https://api/bot123%3Asecret-token/getMe failed');
  logger.error('failed', { error: new Error('123:secret-token is refused', { cause }) });
  expect(lines.join('')).not.toContain('secret-token');
  expect(lines.join('')).toContain('[redacted]');
});

test('ids of chats are hashed, in fields and in what an error carries', () => {
  const { logger, lines } = open([]);
  const error = Object.assign(new Error('refused'), { on: { payload: { chat_id: -100777555 } } });
  logger.warn('lost', { chat: '424242', outcome: { destination: { chat: '31337' } }, error });
  expect(lines.join('')).not.toMatch(/424242|31337|777555/);
  expect(lines.join('')).toMatch(/"chat":"[0-9a-f]{10}"/);
});
