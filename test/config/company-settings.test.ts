import { describe, expect, test } from '@jest/globals';
import { ROLES } from '../../src/config/roles.ts';
import { readSecrets, readSettings } from '../../src/config/settings.ts';
import { settingsFaults } from './support/settings-faults.ts';

const SHARED = { QUEUE_URL: 'redis://q:6379', STORE_URL: 'redis://s:6379', TELEGRAM_BOT_TOKEN: '1:x' };

describe('the settings of several processes', () => {
  test('are left out: one process does everything, without a Redis', () => {
    const settings = readSettings({});
    expect([...settings.roles]).toEqual(ROLES);
    expect(settings).not.toHaveProperty('queueUrl');
  });

  test('say what this process does', () => {
    const settings = readSettings({ ...SHARED, ROLES: 'Poll, decide' });
    expect([...settings.roles]).toEqual(['poll', 'decide']);
    expect(settings.queueUrl).toBe('redis://q:6379');
  });

  test.each([
    ['a queue that is no Redis', { QUEUE_URL: 'amqp://x' }, 'QUEUE_URL'],
    ['a role that there is not', { ROLES: 'pol' }, 'ROLES'],
    ['a part of the work and nobody for the rest', { ROLES: 'poll' }, 'ROLES'],
    ['a file that they would share', { ...SHARED, STORE_URL: 'sqlite://x' }, 'STORE_URL'],
    ['a memory that they would share', { ...SHARED, STORE_URL: 'memory://' }, 'STORE_URL'],
    ['a platform without its token', { ...SHARED, ROLES: 'discord' }, 'DISCORD_BOT_TOKEN'],
    ['deliveries without any token', { ...SHARED, TELEGRAM_BOT_TOKEN: '' }, 'TELEGRAM_BOT_TOKEN'],
  ])('refuse %s, with its cure', (_, environment, what) => {
    const faults = settingsFaults(environment);
    expect(faults.map((fault) => fault.what)).toEqual([what]);
    expect(faults[0]?.cure).not.toBe('');
  });

  test('let a process that only polls do without tokens', () => {
    expect(settingsFaults({ ...SHARED, TELEGRAM_BOT_TOKEN: '', ROLES: 'poll' })).toEqual([]);
  });

  test("keep the queue's password to themselves", () => {
    expect(readSecrets({ QUEUE_URL: 'redis://me:hunter22@host' })).toContain('hunter22');
    expect(settingsFaults({ QUEUE_URL: 'rediss//me:hunter22@host' })[0]?.problem).not.toContain('hunter22');
  });
});
