import type { Destination } from '../domain/destination.ts';
import { DAY, MINUTE, type Millis, SECOND } from '../domain/instant.ts';
import type { Outcome, OutcomeKind } from '../domain/outcome.ts';

/** What has been tried already for this delivery. */
export interface Tried {
  /** Attempts that ended in `later` or `unknown`, this one included. */
  readonly attempts: number;
  readonly withoutReply: boolean;
  readonly asPlainText: boolean;
}

/** What an outcome calls for. */
export type Verdict =
  | { readonly do: 'record'; readonly messageId: string }
  /** Again with the same delivery id; `everyone`: the whole platform waits; `slower`: it said "too many". */
  | { readonly do: 'retry'; readonly afterMs: Millis; readonly everyone: boolean; readonly slower: boolean }
  | { readonly do: 'resend-without-reply' }
  | { readonly do: 'resend-as-plain-text' }
  /** The subscription sleeps until the platform says that it changed, or the daily try succeeds. */
  | { readonly do: 'suspend'; readonly state: 'gone' | 'forbidden'; readonly right?: string }
  | { readonly do: 'move'; readonly destination: Destination }
  /** Kept with its payload for an operator, never sent again by itself. */
  | { readonly do: 'park'; readonly why: string }
  | { readonly do: 'stop-platform'; readonly why: string };

const LONGEST_BACKOFF = 5 * MINUTE;
/** A bug that answers "unknown" for ever must not be tried for ever. */
const MOST_UNKNOWN = 50;

/** 1 s, 2 s, 4 s … 5 min. */
export const backoff = (attempts: number): Millis =>
  Math.min(LONGEST_BACKOFF, SECOND * 2 ** Math.min(attempts - 1, 20));

const isTooMany = (why: string): boolean => /\b429\b|too many requests|rate.?limit/i.test(why);

type Policy = {
  readonly [K in OutcomeKind]: (outcome: Extract<Outcome, { kind: K }>, tried: Tried) => Verdict;
};

/** Design, section 6: the one place that says what each outcome calls for. */
const POLICY: Policy = {
  sent: ({ messageId }) => ({ do: 'record', messageId }),
  later: ({ afterMs, why, everyone = false }, { attempts }) => ({
    do: 'retry',
    // The platform's own delay is honoured as it is; a fault or a broken line is left alone for longer and longer.
    afterMs: isTooMany(why) ? Math.min(afterMs, DAY) : Math.max(afterMs, backoff(attempts)),
    everyone,
    slower: isTooMany(why),
  }),
  unknown: ({ why }, { attempts }) =>
    attempts > MOST_UNKNOWN
      ? { do: 'park', why: `unknown ${attempts} times: ${why}` }
      : { do: 'retry', afterMs: backoff(attempts), everyone: false, slower: false },
  gone: () => ({ do: 'suspend', state: 'gone' }),
  forbidden: ({ right }) => ({ do: 'suspend', state: 'forbidden', right }),
  moved: ({ destination }) => ({ do: 'move', destination }),
  rejected: ({ why }, { asPlainText }) =>
    asPlainText ? { do: 'park', why } : { do: 'resend-as-plain-text' },
  'reply-lost': (_, { withoutReply }) =>
    withoutReply ? { do: 'park', why: 'reply lost without a reply' } : { do: 'resend-without-reply' },
  unauthorised: ({ why }) => ({ do: 'stop-platform', why }),
};

/** What to do about `outcome`. Pure. */
export const verdictOn = <K extends OutcomeKind>(
  outcome: Extract<Outcome, { kind: K }>,
  tried: Tried,
): Verdict =>
  (POLICY[outcome.kind as K] as (outcome: Extract<Outcome, { kind: K }>, tried: Tried) => Verdict)(
    outcome,
    tried,
  );
