import type { Alert } from '../domain/incident.ts';
import { DAY } from '../domain/instant.ts';
import type { Reader } from '../domain/ports.ts';
import { formatDate, sameDay } from './time.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

/** What is only hoped or planned to be eased is in force until then. */
export const isEased = ({ measures: [first], nuance }: Told): boolean =>
  nuance !== 'easing' && (first.stage === 'eased' || first.direction === 'eases');

/** "late: dated 3 March, published today": the entry is older than the day on which we saw it. */
const lateness = (incident: Told, alert: Alert, zone: string, voice: Voice): string | undefined => {
  const dated = incident.sources[0].publishedAt;
  if (!incident.late && incident.openedAt - dated < DAY) return undefined;
  if (sameDay(dated, incident.openedAt, zone)) return undefined;
  return voice.say('alert.late', {
    dated: formatDate(dated, zone, voice.language),
    today: sameDay(incident.openedAt, alert.at, zone) ? 'yes' : 'no',
    published: formatDate(incident.openedAt, zone, voice.language),
  });
};

/** "Critical · unconfirmed · late: dated 3 March 2018, published today · disputed". */
export const statusLine = (incident: Told, alert: Alert, { zone }: Reader, voice: Voice): string =>
  [
    isEased(incident)
      ? voice.say('alert.status-eased')
      : voice.say('alert.severity', { severity: voice.say(`severity.${incident.severity}`) }),
    voice.say(`confirmation.${incident.confirmation}`),
    lateness(incident, alert, zone, voice),
    incident.disputed ? voice.say('alert.disputed') : undefined,
    incident.retracted === undefined ? undefined : voice.say('alert.retracted'),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
