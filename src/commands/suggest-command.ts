import { closest, distance } from 'fastest-levenshtein';
import { COMMAND_NAMES } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';

const MOST_SLIPS = 3;

/** The mistake of saying a command that does not exist, with the nearest one that does. */
export const suggestCommand = (name: string): UserError => {
  const near = closest(name, [...COMMAND_NAMES]);
  return new UserError('unknown-command', {
    word: `/${name}`,
    suggestion: distance(name, near) <= MOST_SLIPS ? `/${near}` : '',
  });
};
