import type { Text } from '../domain/card.ts';
import { COMMAND_NAMES, type CommandName, type May } from '../domain/command.ts';
import { heading, openly, privately, textCard } from './answer.ts';
import type { Desk, Handler } from './desk.ts';
import { suggestCommand } from './suggest-command.ts';
import { isAllowed, WHO_MAY } from './who-may.ts';

const RANKS: readonly May[] = ['ask', 'set-up', 'operate'];
const HEADINGS: Readonly<Record<May, string>> = { ask: 'anyone', 'set-up': 'set-up', operate: 'operate' };

const line = (name: CommandName, language: string, { words }: Desk): Text => [
  words.say(language, 'commands.help.line', {
    example: words.say(language, `commands.example.${name}`),
    what: words.say(language, `commands.what.${name}`),
  }),
];

const isCommandName = (name: string): name is CommandName =>
  (COMMAND_NAMES as readonly string[]).includes(name);

/** All commands that the asker may say; one of them where it is named; the nearest one where it is misspelt. */
export const help: Handler = ({ words: asked, language, may }, desk) => {
  const [name = ''] = asked.trim().toLowerCase().replace(/^\//, '').split(/\s+/);
  if (name !== '' && !isCommandName(name)) throw suggestCommand(name);
  if (isCommandName(name)) return privately(textCard([line(name, language, desk)]));
  const { words } = desk;
  const sections = RANKS.filter((rank) => isAllowed(may, rank)).flatMap((rank) => [
    heading(words.say(language, `commands.help.${HEADINGS[rank]}`)),
    ...COMMAND_NAMES.filter((each) => WHO_MAY[each] === rank).map((each) => line(each, language, desk)),
  ]);
  return openly(textCard([heading(words.say(language, 'commands.help.heading')), ...sections]));
};
