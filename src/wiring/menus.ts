import type { CommandName, May } from '../domain/command.ts';
import type { Words } from '../domain/ports.ts';
import { CADENCES } from '../domain/subscription.ts';
import { KINDS, SEVERITIES } from '../domain/taxonomy.ts';
import type { CommandTable, Localised, SlashOption } from '../platforms/discord/command-table.ts';
import type { MenuCommand } from '../platforms/telegram/menus.ts';

/** A command as the menus show it: who may say it, and what may be filled in. */
export interface Listed {
  readonly name: CommandName;
  readonly who: May;
}

type Options = Readonly<Partial<Record<CommandName, readonly SlashOption[]>>>;

const localised = (words: Words, key: string): Localised =>
  Object.assign(
    { en: words.say('en', key) },
    Object.fromEntries(words.languages.map((language) => [language, words.say(language, key)])),
  );

const optionsOf = (words: Words): Options => {
  const named = (name: string): Pick<SlashOption, 'name' | 'names'> => ({
    name,
    names: localised(words, `commands.option-name.${name}`),
  });
  const option = (name: string, key: string, more: Partial<SlashOption> = {}): SlashOption => ({
    ...named(name),
    description: localised(words, `commands.option.${key}`),
    type: 'text',
    ...more,
  });
  const choices = (values: readonly string[], prefix: string): Pick<SlashOption, 'choices'> => ({
    choices: values.map((value) => ({ value, label: localised(words, `${prefix}.${value}`) })),
  });
  const exchange = option('exchange', 'exchange', { completes: 'exchanges', required: true });
  const place = option('place', 'place', { completes: 'countries', before: 'in' });
  const incident = option('incident', 'incident', { completes: 'incidents', required: true });
  const languages = words.languages.map((value) => ({
    value,
    label: { en: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value },
  }));
  return {
    help: [option('command', 'command')],
    check: [exchange, place],
    exchange: [exchange],
    country: [{ ...place, ...named('country'), required: true }],
    incident: [incident],
    why: [{ ...incident, ...named('id-or-url') }],
    subscribe: [
      option('channel', 'channel', { type: 'place' }),
      option('exchanges', 'exchange', { completes: 'exchanges' }),
      option('countries', 'place', { completes: 'countries', before: 'in' }),
      option('kinds', 'kind', choices(KINDS, 'kind')),
      option('severity', 'severity', choices(SEVERITIES, 'severity')),
      option('delivery', 'delivery', choices(CADENCES, 'cadence')),
      option('mention', 'role', { type: 'role', before: 'mention' }),
    ],
    filters: [option('change', 'words')],
    digest: [option('delivery', 'delivery', choices(CADENCES, 'cadence')), option('time', 'time')],
    quiet: [option('hours', 'time'), option('zone', 'zone')],
    language: [option('language', 'language', { choices: languages })],
    diagnose: [option('channel', 'channel', { type: 'place' })],
    mute: [incident],
    irrelevant: [incident],
    retract: [incident, option('reason', 'reason', { required: true })],
    merge: [incident, { ...incident, ...named('into') }],
  };
};

/** Telegram's menu: one line a command, in each language. */
export const telegramMenu = (commands: readonly Listed[], words: Words): readonly MenuCommand[] =>
  commands
    .filter(({ who }) => who !== 'operate')
    .map(({ name, who }) => ({
      name,
      for: who === 'ask' ? 'anyone' : 'set-up',
      description: localised(words, `commands.what.${name}`),
    }));

/** Discord's slash commands with typed options. */
export const discordTable = (commands: readonly Listed[], words: Words): CommandTable => {
  const options = optionsOf(words);
  return commands
    .filter(({ name }) => name !== 'start')
    .map(({ name, who }) => ({
      name,
      who,
      names: localised(words, `commands.name.${name}`),
      description: localised(words, `commands.what.${name}`),
      options: options[name] ?? [],
    }));
};
