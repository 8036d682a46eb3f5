import { COMMAND_NAMES } from '../../domain/command.ts';

/** Ids of the registered commands by their names; empty until Discord has told them. */
export type CommandIds = ReadonlyMap<string, string>;

const SAID = new RegExp(`(?<![\\w/.:])/(${COMMAND_NAMES.join('|')})(?![\\w/-])`, 'g');

/**
 * Commands that our words name become mentions, which Discord shows by the name that each reader's client has for them,
 * and which fill themselves in when pressed: https://discord.com/developers/docs/reference#message-formatting
 */
export const mentionCommands = (markdown: string, ids: CommandIds): string =>
  markdown.replaceAll(SAID, (said, name: string) => {
    const id = ids.get(name);
    return id === undefined ? said : `</${name}:${id}>`;
  });
