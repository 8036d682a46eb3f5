import type { Incident } from '../domain/incident.ts';
import { type Instant, MINUTE } from '../domain/instant.ts';

/** More incidents than this opened within the window are more likely our mistake than the world's. */
const WINDOW = 10 * MINUTE;
const MAX_OPENED = 5;
const MAX_OF_ONE_FEED = 2;

/** What the brake remembers: the openings of the last ten minutes, and whether it is on. */
export interface BrakeState {
  readonly opened: readonly { readonly id: string; readonly at: Instant; readonly feedId: string }[];
  readonly on: boolean;
}

export const BRAKE_OFF: BrakeState = { opened: [], on: false };

/** `engaged`: it went on just now, and operators are to be asked. */
export interface Braked {
  readonly state: BrakeState;
  readonly held: boolean;
  readonly engaged: boolean;
}

const isExempt = ({ confirmation, severity }: Incident): boolean =>
  confirmation === 'official' && severity === 'critical';

const isTooMany = (opened: BrakeState['opened'], feedId: string): boolean =>
  opened.length > MAX_OPENED || opened.filter((one) => one.feedId === feedId).length > MAX_OF_ONE_FEED;

/**
 * Whether the alert about this incident is held (design, section 2): more than 5 opened in 10 minutes, or 3 from
 * one feed, hold everything but official criticals until an operator says Send or Drop.
 */
export const brake = (
  state: BrakeState,
  incident: Incident,
  change: 'opened' | 'updated',
  now: Instant,
): Braked => {
  const { id } = incident;
  const recent = state.opened.filter(({ at }) => now - at < WINDOW);
  const [{ feedId }] = incident.sources;
  // A commit that failed half-way is tried again, and opens the same incident.
  const isRepeat = recent.some((one) => one.id === id);
  const opened = change === 'opened' && !isRepeat ? [...recent, { id, at: now, feedId }] : recent;
  const on = state.on || (change === 'opened' && isTooMany(opened, feedId));
  return { state: { opened, on }, held: on && !isExempt(incident), engaged: on && !state.on };
};

/** An operator has decided: what comes next is counted from nothing. */
export const releaseBrake = (): BrakeState => BRAKE_OFF;
