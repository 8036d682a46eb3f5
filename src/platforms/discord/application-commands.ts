import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { baseLanguage } from '../../domain/base-language.ts';
import type { May } from '../../domain/command.ts';
import type { CommandTable, Localised, SlashCommand, SlashOption } from './command-table.ts';
import { fitPlain } from './fit.ts';
import { LIMITS } from './limits.ts';

export type ApplicationCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;
type ApplicationOption = NonNullable<ApplicationCommand['options']>[number];

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const LOCALES: readonly string[] = Object.values(Locale);

/** Places where a command can be told to work. */
const PLACES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildForum,
] as const;

/** Our language of a locale of Discord: the same tag, else its script or region, else the bare language. */
const languageFor = (locale: string, languages: readonly string[]): string | undefined => {
  const wanted = locale === 'zh-TW' ? ['zh-TW', 'zh-Hant'] : [locale, baseLanguage(locale)];
  return wanted.find((language) => languages.includes(language));
};

/** The texts per locale that differ from the English one; those that Discord would refuse are left out. */
const localise = (
  texts: Localised | undefined,
  english: string,
  accept: (text: string) => string | undefined,
): Readonly<Record<string, string>> | undefined => {
  if (texts === undefined) return undefined;
  const entries = LOCALES.flatMap((locale) => {
    const language = languageFor(locale, Object.keys(texts));
    const text = language === undefined ? undefined : accept(texts[language] ?? '');
    return text === undefined || text === english ? [] : [[locale, text] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

const asName = (text: string): string | undefined => {
  const name = text.toLowerCase().replaceAll(' ', '-');
  return NAME.test(name) ? name : undefined;
};

const asDescription = (text: string): string | undefined =>
  text === '' ? undefined : fitPlain(text, LIMITS.commandDescription);

const texts = ({ name, names, description }: Pick<SlashOption, 'name' | 'names' | 'description'>) => {
  const english = asDescription(description.en) ?? name;
  const nameLocal = localise(names, name, asName);
  const descriptionLocal = localise(description, english, asDescription);
  return {
    name,
    description: english,
    ...(nameLocal === undefined ? {} : { name_localizations: nameLocal }),
    ...(descriptionLocal === undefined ? {} : { description_localizations: descriptionLocal }),
  };
};

const choicesOf = ({ choices }: SlashOption) =>
  choices?.slice(0, LIMITS.choices).map(({ value, label }) => {
    const local = localise(label, label.en, asDescription);
    return {
      name: fitPlain(label.en, LIMITS.choice),
      value,
      ...(local === undefined ? {} : { name_localizations: local }),
    };
  });

const toOption = (option: SlashOption): ApplicationOption => {
  const common = { ...texts(option), ...(option.required === true ? { required: true } : {}) };
  if (option.type === 'place')
    return { ...common, type: ApplicationCommandOptionType.Channel, channel_types: [...PLACES] };
  if (option.type === 'role') return { ...common, type: ApplicationCommandOptionType.Role };
  if (option.type === 'flag') return { ...common, type: ApplicationCommandOptionType.Boolean };
  if (option.completes !== undefined)
    return { ...common, type: ApplicationCommandOptionType.String, autocomplete: true };
  const choices = choicesOf(option);
  return {
    ...common,
    type: ApplicationCommandOptionType.String,
    ...(choices === undefined ? {} : { choices }),
  };
};

/** `0` hides a command from all but a server's administrators. */
const PERMISSIONS: Readonly<Record<May, string | undefined>> = {
  ask: undefined,
  'set-up': String(PermissionFlagsBits.ManageGuild),
  operate: '0',
};

const toCommand = (command: SlashCommand): ApplicationCommand => ({
  ...texts(command),
  type: ApplicationCommandType.ChatInput,
  // Discord wants the required ones first.
  options: [...command.options]
    .sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(toOption),
  default_member_permissions: PERMISSIONS[command.who] ?? null,
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
});

/** The table as Discord takes it. Pure. */
export const toApplicationCommands = (table: CommandTable): readonly ApplicationCommand[] =>
  table.map(toCommand);
