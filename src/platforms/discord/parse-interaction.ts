import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { COMMAND_NAMES, type Command, type CommandName } from '../../domain/command.ts';
import type { Destination } from '../../domain/destination.ts';
import { askerOf, languageOf, mayOf, placeLanguageOf } from './asker.ts';
import type { CommandTable } from './command-table.ts';
import { destinationOf, type Place } from './place.ts';
import { basicOptions, wordsOf } from './slash-words.ts';
import { ANSWER_FIELD, ASK } from './verbs.ts';

/** Where the answer goes. */
export interface ReplyHandle {
  readonly applicationId: string;
  readonly id: string;
  readonly token: string;
}

/** What somebody did, and what it means to us. */
export type Heard =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly reply: ReplyHandle;
      /** Shown to the asker alone. */
      readonly isEphemeral: boolean;
      /** A button in a message that only the asker sees: the answer may replace it. */
      readonly inPlace: boolean;
      /** Id of the channel that the command names, where it is not the one in which it was given. */
      readonly about?: string;
    }
  /** A button that asks for words: they are typed into a modal, which must be the first response. */
  | {
      readonly kind: 'question';
      readonly asks: string;
      readonly language: string;
      readonly reply: ReplyHandle;
    }
  | {
      readonly kind: 'completion';
      readonly command: string;
      readonly option: string;
      readonly text: string;
      readonly language: string;
      readonly reply: ReplyHandle;
    }
  /** Of an older version of ours. */
  | { readonly kind: 'stale'; readonly language: string; readonly reply: ReplyHandle }
  | { readonly kind: 'nothing' };

export interface ParseOptions {
  /** Discord ids of those who run the bot. */
  readonly operators: ReadonlySet<string>;
  readonly table: CommandTable;
}

const isName = (name: string): name is CommandName => (COMMAND_NAMES as readonly string[]).includes(name);

const handleOf = ({ application_id: applicationId, id, token }: APIInteraction): ReplyHandle => ({
  applicationId,
  id,
  token,
});

const hereOf = (interaction: APIInteraction): Destination =>
  destinationOf(
    (interaction.channel as Place | undefined) ?? { id: interaction.channel_id ?? '', type: ChannelType.DM },
  );

const pickedPlace = ({ data }: APIChatInputApplicationCommandInteraction): Destination | undefined => {
  const picked = basicOptions(data.options).find(({ type }) => type === ApplicationCommandOptionType.Channel);
  const place = picked === undefined ? undefined : data.resolved?.channels?.[String(picked.value)];
  return place === undefined ? undefined : destinationOf(place as Place);
};

const ofSlash = (
  interaction: APIChatInputApplicationCommandInteraction,
  { operators, table }: ParseOptions,
): Heard => {
  const { data } = interaction;
  const reply = handleOf(interaction);
  const language = languageOf(interaction);
  const row = table.find(({ name }) => name === data.name);
  if (!isName(data.name)) return { kind: 'stale', language, reply };
  const here = hereOf(interaction);
  const destination = pickedPlace(interaction) ?? here;
  const command: Command = {
    name: data.name,
    words: wordsOf(basicOptions(data.options), row),
    destination,
    language,
    may: mayOf(interaction, operators, row),
    asker: askerOf(interaction),
    ...placeLanguageOf(interaction),
  };
  const isEphemeral = interaction.guild_id !== undefined && row?.isPublic !== true;
  const about = destination.thread ?? destination.chat;
  return {
    ...{ kind: 'command', command, reply, isEphemeral, inPlace: false },
    ...(about === (here.thread ?? here.chat) ? {} : { about }),
  };
};

/** `verb:words`, the id of a button or a modal, and what was typed into it, as a command. */
const ofVerb = (
  interaction: APIInteraction,
  customId: string,
  typed: string,
  inPlace: boolean,
  { operators }: ParseOptions,
): Heard => {
  const reply = handleOf(interaction);
  const language = languageOf(interaction);
  const [, name = '', rest = ''] = /^([^: ]*)[: ]?(.*)$/s.exec(customId) ?? [];
  if (!isName(name)) return { kind: 'stale', language, reply };
  const words = [rest, typed.trim()].filter(Boolean).join(' ');
  const may = mayOf(interaction, operators, undefined);
  const command: Command = {
    name,
    words,
    destination: hereOf(interaction),
    language,
    may,
    asker: askerOf(interaction),
    ...placeLanguageOf(interaction),
  };
  return { kind: 'command', command, reply, isEphemeral: interaction.guild_id !== undefined, inPlace };
};

const isEphemeral = (flags: number | undefined): boolean => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const ofPress = (interaction: APIMessageComponentInteraction, options: ParseOptions): Heard => {
  const { custom_id: id } = interaction.data;
  if (id.startsWith(`${ASK}:`))
    return {
      kind: 'question',
      asks: id.slice(ASK.length + 1),
      language: languageOf(interaction),
      reply: handleOf(interaction),
    };
  const isForOne = interaction.guild_id === undefined || isEphemeral(interaction.message.flags);
  return ofVerb(interaction, id, '', isForOne, options);
};

interface Field {
  readonly custom_id?: string;
  readonly value?: string;
}

const ofModal = (interaction: APIModalSubmitInteraction, options: ParseOptions): Heard => {
  const rows = interaction.data.components as readonly {
    readonly components?: readonly Field[];
    readonly component?: Field;
  }[];
  const fields = rows.flatMap(({ components, component }) => [
    ...(components ?? []),
    ...(component === undefined ? [] : [component]),
  ]);
  const typed = fields.find(({ custom_id: id }) => id === ANSWER_FIELD)?.value ?? '';
  return ofVerb(interaction, interaction.data.custom_id.slice(ASK.length + 1), typed, false, options);
};

/** Reads one interaction. Pure. */
export const parseInteraction = (interaction: APIInteraction, options: ParseOptions): Heard => {
  if (interaction.type === InteractionType.ApplicationCommand)
    return interaction.data.type === ApplicationCommandType.ChatInput
      ? ofSlash(interaction as APIChatInputApplicationCommandInteraction, options)
      : { kind: 'nothing' };
  if (interaction.type === InteractionType.MessageComponent) return ofPress(interaction, options);
  if (interaction.type === InteractionType.ModalSubmit) return ofModal(interaction, options);
  if (interaction.type !== InteractionType.ApplicationCommandAutocomplete) return { kind: 'nothing' };
  const focused = basicOptions(interaction.data.options).find(
    (option) => 'focused' in option && option.focused,
  );
  return {
    kind: 'completion',
    command: interaction.data.name,
    option: focused?.name ?? '',
    text: String(focused?.value ?? ''),
    language: languageOf(interaction),
    reply: handleOf(interaction),
  };
};
