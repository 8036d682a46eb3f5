import { type APIInteraction, GuildFeature, PermissionFlagsBits } from 'discord.js';
import type { Command, May } from '../../domain/command.ts';
import type { SlashCommand } from './command-table.ts';

/** Discord's id of the person; empty where nobody is named. */
export const askerOf = ({ member, user }: APIInteraction): string => (member?.user ?? user)?.id ?? '';

/** The language of the asker's own client. */
export const languageOf = (interaction: APIInteraction): string =>
  'locale' in interaction && typeof interaction.locale === 'string' ? interaction.locale : 'en';

/** Servers that are no community have no language of their own: Discord then says `en-US`. */
export const placeLanguageOf = ({
  guild,
  guild_locale: locale,
}: APIInteraction): Pick<Command, 'placeLanguage'> =>
  locale !== undefined && guild?.features.includes(GuildFeature.Community) === true
    ? { placeLanguage: locale }
    : {};

const managesServer = ({ member }: APIInteraction): boolean =>
  member !== undefined &&
  (BigInt(member.permissions) & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;

/**
 * Direct messages belong to the person. A command that is hidden from those who may not set up was let through by
 * Discord itself, by the server's own integration settings.
 */
export const mayOf = (
  interaction: APIInteraction,
  operators: ReadonlySet<string>,
  row: SlashCommand | undefined,
): May => {
  if (operators.has(askerOf(interaction))) return 'operate';
  const isDirect = interaction.guild_id === undefined;
  return isDirect || managesServer(interaction) || row?.who === 'set-up' ? 'set-up' : 'ask';
};
