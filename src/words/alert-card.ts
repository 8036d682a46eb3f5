import type { AlertCard, Button } from '../domain/card.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Alert, Change, Incident } from '../domain/incident.ts';
import type { Reader } from '../domain/ports.ts';
import { advancedStage } from './advanced-stage.ts';
import { alertFields } from './alert-fields.ts';
import { headline } from './headline.ts';
import { pageToRead } from './page-to-read.ts';
import { isEased, statusLine } from './status-line.ts';
import { summary } from './summary.ts';
import { formatDate, formatTime } from './time.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

/** Enough of an incident's id to find it by: `/incident 4fT9xQ`. */
const SHORT_ID = 6;

/** What an update is about, and those for whom alone a measure is lifted. */
interface Update {
  readonly incident: Incident;
  readonly lifted: readonly string[];
}

const changeOf = (reason: Change, { incident, lifted }: Update, zone: string, voice: Voice): string =>
  voice.say(`change.${reason}`, {
    stage: voice.say(`stage.${advancedStage(incident)}`),
    severity: voice.say(`severity.${incident.severity}`),
    reason: incident.retracted ?? '',
    exchanges: voice.list(lifted.map((id) => voice.exchange(id))),
    deadline:
      incident.reminded === undefined ? '' : formatDate(incident.reminded.deadline, zone, voice.language),
  });

const changeLine = (
  update: Update,
  { change, reasons }: Alert,
  zone: string,
  voice: Voice,
): string | undefined =>
  change === 'opened' || reasons.length === 0
    ? undefined
    : voice.say('alert.update', {
        changes: reasons
          // By now it may be lifted for all.
          .filter((reason) => reason !== 'eased-for-some' || update.lifted.length > 0)
          .map((reason) => changeOf(reason, update, zone, voice))
          .join(voice.say('phrase.separator')),
      });

const buttonsOf = ({ incident, lifted }: Update, voice: Voice): AlertCard['buttons'] => {
  const { id, exchanges, measures } = incident;
  const href = pageToRead(incident, lifted.length > 0 ? 'eased' : measures[0].stage);
  const read: readonly Button[] = href === undefined ? [] : [{ label: voice.say('alert.read'), href }];
  const [exchange, ...others] = exchanges;
  const history =
    exchange !== undefined && others.length === 0
      ? { verb: 'exchange', id: exchange }
      : { verb: 'incident', id };
  return [
    [...read, { label: voice.say('alert.why'), verb: 'why', id }],
    [
      { label: voice.say('alert.mute'), verb: 'mute', id },
      { label: voice.say('alert.history'), ...history },
    ],
    [{ label: voice.say('alert.irrelevant'), verb: 'irrelevant', id }],
  ];
};

/** Names by which a forum may sort it: its kinds and its severity, as their ids and as its readers call them. */
const tagsOf = ({ measures, severity }: Incident, voice: Voice): readonly string[] => {
  const kinds = [...new Set(measures.map(({ kind }) => kind))];
  return [
    ...kinds.flatMap((kind) => [kind, voice.say(`kind.${kind}`)]),
    severity,
    voice.say(`severity.${severity}`),
  ];
};

/** An alert about an incident's latest revision, as one reader is told it; `lifted`: for whom alone it is lifted. */
export const alertCard = (
  incident: Told,
  alert: Alert,
  reader: Reader,
  voice: Voice,
  catalogue: Catalogue,
  lifted: readonly string[] = [],
): AlertCard => {
  const change = changeLine({ incident, lifted }, alert, reader.zone, voice);
  const said = summary(incident, voice, catalogue, reader.zone);
  return {
    shape: 'alert',
    tone: isEased(incident) ? 'eased' : incident.severity,
    incidentId: incident.id,
    headline: headline(incident, voice),
    status: statusLine(incident, alert, reader, voice),
    ...(change === undefined ? {} : { change }),
    fields: alertFields(incident, voice, reader.zone),
    colon: voice.say('phrase.colon'),
    ...(said === undefined ? {} : { summary: voice.layOut(said.text) }),
    ...(said?.mark === undefined ? {} : { summaryMark: said.mark }),
    sourcesLabel: voice.say('alert.sources', { count: incident.sources.length }),
    sources: incident.sources.map(({ publisher, url, publishedAt }) => ({
      publisher: voice.isolate(publisher),
      ...(url === undefined ? {} : { url }),
      at: publishedAt,
      time: voice.layOut(formatTime(publishedAt, reader.zone, voice.language)),
    })),
    footer: incident.id.slice(0, SHORT_ID),
    tags: tagsOf(incident, voice),
    buttons: buttonsOf({ incident, lifted }, voice),
  };
};
