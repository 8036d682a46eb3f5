import type { SentMessage } from '../domain/delivery.ts';
import type { Alert, Change, Incident } from '../domain/incident.ts';
import { DAY, type Instant } from '../domain/instant.ts';
import { isMuted } from '../domain/is-muted.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Facts } from './facts.ts';
import { matches } from './match.ts';
import { nextRelease } from './next-release.ts';
import { quietUntil } from './quiet-hours.ts';

/** Why a delivery ends without a message. */
export type DropReason =
  | 'unsubscribed'
  | 'paused'
  | 'forbidden'
  | 'gone'
  | 'muted'
  | 'merged'
  | 'retracted'
  | 'no-longer-matching'
  | 'date-passed';

/** What is to become of a delivery at the moment of sending. */
export type Plan =
  /** Told of this revision already: by an earlier run, or by a message rendered when it stood. */
  | { readonly do: 'settle' }
  | { readonly do: 'drop'; readonly why: DropReason }
  /** Waits for the digest that is released then. */
  | { readonly do: 'hold'; readonly until: Instant }
  | { readonly do: 'send'; readonly alert: Alert; readonly silent: boolean; readonly replyTo?: string };

/** The world at the moment of sending. */
export interface Moment {
  readonly alert: Alert;
  /** When the alert was made. */
  readonly owedSince: Instant;
  readonly incident: Incident;
  readonly facts: Facts;
  readonly subscription: Subscription | undefined;
  readonly told: SentMessage | undefined;
  /** What has changed since the revision that was told, over all alerts that are owed. */
  readonly reasons: readonly Change[];
  /** Its digest is due: only quiet hours hold it any longer. */
  readonly released: boolean;
  /** The daily try of a subscription that sleeps because of the platform. */
  readonly revival: boolean;
  readonly now: Instant;
}

const wasTold = (told: SentMessage | undefined): told is SentMessage =>
  told !== undefined && told.how !== 'dropped';

/** A mute is broken once: when the incident turns critical, or is taken back. */
const breaksMute = (reasons: readonly Change[], { severity }: Incident): boolean =>
  reasons.includes('retracted') || (reasons.includes('severity-rose') && severity === 'critical');

/** A reminder that waited for a digest or for the end of the night until its date was over, or was lifted. */
const remindsInVain = ({ reasons, incident, now }: Moment): boolean =>
  reasons.length > 0 &&
  reasons.every((reason) => reason === 'deadline-near') &&
  (incident.closedAt !== undefined || (incident.reminded?.deadline ?? 0) <= now);

const isAsleep = ({ state }: Subscription, revival: boolean): boolean =>
  state === 'paused' || (state !== 'active' && !revival);

const dropReason = (moment: Moment): DropReason | undefined => {
  const { subscription, incident, facts, told, reasons, revival } = moment;
  if (incident.mergedInto !== undefined) return 'merged';
  if (subscription === undefined) return 'unsubscribed';
  if (subscription.state !== 'active' && isAsleep(subscription, revival)) return subscription.state;
  if (isMuted(subscription, incident) && !breaksMute(reasons, incident)) return 'muted';
  if (wasTold(told)) return remindsInVain(moment) ? 'date-passed' : undefined;
  if (incident.retracted !== undefined) return 'retracted';
  return matches(subscription, facts).matched ? undefined : 'no-longer-matching';
};

/** Until when it waits for a digest, and whether it may come without a sound instead. */
const holdUntil = (
  subscription: Subscription,
  { incident, owedSince, released, now }: Moment,
): Instant | 'silent' | undefined => {
  const isCritical = incident.severity === 'critical';
  const due = released ? now : nextRelease(subscription.cadence, subscription, now);
  if (due > now) return due;
  const { quiet, zone } = subscription;
  const quietEnd = quiet === undefined ? undefined : quietUntil(quiet, zone, now);
  if (quietEnd !== undefined) return isCritical && quiet?.criticals === 'silent' ? 'silent' : quietEnd;
  return !released && !isCritical && now - owedSince > DAY ? now : undefined;
};

/** Design, section 3: what is sent is decided when it is sent, by the filter, language and incident of that moment. Pure. */
export const planDelivery = (moment: Moment): Plan => {
  const { alert, incident, subscription, told, reasons } = moment;
  if (told !== undefined && told.revision >= alert.revision) return { do: 'settle' };
  const why = dropReason(moment);
  if (why !== undefined) return { do: 'drop', why };
  const hold = subscription === undefined ? undefined : holdUntil(subscription, moment);
  if (typeof hold === 'number') return { do: 'hold', until: hold };
  const isUpdate = wasTold(told);
  return {
    do: 'send',
    alert: {
      ...alert,
      revision: incident.revision,
      change: isUpdate ? 'updated' : 'opened',
      reasons: isUpdate ? reasons : [],
    },
    silent: hold === 'silent',
    ...(told?.messageId === undefined ? {} : { replyTo: told.messageId }),
  };
};
