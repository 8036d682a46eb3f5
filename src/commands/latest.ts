import type { Incident } from '../domain/incident.ts';
import { heading, inPlace, openly, textCard } from './answer.ts';
import { askedWish } from './asked-wish.ts';
import type { Desk, Handler } from './desk.ts';
import { incidentLine } from './incident-lines.ts';
import type { Wish } from './parse-filter.ts';
import { readerOf } from './subscription-of.ts';

const PAGE = 8;
/** As far back as one may leaf. */
const MOST = 400;

const matching = (wish: Wish, { board, matches }: Desk): readonly Incident[] =>
  board.latest(MOST).filter((incident) => matches({ ...wish, id: 'a' }, incident));

/** `latest [WORDS] [OFFSET]`: the newest incidents, all or those of a wish, and a button to leaf on. */
export const latest: Handler = async (command, desk) => {
  const said = command.words.trim();
  const offset = /(?<!\d)\d{1,4}$/.exec(said)?.[0] ?? '';
  const asked = said.slice(0, said.length - offset.length).trim();
  const { filter } = askedWish(asked, command, desk);
  const reader = await readerOf(command, desk);
  const { words } = desk;
  const all = matching(filter, desk);
  const from = Number(offset);
  const page = all.slice(from, from + PAGE);
  if (page.length === 0) return openly(textCard([words.say(reader.language, 'commands.latest.none')]));
  const next = [asked, from + PAGE].filter((part) => part !== '').join(' ');
  const card = textCard(
    [
      heading(words.say(reader.language, 'commands.latest.heading')),
      ...page.map((incident) => incidentLine(incident, words, reader)),
    ],
    all.length > from + PAGE
      ? [[{ label: words.say(reader.language, 'commands.latest.next'), verb: 'latest', id: next }]]
      : [],
  );
  return from > 0 ? inPlace(card) : openly(card);
};
