import {
  type APIApplicationCommandInteractionDataBasicOption,
  ApplicationCommandOptionType,
} from 'discord.js';
import type { SlashCommand } from './command-table.ts';

type Option = APIApplicationCommandInteractionDataBasicOption;

const wordOf = ({ type, value }: Option, before: string): string => {
  if (type === ApplicationCommandOptionType.Boolean) return value ? before : '';
  const word = type === ApplicationCommandOptionType.Role ? `<@&${value}>` : String(value).trim();
  return [before, word].filter(Boolean).join(' ');
};

/** The filled boxes in the order of the table, as somebody would type them. */
export const wordsOf = (options: readonly Option[], row: SlashCommand | undefined): string =>
  (row?.options ?? [])
    .flatMap((spec) => {
      const given = options.find(({ name }) => name === spec.name);
      return given === undefined || spec.type === 'place' ? [] : [wordOf(given, spec.before ?? '')];
    })
    .filter(Boolean)
    .join(' ');

/** Options that carry a value; we have no groups of commands. */
export const basicOptions = (options: readonly { readonly type: number }[] | undefined): readonly Option[] =>
  (options ?? []).filter((option): option is Option => 'value' in option);
