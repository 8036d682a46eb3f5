import type { TextCard } from '../domain/card.ts';
import { UserError } from '../domain/errors.ts';
import { partOf } from '../domain/lifted.ts';
import type { Reader } from '../domain/ports.ts';
import { heading, openly, textCard } from './answer.ts';
import { askedWish, missingArgument } from './asked-wish.ts';
import { caution } from './caution.ts';
import type { Desk, Handler } from './desk.ts';
import { incidentLine } from './incident-lines.ts';
import { readerOf } from './subscription-of.ts';

const MOST = 12;

const historyOf = (id: string, reader: Reader, desk: Desk): TextCard => {
  const { words, board, catalogue } = desk;
  const { language } = reader;
  const name = words.exchangeName(id, language);
  const known = board.timeline(id);
  const isDefunct = catalogue.exchanges.some((each) => each.id === id && each.status === 'defunct');
  return textCard([
    heading(
      known.length > 0
        ? words.say(language, 'commands.exchange.heading', { exchange: name })
        : words.say(language, 'commands.check.nothing', { exchange: name }),
    ),
    isDefunct ? words.say(language, 'commands.exchange.defunct', { exchange: name }) : undefined,
    ...known.slice(0, MOST).map((incident) => incidentLine(partOf(incident, id), words, reader)),
    caution(reader, desk),
  ]);
};

/** `exchange NAME`: all that is known of it, newest first; a card's History button says its id. */
export const exchange: Handler = async (command, desk) => {
  const asked = command.words.trim();
  if (asked === '') throw missingArgument(command, desk);
  const byId = desk.catalogue.exchanges.find(({ id }) => id === asked);
  const ids = byId === undefined ? askedWish(asked, command, desk).filter.exchanges : [byId.id];
  if (ids.length === 0) throw new UserError('unknown-exchange', { word: asked, suggestion: '' });
  const reader = await readerOf(command, desk);
  return openly(...ids.map((id) => historyOf(id, reader, desk)));
};
