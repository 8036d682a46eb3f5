import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../../src/commands/index.ts';
import { loadLocales } from '../../../src/config/locales.ts';
import { COMMAND_NAMES } from '../../../src/domain/command.ts';
import { toApplicationCommands } from '../../../src/platforms/discord/application-commands.ts';
import type { SlashCommand } from '../../../src/platforms/discord/command-table.ts';
import { discordTable } from '../../../src/wiring/menus.ts';
import { createWords } from '../../../src/words/create-words.ts';
import { CATALOGUE } from '../../commands/stage.ts';
import { TABLE } from '../../support/discord-bot.ts';
import { commandFaults, type Json } from '../../support/discord-payload.ts';

const commandOf = (parts: Partial<SlashCommand>): Json => {
  const [command] = toApplicationCommands([
    { name: 'help', description: { en: 'Help' }, who: 'ask', options: [], ...parts },
  ]);
  return (command ?? {}) as unknown as Json;
};

describe('the table of commands', () => {
  test('is one that Discord takes', () => {
    expect(commandFaults(toApplicationCommands(TABLE) as unknown as readonly Json[])).toEqual([]);
  });

  test('of the house is one that Discord takes, in every language', () => {
    const words = createWords({ locales: loadLocales(), catalogue: CATALOGUE });
    const listed = COMMAND_NAMES.map((name) => ({ name, who: COMMANDS[name].who }));
    const commands = toApplicationCommands(discordTable(listed, words)) as unknown as readonly Json[];
    expect(commandFaults(commands)).toEqual([]);
    expect(commands.map(({ name }) => name)).toEqual(COMMAND_NAMES.filter((name) => name !== 'start'));
    const [subscribe] = commands.filter(({ name }) => name === 'subscribe');
    expect(subscribe?.name_localizations).toMatchObject({
      'es-ES': 'suscribir',
      ja: '購読',
      'zh-TW': '訂閱',
    });
    const options = (subscribe?.options ?? []) as readonly Json[];
    expect(options.map(({ name }) => name)).toEqual([
      'channel',
      'exchanges',
      'countries',
      'kinds',
      'severity',
      'delivery',
      'mention',
    ]);
    expect(Object.keys((subscribe?.description_localizations as object | undefined) ?? {})).toEqual(
      expect.arrayContaining(['es-ES', 'ja', 'ko', 'pt-BR', 'ru', 'tr', 'zh-CN', 'zh-TW']),
    );
  });

  test('names a command in the locales that differ from English', () => {
    const names = { en: 'help', de: 'hilfe', 'zh-Hant': '幫助', pt: 'ajuda', tl: 'tulong' };
    expect(commandOf({ names }).name_localizations).toEqual({
      de: 'hilfe',
      'zh-TW': '幫助',
      'pt-BR': 'ajuda',
    });
  });

  test('leaves out a localised name that Discord would refuse', () => {
    expect(commandOf({ names: { en: 'help', de: 'hilfe!', fr: 'aide moi' } }).name_localizations).toEqual({
      fr: 'aide-moi',
    });
  });

  test('cuts descriptions to 100 characters', () => {
    expect(String(commandOf({ description: { en: 'x'.repeat(200) } }).description)).toHaveLength(100);
  });

  test('shows setting up to those who manage the server, operating to nobody, the rest to all', () => {
    const permissions = (['set-up', 'operate', 'ask'] as const).map(
      (who) => commandOf({ who }).default_member_permissions,
    );
    expect(permissions).toEqual(['32', '0', null]);
  });

  test('puts required options first', () => {
    const [, check] = toApplicationCommands(TABLE);
    expect(check?.options?.map(({ name }) => name)).toEqual(['exchange', 'place']);
  });

  test('works in servers and in direct messages with the bot', () => {
    expect(commandOf({})).toMatchObject({ contexts: [0, 1], integration_types: [0] });
  });
});
