import type { Text } from '../domain/card.ts';
import type { Incident } from '../domain/incident.ts';
import type { Reader, Words } from '../domain/ports.ts';

/** So much of an id tells incidents apart, and can be typed. */
const SHORT_ID = 6;

export const shortId = ({ id }: Incident): string => id.slice(0, SHORT_ID);

/** The card of an incident as it stands. */
export const cardOf = (incident: Incident, words: Words, reader: Reader) =>
  words.alert(
    incident,
    {
      incidentId: incident.id,
      revision: incident.revision,
      change: 'opened',
      reasons: [],
      at: incident.updatedAt,
    },
    reader,
  );

export const headlineOf = (incident: Incident, words: Words, reader: Reader): string =>
  cardOf(incident, words, reader).headline;

/** One line: time, severity, headline, and the id by which to ask on. */
export const incidentLine = (incident: Incident, words: Words, reader: Reader): Text => [
  words.say(reader.language, 'commands.latest.line', {
    time: words.time(incident.updatedAt, reader),
    severity: words.say(reader.language, `severity.${incident.severity}`),
    headline: headlineOf(incident, words, reader),
  }),
  ' ',
  { text: shortId(incident), code: true },
];
