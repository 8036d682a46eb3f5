import type { Answer, Command } from '../domain/command.ts';
import type { Dimensions } from './dimensions.ts';
import type { FilterWords } from './filter-words.ts';
import type { FilterParser } from './parse-filter.ts';
import type { Rooms } from './rooms.ts';

/** The rooms, and what is built from them once for all commands. */
export interface Desk extends Rooms {
  readonly parser: FilterParser;
  readonly filterWords: FilterWords;
  readonly dimensions: Dimensions;
}

/** Carries out one command. Throws UserError for what the person did wrong. */
export type Handler = (command: Command, desk: Desk) => Answer | Promise<Answer>;
