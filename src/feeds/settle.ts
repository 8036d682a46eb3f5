import type { Feed, FeedState, FetchFailure } from '../domain/feed.ts';
import type { Instant, Millis } from '../domain/instant.ts';
import { type Random, retryAt } from './due.ts';

export interface Failure {
  readonly reason: FetchFailure;
  /** For operators: what happened, without secrets. */
  readonly detail: string;
  /** The server's own wish. */
  readonly notBefore?: Millis | undefined;
  /** The remembered address is no good any more: ask the catalogue's again. */
  readonly forgetUrl?: boolean;
}

const MAX_DETAIL = 200;

const healthAfter = ({ reason }: Failure, forgets: boolean): FeedState['health'] => {
  if (reason === 'gone') return forgets ? 'failing' : 'gone';
  return reason === 'blocked' ? 'blocked' : 'failing';
};

/** The state after a bad answer: one failure more, later by backoff, validators kept from the last good answer. */
export const settleFailure = (
  feed: Feed,
  state: FeedState,
  failure: Failure,
  now: Instant,
  random: Random,
): FeedState => {
  const failures = state.failures + 1;
  const blocked = failure.reason === 'blocked';
  const { url, etag, lastModified, bodyHash, ...rest } = state;
  const forgets = failure.forgetUrl === true && url !== undefined;
  const known = {
    ...(url === undefined ? {} : { url }),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(bodyHash === undefined ? {} : { bodyHash }),
  };
  return {
    ...rest,
    ...(forgets ? { formerUrl: url } : known),
    health: healthAfter(failure, forgets),
    failures,
    lastFailure: `${failure.reason}: ${failure.detail}`.slice(0, MAX_DETAIL),
    lastPolledAt: now,
    nextPollAt: retryAt(feed, failures, now, random, { notBefore: failure.notBefore, blocked }),
  };
};

/** The state after "nothing new", which is a good answer. */
export const settleUnchanged = (state: FeedState, now: Instant, nextPollAt: Instant): FeedState => {
  const { lastFailure: _healed, ...rest } = state;
  return { ...rest, health: 'ok', failures: 0, lastPolledAt: now, lastSuccessAt: now, nextPollAt };
};
