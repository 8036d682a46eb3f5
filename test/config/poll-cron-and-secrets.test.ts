import { describe, expect, test } from '@jest/globals';
import { readSecrets, readSettings } from '../../src/config/settings.ts';

describe('POLL_CRON', () => {
  test.each(['*/15 * * * * *', '0,30 * 1-5 * 1 7', '5-59/10 * * * * *'])('takes %s', (cron) => {
    expect(readSettings({ POLL_CRON: cron }).pollCron).toBe(cron);
  });

  test.each(['99 * * * * *', '* * 24 * * *', '* * * 0 * *', '*/0 * * * * *', '1,, * * * * *', '* * * * *'])(
    'refuses %s with its cure',
    (cron) => {
      expect(() => readSettings({ POLL_CRON: cron })).toThrow(/POLL_CRON.*six cron fields/);
    },
  );
});

test('all faults are told together', () => {
  expect(() => readSettings({ POLL_CRON: 'x', HTTP_PORT: '0', STORE_URL: 'x' })).toThrow(
    /STORE_URL[\s\S]*POLL_CRON|POLL_CRON[\s\S]*STORE_URL/,
  );
});

describe('secrets', () => {
  test('are the tokens, and the password as written and as meant', () => {
    const secrets = readSecrets({
      TELEGRAM_BOT_TOKEN: ' 1:abcdef ',
      DISCORD_BOT_TOKEN: 'discord-token',
      STORE_URL: 'postgres://me:p%40ssword@host/name',
    });
    expect(secrets).toEqual(['1:abcdef', 'discord-token', 'p%40ssword', 'p@ssword']);
  });

  test('there are none where nothing is set', () => {
    expect(readSecrets({ STORE_URL: 'sqlite://data/x.sqlite' })).toEqual([]);
  });
});
