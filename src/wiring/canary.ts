import type { LaneSettings } from '../delivery/delivery-desk.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import { type Instant, MINUTE, type Millis } from '../domain/instant.ts';
import type { Clock, Logger, Messenger } from '../domain/ports.ts';
import type { Job } from '../schedule.ts';
import { createCanaryMessenger, testWords } from './canary-messenger.ts';
import { canaryTurn } from './canary-turn.ts';
import type { LiveSteps } from './live-steps.ts';
import type { NotifyOperators } from './notify-operators.ts';
import { type PersonalPlatform, personOf, placeOfPerson } from './place-of-person.ts';

export interface CanaryParts {
  /** Absent: there is none. */
  readonly every: Millis | undefined;
  readonly live: LiveSteps;
  readonly operators: readonly string[];
  readonly platforms: ReadonlyMap<Platform, PersonalPlatform>;
  readonly languageOf: (place: Destination) => Promise<string>;
  readonly pace: (platform: Platform) => LaneSettings;
  readonly notifyOperators: Pick<NotifyOperators, 'add'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How the canary is; the start counts as a success, so that one that never arrives is missed too. */
export interface CanaryState {
  readonly lastSuccessAt: Instant;
  readonly every: Millis;
  readonly ok: boolean;
}

export interface Canary {
  state(): CanaryState | undefined;
  readonly jobs: readonly Job[];
  /** Resolves when no turn is under way. */
  idle(): Promise<void>;
}

/** A turn takes no longer: then it has failed. */
const LONGEST_TURN: Millis = 2 * MINUTE;
/** One turn may fall into a platform's bad minute. */
const FAILURES_TO_TELL = 2;

const NONE: Canary = { state: () => undefined, jobs: [], idle: async () => undefined };

/** Sends a made-up entry from feed to chat every so often, and raises the alarm by every other way when it does not arrive. */
export const createCanary = (parts: CanaryParts): Canary => {
  const { every, live, operators, platforms, notifyOperators, clock, logger } = parts;
  if (every === undefined) return NONE;
  const messengers = new Map<Platform, Messenger>(
    [...platforms].map(([platform, { messenger }]) => [platform, createCanaryMessenger(messenger)]),
  );
  const people = operators.map(personOf);
  let lastSuccessAt = clock.now();
  let failures = 0;
  let nextAt = clock.monotonic();
  let underway: Promise<void> | undefined;

  const recipients = async (): Promise<readonly { place: Destination; language: string }[]> => {
    const found = await Promise.all(people.map((person) => placeOfPerson(person, platforms)));
    const places = found.flatMap((place) => (place === undefined || 'kind' in place ? [] : [place]));
    return Promise.all(places.map(async (place) => ({ place, language: await parts.languageOf(place) })));
  };

  /** The platforms on which somebody is to hear of it, and did not. */
  const missing = async (): Promise<{
    readonly silent: readonly string[];
    readonly came: readonly string[];
  }> => {
    const wanted = new Set(people.map(({ platform }) => platform));
    const { reached, came } = await canaryTurn({
      ...{ steps: live.now(), words: testWords(live.words), to: await recipients(), messengers },
      ...{ pace: parts.pace, patience: Math.min(every, LONGEST_TURN), clock, logger },
    });
    return { silent: [...wanted].filter((platform) => !reached.has(platform)), came };
  };

  const succeed = (): void => {
    if (failures >= FAILURES_TO_TELL)
      notifyOperators.add(({ words, language }) => words.say(language, 'ops.canary.back'));
    failures = 0;
    lastSuccessAt = clock.now();
  };

  const fail = (platform: string, fields: Readonly<Record<string, unknown>>): void => {
    failures += 1;
    const since = lastSuccessAt;
    logger.error('canary.silent', { platform, lastSuccessAt: new Date(since).toISOString(), ...fields });
    if (failures !== FAILURES_TO_TELL) return;
    notifyOperators.add(({ words, language }) =>
      words.say(language, 'ops.canary.silent', {
        platform,
        since: words.time(since, { language, zone: 'UTC' }),
      }),
    );
  };

  const turn = async (): Promise<void> => {
    try {
      const { silent, came } = await missing();
      if (silent.length === 0) succeed();
      else fail(silent.join(', '), { came });
    } catch (error) {
      fail('all', { error });
    }
  };

  const tick = (): void => {
    if (underway !== undefined || clock.monotonic() < nextAt) return;
    nextAt = clock.monotonic() + every;
    underway = turn().finally(() => {
      underway = undefined;
    });
  };

  return {
    state: () => ({ lastSuccessAt, every, ok: failures < FAILURES_TO_TELL }),
    jobs: [{ name: 'canary', cron: '*/5 * * * * *', run: tick }],
    idle: async () => underway,
  };
};
