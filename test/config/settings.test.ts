import { describe, expect, test } from '@jest/globals';
import { parseDuration } from '../../src/config/duration.ts';
import { readSettings } from '../../src/config/settings.ts';
import { settingsFaults } from './support/settings-faults.ts';

describe('readSettings', () => {
  test('needs nothing, and asks no judge', () => {
    expect(readSettings({ JUDGE_URL: ' ' })).not.toHaveProperty('judge');
  });

  test('tells all faults at once, each with its cure', () => {
    const faults = settingsFaults({
      ...{ STORE_URL: 'oracle://x', POLL_CRON: '* *', MAX_ENTRY_AGE: 'long', HTTP_PORT: '0' },
      ...{ OPERATORS: 'me', LOG_LEVEL: 'loud', ALLOW_PRIVATE_FEEDS: 'maybe', TELEGRAM_API_ROOT: 'x' },
    });
    expect(faults.map(({ what }) => what).sort()).toEqual([
      ...['ALLOW_PRIVATE_FEEDS', 'HTTP_PORT', 'LOG_LEVEL', 'MAX_ENTRY_AGE', 'OPERATORS', 'POLL_CRON'],
      ...['STORE_URL', 'TELEGRAM_API_ROOT'],
    ]);
    expect(faults.filter(({ cure }) => cure === '')).toEqual([]);
  });

  test('shows no password of an address that it refuses', () => {
    expect(settingsFaults({ STORE_URL: 'mysql://user:hunter22@host/db' })[0]?.problem).not.toContain(
      'hunter22',
    );
  });

  test('serves everybody unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({ access: 'open', allowlist: [], filtersPerChat: 20 });
  });

  test('reads whom to serve', () => {
    const allowlist = ['telegram-12', 'telegram--100345', 'discord-6'];
    const settings = readSettings({ ACCESS: 'allowlist', ALLOWLIST: allowlist.join(', ') });
    expect(settings).toMatchObject({ access: 'allowlist', allowlist });
  });

  test.each([
    ['ALLOWLIST', { ACCESS: 'allowlist' }],
    ['ACCESS', { ALLOWLIST: 'telegram-12' }],
    ['ALLOWLIST', { ACCESS: 'allowlist', ALLOWLIST: 'anna' }],
    ['ACCESS', { ACCESS: 'closed' }],
    ['FILTERS_PER_CHAT', { FILTERS_PER_CHAT: '46' }],
  ])('refuses %s where nobody could mean it: %j', (what, environment) => {
    expect(settingsFaults(environment)).toMatchObject([{ what }]);
  });

  test.each([
    ['auto', 'auto'],
    ['16', 16],
    [undefined, 1],
  ])('takes %s for the shards of Discord', (given, shards) => {
    expect(readSettings({ DISCORD_SHARDS: given }).discordShards).toBe(shards);
  });

  test.each(['0', 'some', '1.5'])('refuses %s shards', (given) => {
    expect(() => readSettings({ DISCORD_SHARDS: given })).toThrow('DISCORD_SHARDS');
  });

  test('reads a judge', () => {
    const environment = { JUDGE_URL: 'http://localhost:11434/v1/', JUDGE_MODEL: 'm', JUDGE_KEY: 'k' };
    const judge = { url: 'http://localhost:11434/v1', model: 'm', key: 'k', dailyBudget: 200 };
    expect(readSettings(environment).judge).toEqual(judge);
  });

  test.each([
    ['JUDGE_MODEL', { JUDGE_URL: 'http://x' }],
    ['JUDGE_URL', { JUDGE_MODEL: 'm' }],
    ['JUDGE_URL', { JUDGE_KEY: 'k' }],
    ['JUDGE_URL', { JUDGE_URL: 'x', JUDGE_MODEL: 'm' }],
    ['JUDGE_DAILY_BUDGET', { JUDGE_URL: 'http://x', JUDGE_MODEL: 'm', JUDGE_DAILY_BUDGET: '-1' }],
  ])('wants %s where it is told %p', (what, environment) => {
    expect(
      settingsFaults(environment as Readonly<Record<string, string>>).map((fault) => fault.what),
    ).toEqual([what]);
  });
});

describe('parseDuration', () => {
  test.each([
    ['250ms', 250],
    ['15s', 15_000],
    ['1.5m', 90_000],
    ['48h', 172_800_000],
    [' 7 d ', 604_800_000],
    ['7', undefined],
    ['-1h', undefined],
    ['1w', undefined],
    ['', undefined],
  ])('reads %p as %p', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });
});
