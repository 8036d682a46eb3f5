import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { examineAll } from '../../src/cli/doctor.ts';
import { readSettings } from '../../src/config/settings.ts';
import { openDiscordServer } from '../support/discord-server.ts';
import { startTelegramServer } from '../support/telegram-server.ts';

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The platforms' libraries take seconds to load on a busy machine: no part of what is tested. */
beforeAll(async () => {
  await import('../../src/platforms/telegram/examine-telegram.ts');
  await import('../../src/platforms/discord/examine-discord.ts');
}, 60_000);

const clock = { now: () => Date.now(), monotonic: () => performance.now() };

const examine = async (changes: Readonly<Record<string, string>>, node = '22.12.0') => {
  const telegram = await startTelegramServer();
  const discord = await openDiscordServer({ token: 'discord-secret' });
  stops.push(telegram.close, discord.close);
  const printed: string[] = [];
  const settings = readSettings({
    STORE_URL: 'memory://',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    DISCORD_BOT_TOKEN: 'discord-secret',
    DISCORD_API_ROOT: discord.apiRoot,
    OPERATORS: 'telegram-1',
    ...changes,
  });
  const code = await examineAll(settings, node, clock, { write: (text) => printed.push(text) });
  return { code, text: printed.join('') };
};

describe('doctor', () => {
  test('goes through Node, clock, store and both platforms, and says how to go on', async () => {
    const { code, text } = await examine({});
    expect(text).not.toContain('✗');
    for (const part of ['✓ Node 22.12.0', '✓ Clock', '✓ Store', '✓ Telegram', '✓ Discord'])
      expect(text).toContain(part);
    expect(text).toContain('Next: `curbwatch doctor --feeds`');
    expect(code).toBe(0);
  });

  test.each([
    [
      'a refused Telegram token',
      { TELEGRAM_BOT_TOKEN: '9:wrong-secret' },
      '✗ Telegram: the token is refused',
    ],
    ['a refused Discord token', { DISCORD_BOT_TOKEN: 'wrong-secret' }, '✗ Discord: the token is refused'],
    ['a store that cannot be opened', { STORE_URL: 'sqlite:///proc/none/x.sqlite' }, '✗ Store'],
  ])('fails for %s, with the cure', async (_, changes, line) => {
    const { code, text } = await examine(changes);
    expect(text).toContain(line);
    expect(text).toContain('Next: mend what is marked ✗');
    expect(text).not.toContain('wrong-secret');
    expect(code).toBe(1);
  });

  test('fails for a Node that is too old', async () => {
    const { code, text } = await examine({}, '18.20.0');
    expect(text).toContain('✗ Node 18.20.0 is too old');
    expect(code).toBe(1);
  });
});
