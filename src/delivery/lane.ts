import type { Platform } from '../domain/destination.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import type { Clock, Logger } from '../domain/ports.ts';
import type { After } from './after.ts';
import type { Backlog, Chain, Turn } from './backlog.ts';
import { backoff } from './outcome-policy.ts';
import type { OwedJob } from './owed.ts';
import type { Pace } from './pace.ts';
import { createWidth } from './width.ts';

/** How a turn ended. */
export interface TurnEnd {
  /** A request was made. */
  readonly used: boolean;
  /** Jobs that are still owed there. */
  readonly back?: readonly OwedJob[];
  readonly retry?: { readonly afterMs: Millis; readonly everyone: boolean; readonly slower: boolean };
  /** The token is refused: the platform sends nothing more. */
  readonly stop?: string;
}

/** One platform's sending: at its pace, so many at once, chats beside one another. */
export interface Lane {
  readonly backlog: Backlog<OwedJob>;
  /** Starts whatever can start now. */
  pump(): void;
  inFlight(): number;
  stoppedBy(): string | undefined;
  /** Starts nothing more. Resolves once what is under way has ended. */
  close(): Promise<void>;
}

export interface LaneParts {
  readonly platform: Platform;
  readonly backlog: Backlog<OwedJob>;
  readonly pace: Pace;
  readonly concurrency: number;
  readonly take: (turn: Turn<OwedJob>) => Promise<TurnEnd>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly after: After;
  /** Called when a turn has ended. */
  readonly onEnd: () => void;
}

/** So many faults in a row, and it is the platform that is down: one request at a time feels for it. */
const FAULTS_OF_AN_OUTAGE = 5;
/** Refused for haste so often in a row, in chat after chat, it is meant for all of them (Telegram does not say). */
const REFUSALS_OF_ALL = 3;
const LONGEST_OUTAGE_PAUSE = 30 * SECOND;

export const createLane = ({
  platform,
  backlog,
  pace,
  concurrency,
  take,
  clock,
  logger,
  after,
  onEnd,
}: LaneParts): Lane => {
  const width = createWidth(concurrency);
  let inFlight = 0;
  let faults = 0;
  let refusals = 0;
  let stopped: string | undefined;
  let closed: (() => void) | undefined;
  let cancelTimer: (() => void) | undefined;

  const isOut = (): boolean => faults >= FAULTS_OF_AN_OUTAGE;

  /** What a turn says about the platform as a whole: it is at fault, or it answers, be it with a refusal. */
  const count = ({ retry, used }: TurnEnd): void => {
    if (retry?.slower === false) {
      faults++;
      return;
    }
    if (used) faults = 0;
    if (retry !== undefined) {
      refusals++;
      pace.slowDown(clock.monotonic());
    } else if (used) refusals = 0;
  };

  /** How long all its chats are to wait; undefined where only this one is. */
  const pauseOfAll = ({ retry }: TurnEnd): Millis | undefined => {
    const isForAll = retry?.everyone === true || (retry?.slower === true && refusals >= REFUSALS_OF_ALL);
    if (isForAll) return retry.afterMs;
    return isOut() ? Math.min(LONGEST_OUTAGE_PAUSE, backoff(faults - FAULTS_OF_AN_OUTAGE + 1)) : undefined;
  };

  const learn = (result: TurnEnd): void => {
    count(result);
    const afterMs = pauseOfAll(result);
    if (afterMs === undefined) return;
    if (isOut()) logger.warn('platform-unreachable', { platform, faults, afterMs });
    pace.pauseUntil(clock.monotonic() + afterMs);
  };

  const end = (chain: Chain<OwedJob>, begunAt: Millis, result: TurnEnd): void => {
    const now = clock.monotonic();
    const { retry, back = [], used } = result;
    width.end(begunAt, used ? now : undefined);
    if (used) pace.answered(now - begunAt, now);
    else pace.giveBack(chain.destination, now);
    learn(result);
    chain.attempts = retry === undefined || retry.everyone || back.length === 0 ? 0 : chain.attempts + 1;
    backlog.free(chain, {
      back,
      // What was refused for haste was not sent; of anything else nobody can be sure.
      tried: retry?.slower === false,
      ...(retry === undefined || retry.everyone ? {} : { notBefore: now + retry.afterMs }),
    });
    if (result.stop !== undefined && stopped === undefined) {
      stopped = result.stop;
      logger.error('platform-stopped', { platform, why: result.stop, owed: backlog.size() });
    }
  };

  const run = async (turn: Turn<OwedJob>, begunAt: Millis): Promise<void> => {
    inFlight++;
    try {
      end(turn.chain, begunAt, await take(turn));
    } catch (error) {
      // One delivery is an edge at which a bug is caught: it is tried again, later and later.
      logger.error('delivery-failed', { platform, error });
      const afterMs = backoff(turn.chain.attempts + 1);
      const retry = { afterMs, everyone: false, slower: false };
      end(turn.chain, begunAt, { used: true, back: turn.jobs, retry });
    } finally {
      inFlight--;
    }
    if (closed !== undefined && inFlight === 0) closed();
    pump();
    onEnd();
  };

  const pumpAfter = (ms: Millis): void => {
    cancelTimer = after(Math.max(1, Math.ceil(ms)), pump);
  };

  const mayStart = (): boolean =>
    closed === undefined && stopped === undefined && (inFlight === 0 || !isOut());

  /** Begins the next turn; where none can begin yet, sees to it that one does once it may, and returns false. */
  const startOne = (): boolean => {
    const now = clock.monotonic();
    const wait = Math.max(pace.wait(now), width.wait(pace.rate(now), now));
    if (wait > 0) {
      // While all that may be under way is, the end of one of them comes first.
      if (backlog.size() > 0 && Number.isFinite(wait)) pumpAfter(wait);
      return false;
    }
    const turn = backlog.next(now);
    if (turn === undefined) {
      const wakesAt = backlog.wakesAt();
      if (wakesAt !== undefined) pumpAfter(wakesAt - now);
      return false;
    }
    pace.take(turn.chain.destination, now);
    width.begin(now);
    void run(turn, now);
    return true;
  };

  const pump = (): void => {
    cancelTimer?.();
    cancelTimer = undefined;
    while (mayStart()) if (!startOne()) return;
  };

  return {
    backlog,
    pump,
    inFlight: () => inFlight,
    stoppedBy: () => stopped,
    close: () =>
      new Promise((resolve) => {
        cancelTimer?.();
        closed = resolve;
        if (inFlight === 0) resolve();
      }),
  };
};
