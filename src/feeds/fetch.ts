import { createHash } from 'node:crypto';
import { types } from 'node:util';
import type { Feed, FeedState, Fetched } from '../domain/feed.ts';
import { type Millis, SECOND } from '../domain/instant.ts';
import type { Clock, FetchFeed, Logger } from '../domain/ports.ts';
import { type Answer, type Ask, createAsk, TooManyRedirectsError } from './ask.ts';
import { MAX_BODY_BYTES } from './decode.ts';
import { nextPollAt, type Random } from './due.ts';
import { feedAddress } from './feed-address.ts';
import { freshFor } from './fresh-for.ts';
import { isPublicAddress, RefusedAddressError, type ResolveHost, resolveHost } from './guard-address.ts';
import { createHostQueue, type HostQueue } from './host-queue.ts';
import { type BodyRead, readBody } from './read-body.ts';
import { retryAfter } from './retry-after.ts';
import { type Failure, settleFailure, settleUnchanged } from './settle.ts';
import { looksLikeChallenge, looksLikeHtml } from './sniff.ts';

export interface FetchFeedOptions {
  readonly clock: Clock;
  /** Product, version and a contact: regulators demand one, and everybody may ask us to stop. */
  readonly userAgent: string;
  /** Lets feeds live on loopback and private networks: for tests and intranets. */
  readonly allowPrivate: boolean;
  readonly logger: Logger;
  readonly random?: Random;
  readonly resolve?: ResolveHost;
  readonly deadline?: Millis;
  readonly maxBytes?: number;
  /** Shared with whoever else asks the same hosts; one of its own unless given. */
  readonly queue?: HostQueue;
}

const DEADLINE: Millis = 30 * SECOND;
const SNIFF_BYTES = 200_000;
const ERROR_PAGE_BYTES = 64 * 1024;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1';

type Known = Required<Pick<FetchFeedOptions, 'clock' | 'random' | 'deadline' | 'maxBytes'>> & {
  readonly ask: Ask;
};

/** An empty validator would make some servers send everything again: it is left out. */
const requestHeaders = ({ etag = '', lastModified = '' }: FeedState): Record<string, string> => ({
  accept: ACCEPT,
  'accept-encoding': 'gzip, deflate, br',
  ...(etag === '' ? {} : { 'if-none-match': etag }),
  ...(lastModified === '' ? {} : { 'if-modified-since': lastModified }),
});

const failed = (feed: Feed, state: FeedState, failure: Failure, { clock, random }: Known): Fetched => ({
  kind: 'failed',
  reason: failure.reason,
  detail: failure.detail,
  state: settleFailure(feed, state, failure, clock.now(), random),
});

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

const isNetworkFault = (error: Error): boolean => codeOf(error) !== '' || error.name === 'HTTPParserError';

/** What the network did, in our words. What neither network nor platform names is a bug, and goes on its way. */
const networkFailure = (cause: unknown, signal: AbortSignal): Failure => {
  if (signal.aborted) return { reason: 'timeout', detail: 'no whole answer in time', forgetUrl: true };
  if (!types.isNativeError(cause)) throw cause;
  const inner = types.isNativeError(cause.cause) ? cause.cause : cause;
  const detail = `${codeOf(inner)} ${inner.message}`.trim();
  if (inner instanceof RefusedAddressError)
    return { reason: 'refused-address', detail: inner.message, forgetUrl: true };
  if (inner instanceof TooManyRedirectsError) return { reason: 'http-error', detail, forgetUrl: true };
  if (!isNetworkFault(inner)) throw cause;
  const reason = /TIMEOUT|ETIMEDOUT/.test(codeOf(inner)) ? 'timeout' : 'unreachable';
  return { reason, detail, forgetUrl: true };
};

const isChallenge = (answer: Answer, page: BodyRead): boolean =>
  answer.header('cf-mitigated') === 'challenge' ||
  (page.ok && looksLikeChallenge(Buffer.from(page.bytes).toString('latin1')));

