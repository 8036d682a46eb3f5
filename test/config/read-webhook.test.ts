import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/config/settings.ts';

const SECRET = 'sixteen-letters-1';
const WHOLE = {
  TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram',
  TELEGRAM_WEBHOOK_SECRET: SECRET,
  HTTP_PORT: '9464',
};

const faultOf = (environment: Readonly<Record<string, string>>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    return String(error);
  }
  return '';
};

describe('the settings of a webhook', () => {
  test('are left out for a bot that polls', () => {
    expect(readSettings({}).telegramWebhook).toBeUndefined();
  });

  test('are an address and a secret', () => {
    expect(readSettings(WHOLE).telegramWebhook).toEqual({ url: WHOLE.TELEGRAM_WEBHOOK_URL, secret: SECRET });
  });

  test.each([
    [
      'an address without HTTPS',
      { TELEGRAM_WEBHOOK_URL: 'http://bot.example.org/telegram' },
      'TELEGRAM_WEBHOOK_URL',
    ],
    [
      'a port that Telegram does not know',
      { TELEGRAM_WEBHOOK_URL: 'https://bot.example.org:9464/x' },
      'Write https',
    ],
    ['an address without a path', { TELEGRAM_WEBHOOK_URL: 'https://bot.example.org' }, 'HOST/PATH'],
    ['no secret', { TELEGRAM_WEBHOOK_SECRET: '' }, 'TELEGRAM_WEBHOOK_SECRET'],
    ['a secret that could be tried out', { TELEGRAM_WEBHOOK_SECRET: 'short' }, 'openssl rand'],
    ['a secret without an address', { TELEGRAM_WEBHOOK_URL: '' }, 'TELEGRAM_WEBHOOK_URL'],
    ['no port to listen on', { HTTP_PORT: '' }, 'HTTP_PORT'],
  ])('refuse %s', (_, change, told) => {
    const fault = faultOf({ ...WHOLE, ...change });
    expect(fault).toContain(told);
    expect(fault).not.toContain(SECRET);
  });

  test('ask no port of a process that leaves Telegram to others', () => {
    const share = {
      ...{ ...WHOLE, HTTP_PORT: '', TELEGRAM_BOT_TOKEN: '1:a', QUEUE_URL: 'redis://127.0.0.1' },
      ...{ STORE_URL: 'redis://127.0.0.1', ROLES: 'poll,deliver' },
    };
    expect(faultOf(share)).toBe('');
    expect(faultOf({ ...share, ROLES: 'poll,telegram' })).toContain('HTTP_PORT');
  });

  test('take any address where the Bot API is a server of one’s own', () => {
    const url = 'http://127.0.0.1:8081/telegram';
    const own = { ...WHOLE, TELEGRAM_API_ROOT: 'http://127.0.0.1:8080', TELEGRAM_WEBHOOK_URL: url };
    expect(readSettings(own).telegramWebhook?.url).toBe(url);
  });
});
