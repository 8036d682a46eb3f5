import type { Destination } from '../domain/destination.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import { createWindow, type Limit, NO_WINDOW } from './window.ts';

/** How fast a platform may be sent to; its numbers come from whoever knows the platform. */
export interface PaceSettings {
  /** Ceiling over all chats; Infinity where the platform's own library keeps the pace. */
  readonly perSecond: number;
  /** Sends that may go out at once after a pause, so that a late timer costs nothing. */
  readonly burst: number;
  /** What the platform lets through over all chats, where it counts in a sliding window. */
  readonly window?: Limit;
  /** Which part of all that is ours, above 0, where several processes send; all of it unless told. */
  readonly share?: () => number;
  /** Requests on their way at once. */
  readonly concurrency: number;
  /** For one chat, all its threads together. */
  readonly chatLimits: (destination: Destination) => readonly Limit[];
}

/** Keeps one platform near its limits and not above. All times are of the monotonic clock. */
export interface Pace {
  /** How long the platform must still wait; 0 to send now. */
  wait(now: Millis): Millis;
  /** How long this chat must still wait. */
  waitFor(destination: Destination, now: Millis): Millis;
  take(destination: Destination, now: Millis): void;
  /** What was taken `tookMs` ago has its answer. */
  answered(tookMs: Millis, now: Millis): void;
  /** Undoes the latest `take` of this chat: nothing was sent after all. */
  giveBack(destination: Destination, now: Millis): void;
  /** The platform said "too many": half the rate, creeping back to the ceiling. */
  slowDown(now: Millis): void;
  /** Nothing goes out before then. */
  pauseUntil(at: Millis): void;
  rate(now: Millis): number;
  /** Forgets chats that have been quiet; called now and then. */
  sweep(now: Millis): void;
}

/** Requests overtake each other on their way: windows are kept this much longer than asked. */
const JITTER = 1.02;
/** From half to the whole ceiling in this time. */
const RECOVERY = 60 * SECOND;
/** Several refusals at once are one: the requests were already on their way. */
const ONE_REFUSAL = SECOND;
const FLOOR = 1 / 16;

const createChatLog = (chatLimits: PaceSettings['chatLimits']) => {
  const recent = new Map<string, number[]>();
  const longest = new Map<string, Millis>();
  return {
    wait(destination: Destination, now: Millis): Millis {
      const times = recent.get(destination.chat);
      if (times === undefined) return 0;
      const waits = chatLimits(destination).map(({ count, perMs }) => {
        const first = times[times.length - count];
        return first === undefined ? 0 : first + perMs * JITTER - now;
      });
      return Math.max(0, ...waits);
    },
    take(destination: Destination, now: Millis): void {
      const limits = chatLimits(destination);
      if (limits.length === 0) return;
      const times = recent.get(destination.chat) ?? [];
      times.push(now);
      if (times.length > Math.max(...limits.map(({ count }) => count))) times.shift();
      recent.set(destination.chat, times);
      longest.set(destination.chat, Math.max(...limits.map(({ perMs }) => perMs)) * JITTER);
    },
    giveBack(destination: Destination): void {
      recent.get(destination.chat)?.pop();
    },
    sweep(now: Millis): void {
      for (const [chat, times] of recent) {
        if (now - (times.at(-1) ?? 0) <= (longest.get(chat) ?? 0)) continue;
        recent.delete(chat);
        longest.delete(chat);
      }
    },
  };
};

const ALL = (): number => 1;

export const createPace = ({
  perSecond,
  burst,
  chatLimits,
  share: ofAll = ALL,
  ...settings
}: PaceSettings): Pace => {
  const chats = createChatLog(chatLimits);
  const window = settings.window === undefined ? NO_WINDOW : createWindow(settings.window, ofAll);
  /** When a steady stream at the present rate would have come to where we are (the leaky bucket as a meter). */
  let due = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let slowed: { readonly share: number; readonly at: Millis } | undefined;

  /** What haste has left of it. */
  const left = (now: Millis): number =>
    slowed === undefined ? 1 : Math.min(1, slowed.share + (now - slowed.at) / (2 * RECOVERY));
  const share = (now: Millis): number => ofAll() * left(now);
  const interval = (now: Millis): Millis => SECOND / (perSecond * share(now));

  return {
    wait(now) {
      const atOnce = Math.max(1, Math.floor(burst * ofAll()));
      return Math.max(0, pausedUntil - now, due - (atOnce - 1) * interval(now) - now, window.wait(now));
    },
    waitFor: (destination, now) => chats.wait(destination, now),
    take(destination, now) {
      if (Number.isFinite(perSecond)) due = Math.max(due, now) + interval(now);
      chats.take(destination, now);
      window.take();
    },
    answered: (tookMs, now) => window.answered(tookMs, now),
    giveBack(destination, now) {
      if (Number.isFinite(perSecond)) due -= interval(now);
      chats.giveBack(destination);
      window.giveBack();
    },
    slowDown(now) {
      if (slowed !== undefined && now - slowed.at < ONE_REFUSAL) return;
      slowed = { share: Math.max(FLOOR, left(now) / 2), at: now };
    },
    pauseUntil(at) {
      pausedUntil = Math.max(pausedUntil, at);
    },
    rate: (now) => perSecond * share(now),
    sweep: (now) => chats.sweep(now),
  };
};
