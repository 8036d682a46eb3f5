import type { TextCard } from '../domain/card.ts';
import { UserError } from '../domain/errors.ts';
import type { Reader } from '../domain/ports.ts';
import { heading, openly, textCard } from './answer.ts';
import { askedWish, missingArgument } from './asked-wish.ts';
import { caution } from './caution.ts';
import type { Desk, Handler } from './desk.ts';
import { incidentLine } from './incident-lines.ts';
import { readerOf } from './subscription-of.ts';

const MOST = 10;

/** What stands in a place now. */
export const standingIn = (jurisdiction: string, reader: Reader, desk: Desk): TextCard => {
  const { words, board } = desk;
  const standing = board.standing({ jurisdiction });
  const place = words.placeName(jurisdiction, reader.language);
  return textCard([
    heading(
      words.say(reader.language, `commands.country.${standing.length > 0 ? 'heading' : 'none'}`, { place }),
    ),
    ...standing.slice(0, MOST).map((incident) => incidentLine(incident, words, reader)),
    caution(reader, desk),
  ]);
};

/** `country NAME`. */
export const country: Handler = async (command, desk) => {
  if (command.words.trim() === '') throw missingArgument(command, desk);
  const { jurisdictions } = askedWish(command.words, command, desk).filter;
  if (jurisdictions.length === 0)
    throw new UserError('unknown-place', { word: command.words.trim(), suggestion: '' });
  const reader = await readerOf(command, desk);
  return openly(...jurisdictions.map((code) => standingIn(code, reader, desk)));
};
