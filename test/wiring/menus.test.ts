import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../src/commands/index.ts';
import { COMMAND_NAMES } from '../../src/domain/command.ts';
import { createSteps } from '../../src/steps.ts';
import { discordTable } from '../../src/wiring/menus.ts';

const { words } = createSteps();
const table = discordTable(
  COMMAND_NAMES.map((name) => ({ name, who: COMMANDS[name].who })),
  words,
);

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

describe("Discord's slash commands", () => {
  const options = table.flatMap((command) => (command.options ?? []).map((option) => ({ command, option })));

  test.each(words.languages)('name their options in %s as Discord allows', (language) => {
    const names = options.map(({ option }) => option.names?.[language] ?? '');
    expect(names.filter((name) => !NAME.test(name) || name !== name.toLowerCase())).toEqual([]);
  });

  test.each(words.languages)('call no two options of one command alike in %s', (language) => {
    for (const { options = [] } of table) {
      const names = options.map((option) => option.names?.[language]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('take an option by one name, whatever language it is shown in', () => {
    const subscribe = table.find(({ name }) => name === 'subscribe');
    const exchanges = subscribe?.options?.find(({ name }) => name === 'exchanges');
    expect([exchanges?.names?.en, exchanges?.names?.es]).toEqual(['exchanges', 'plataformas']);
  });
});
