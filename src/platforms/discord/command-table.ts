import type { CommandName, May } from '../../domain/command.ts';

/** Text by language (BCP 47); `en` is shown to all others. */
export type Localised = Readonly<Record<string, string>> & { readonly en: string };

/** One box of a slash command. What is filled in becomes words, in the order of the table. */
export interface SlashOption {
  /** Lower case, as typed in English. */
  readonly name: string;
  readonly names?: Localised;
  readonly description: Localised;
  /** `place`: a channel or thread that the command is for; `role`: becomes `<@&id>`; `flag`: becomes its `before`. */
  readonly type: 'text' | 'place' | 'role' | 'flag';
  readonly required?: boolean;
  /** Fixed values to pick from, 25 at most; `text` only. */
  readonly choices?: readonly { readonly value: string; readonly label: Localised }[];
  /** The kind of names that it completes while somebody types (`exchange`, `place`, …); `text` only. */
  readonly completes?: string;
  /** Words that say what follows (`in`), put before the value. */
  readonly before?: string;
}

/** One slash command. */
export interface SlashCommand {
  readonly name: CommandName;
  readonly names?: Localised;
  readonly description: Localised;
  /** Who sees it at first; a server's admins may change that in its integration settings. */
  readonly who: May;
  /** The answer is for everyone in the channel, not only for the asker. */
  readonly isPublic?: boolean;
  readonly options: readonly SlashOption[];
}

export type CommandTable = readonly SlashCommand[];
