import { describe, expect, test } from '@jest/globals';
import { createLogger } from '../../src/ops/logger.ts';
import { createRedactor, hashChat } from '../../src/ops/redact.ts';

const SECRET = '123456:AA/bb+cc';

const written = (level: 'debug' | 'warn', log: (logger: ReturnType<typeof createLogger>) => void): string => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  log(createLogger({ level, secrets: [SECRET], destination }));
  return lines.join('');
};

describe('a secret', () => {
  test.each([
    ['raw', `https://api.example/bot${SECRET}/getMe`],
    ['URL-encoded', `https://api.example/?token=${encodeURIComponent(SECRET)}`],
  ])('is cut out where it is %s', (_form, text) => {
    expect(createRedactor([SECRET])(text)).toMatch(/\[redacted\]/);
    expect(createRedactor([SECRET])(text)).not.toContain('AA');
  });

  test('of less than six characters would blank innocent text, and is left', () => {
    expect(createRedactor(['able'])('unable')).toBe('unable');
  });

  test('never reaches the log: not in a field, not in an error, not in its cause', () => {
    const error = new Error('outer', { cause: new Error(`at ${encodeURIComponent(SECRET)}`) });
    const text = written('debug', (logger) => logger.error('failed', { error, url: SECRET }));
    expect(text).toContain('"event":"failed"');
    expect(text).not.toContain('AA');
  });
});

describe('the log', () => {
  test('leaves out what is below its level', () => {
    expect(written('warn', (logger) => logger.info('started'))).toBe('');
  });
});

describe('a chat', () => {
  test('is told apart in the log, and not told', () => {
    expect(hashChat('123')).toBe(hashChat('123'));
    expect(hashChat('123')).not.toBe(hashChat('124'));
    expect(hashChat('-1001234567890')).toMatch(/^[0-9a-f]{10}$/);
  });
});
