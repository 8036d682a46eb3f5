import { COMMAND_NAMES, type CommandName } from '../../domain/command.ts';

export interface Said {
  readonly name: CommandName;
  readonly words: string;
}

const isCommandName = (name: string): name is CommandName =>
  (COMMAND_NAMES as readonly string[]).includes(name);

/** Marks of writing direction, which come along when an example is copied from a message in Arabic. */
const DIRECTION_MARKS = /[\u200e\u200f\u2066-\u2069]/g;

/** `/name words`; without a command the words are a question, an unknown command asks for help about it. */
export const parseLine = (line: string): Said | undefined => {
  const typed = line.replace(DIRECTION_MARKS, '').trim();
  if (typed === '') return undefined;
  if (!typed.startsWith('/')) return { name: 'check', words: typed };
  const [head = '', ...rest] = typed.slice(1).split(/\s+/);
  const name = head.toLowerCase();
  return isCommandName(name)
    ? { name, words: rest.join(' ') }
    : { name: 'help', words: typed.slice(1).trim() };
};