const statusFailure = (answer: Answer, page: BodyRead, now: number): Failure => {
  const { status, header } = answer;
  const notBefore = retryAfter(header('retry-after'), header('date'), now);
  if (status === 410)
    return { reason: 'gone', detail: 'HTTP 410: the publisher ended this feed', forgetUrl: true };
  if ((status === 403 || status === 503 || status === 429) && isChallenge(answer, page)) {
    return { reason: 'blocked', detail: `HTTP ${status}: a challenge page, meant for browsers`, notBefore };
  }
  if (status === 429 || (status === 503 && notBefore !== undefined)) {
    return { reason: 'rate-limited', detail: `HTTP ${status}`, notBefore };
  }
  if (status === 401 || status === 403 || status === 451)
    return { reason: 'blocked', detail: `HTTP ${status}`, notBefore };
  return { reason: 'http-error', detail: `HTTP ${status}`, notBefore, forgetUrl: status === 404 };
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

const sniffFailure = (answer: Answer, bytes: Uint8Array): Failure | undefined => {
  if (bytes.byteLength === 0) return { reason: 'not-a-feed', detail: 'the body is empty', forgetUrl: true };
  const head = Buffer.from(bytes.subarray(0, SNIFF_BYTES)).toString('latin1');
  if (!looksLikeHtml(head)) return undefined;
  return answer.header('cf-mitigated') === 'challenge' || looksLikeChallenge(head)
    ? { reason: 'blocked', detail: `HTTP ${answer.status}: a challenge page, meant for browsers` }
    : { reason: 'not-a-feed', detail: `HTTP ${answer.status} with an HTML page`, forgetUrl: true };
};

/** `Expires: 0` says that nothing is to be kept: validators of such an answer are worth nothing. */
const forbidsKeeping = (answer: Answer): boolean => answer.header('expires')?.trim() === '0';

/** The state with what this answer teaches: validators, and the address that works now. */
const learn = (state: FeedState, answer: Answer, bodyHash: string | undefined): FeedState => {
  const { etag: oldEtag, lastModified: oldModified, bodyHash: oldHash, ...rest } = state;
  const isFull = bodyHash !== undefined;
  const header = forbidsKeeping(answer) ? () => '' : answer.header;
  const etag = header('etag') ?? (isFull ? undefined : oldEtag);
  const lastModified = header('last-modified') ?? (isFull ? undefined : oldModified);
  const hash = bodyHash ?? oldHash;
  return {
    ...rest,
    ...(answer.movedTo === undefined ? {} : { url: answer.movedTo }),
    ...(etag === undefined || etag === '' ? {} : { etag }),
    ...(lastModified === undefined || lastModified === '' ? {} : { lastModified }),
    ...(hash === undefined ? {} : { bodyHash: hash }),
  };
};

const unchanged = (
  feed: Feed,
  state: FeedState,
  answer: Answer,
  known: Known,
  bodyHash?: string,
): Fetched => {
  const now = known.clock.now();
  const next = nextPollAt(feed, state, now, known.random, freshFor(answer.header, now));
  return { kind: 'unchanged', state: settleUnchanged(learn(state, answer, bodyHash), now, next) };
};

const judgeBody = (
  feed: Feed,
  state: FeedState,
  answer: Answer,
  bytes: Uint8Array,
  known: Known,
): Fetched => {
  const failure = sniffFailure(answer, bytes);
  if (failure !== undefined) return failed(feed, state, failure, known);
  const bodyHash = hashOf(bytes);
  // A feed that never was read well is read again, whatever its hash.
  if (bodyHash === state.bodyHash && state.firstPolledAt !== undefined)
    return unchanged(feed, state, answer, known, bodyHash);
  const now = known.clock.now();
  const next = nextPollAt(feed, state, now, known.random, freshFor(answer.header, now));
  const contentType = answer.header('content-type');
  return {
    kind: 'body',
    bytes,
    ...(contentType === undefined ? {} : { contentType }),
    url: answer.url,
    // Health, failures and the last success are for the sieve to say, once the body has been read.
    state: { ...learn(state, answer, bodyHash), lastPolledAt: now, nextPollAt: next },
  };
};

/** Some servers send a whole answer under the validator that we gave them. A feed never read well is read all the same. */
const isAsStored = (state: FeedState, { header }: Answer): boolean => {
  if (state.firstPolledAt === undefined) return false;
  const { etag = '', lastModified = '' } = state;
  const answered = header('etag') ?? '';
  if (answered !== '') return answered === etag;
  return lastModified !== '' && header('last-modified') === lastModified;
};

/** Whether we asked only for what is newer than we have. */
const isKnown = ({ etag = '', lastModified = '' }: FeedState): boolean => etag !== '' || lastModified !== '';

const judge = async (feed: Feed, state: FeedState, answer: Answer, known: Known): Promise<Fetched> => {
  if (answer.status === 304) {
    answer.body.resume();
    // "As you know it", to one who knows nothing: believed, a feed would seem well and never be read.
    return isKnown(state)
      ? unchanged(feed, state, answer, known)
      : failed(feed, state, { reason: 'http-error', detail: 'HTTP 304 unasked', forgetUrl: true }, known);
  }
  const isGood = answer.status >= 200 && answer.status < 300;
  if (isGood && isAsStored(state, answer)) {
    answer.body.destroy();
    return unchanged(feed, state, answer, known);
  }
  const limit = isGood ? known.maxBytes : ERROR_PAGE_BYTES;
  const read = await readBody(answer.body, answer.header('content-encoding'), limit);
  if (!isGood) return failed(feed, state, statusFailure(answer, read, known.clock.now()), known);
  return read.ok ? judgeBody(feed, state, answer, read.bytes, known) : failed(feed, state, read, known);
};

const fetchOnce = async (feed: Feed, state: FeedState, known: Known): Promise<Fetched> => {
  const signal = AbortSignal.timeout(known.deadline);
  try {
    const answer = await known.ask(state.url ?? feedAddress(feed), requestHeaders(state), signal);
    return await judge(feed, state, answer, known);
  } catch (cause) {
    return failed(feed, state, networkFailure(cause, signal), known);
  }
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/** Asks feeds politely; see `FetchFeed`. What it may not ask, and what comes back wrong, are values. */
export const createFetchFeed = (options: FetchFeedOptions): FetchFeed => {
  const { clock, userAgent, allowPrivate, logger, random = Math.random, resolve = resolveHost } = options;
  const { deadline = DEADLINE, maxBytes = MAX_BODY_BYTES } = options;
  const queue = options.queue ?? createHostQueue({ clock, isFree: allowPrivate });
  const known: Known = {
    clock,
    random,
    deadline,
    maxBytes,
    ask: createAsk({ userAgent, allows: allowPrivate ? () => true : isPublicAddress, resolve }),
  };
  return async (feed, state) => {
    const fetched = await queue(hostOf(state.url ?? feedAddress(feed)), () => fetchOnce(feed, state, known));
    const fields = { feed: feed.id, result: fetched.kind };
    if (fetched.kind === 'failed')
      logger.info('feed.failed', { ...fields, reason: fetched.reason, detail: fetched.detail });
    else logger.debug('feed.fetched', fields);
    return fetched;
  };
};
