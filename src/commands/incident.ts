import type { Text, TextCard } from '../domain/card.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { Reader } from '../domain/ports.ts';
import { heading, openly, textCard } from './answer.ts';
import { namedIncident, standingAs } from './asked-wish.ts';
import type { Desk, Handler } from './desk.ts';
import { cardOf } from './incident-lines.ts';
import { readerOf } from './subscription-of.ts';

const sourceLine = (
  { publisher, publishedAt, title, url }: Source,
  reader: Reader,
  { words }: Desk,
): Text => [
  words.say(reader.language, 'commands.incident.revision', {
    time: words.time(publishedAt, reader),
    what: `${publisher}, `,
  }),
  url === undefined ? title : { text: title, href: url },
];

const history = ({ sources }: Incident, reader: Reader, desk: Desk): TextCard =>
  textCard([
    heading(desk.words.say(reader.language, 'commands.incident.history')),
    ...sources
      .toSorted((a, b) => a.publishedAt - b.publishedAt)
      .map((source) => sourceLine(source, reader, desk)),
  ]);

/** `incident ID`: how it stands, and who told what when. A merged one leads to the one that stands. */
export const incident: Handler = async (command, desk) => {
  const asked = namedIncident(command.words.trim(), command, desk);
  const reader = await readerOf(command, desk);
  const standing = standingAs(asked, desk);
  const moved =
    standing === asked ? [] : [textCard([desk.words.say(reader.language, 'commands.incident.merged')])];
  return openly(...moved, cardOf(standing, desk.words, reader), history(standing, reader, desk));
};
