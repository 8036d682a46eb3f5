import type { Reader } from '../domain/ports.ts';
import type { Desk } from './desk.ts';

/** That we know nothing is no promise that there is nothing: since when we have been looking. */
export const caution = (reader: Reader, { words, board, clock }: Desk): string =>
  words.say(reader.language, 'commands.check.caution', {
    since: words.time(board.since ?? clock.now(), reader),
  });
