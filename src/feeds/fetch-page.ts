import { HOUR, type Millis } from '../domain/instant.ts';
import type { Clock } from '../domain/ports.ts';
import { type Answer, type Ask, createAsk } from './ask.ts';
import { decode } from './decode.ts';
import type { FetchPage } from './enrich.ts';
import { isPublicAddress, type ResolveHost, resolveHost } from './guard-address.ts';
import { createHostQueue, type HostQueue } from './host-queue.ts';
import { readBody } from './read-body.ts';
import { robotsAllow } from './robots.ts';

export interface FetchPageOptions {
  readonly clock: Clock;
  readonly userAgent: string;
  readonly allowPrivate: boolean;
  readonly resolve?: ResolveHost;
  /** Shared with whoever else asks the same hosts; one of its own unless given. */
  readonly queue?: HostQueue;
}

const MAX_PAGE_BYTES = 2 * 1024 * 1024;
const MAX_ROBOTS_BYTES = 256 * 1024;
const ROBOTS_AGE: Millis = 6 * HOUR;
const MAX_HOSTS = 500;

interface Robots {
  readonly text: string;
  readonly readAt: Millis;
}

const textOf = async (answer: Answer, maxBytes: number): Promise<string | undefined> => {
  const read = await readBody(answer.body, answer.header('content-encoding'), maxBytes);
  return answer.status === 200 && read.ok ? decode(read.bytes, answer.header('content-type')) : undefined;
};

/** A robots.txt that is not there allows all; one that cannot be had for the server's fault forbids all (RFC 9309 2.3). */
const askRobots = async (ask: Ask, origin: string, signal: AbortSignal): Promise<string> => {
  const answer = await ask(`${origin}/robots.txt`, { accept: 'text/plain' }, signal);
  const text = await textOf(answer, MAX_ROBOTS_BYTES);
  return text ?? (answer.status >= 500 ? 'User-agent: *\nDisallow: /' : '');
};

/** Gets article pages with the manners of feeds: checked addresses, robots.txt, a few a minute per host. */
export const createFetchPage = (options: FetchPageOptions): FetchPage => {
  const { clock, userAgent, allowPrivate, resolve = resolveHost } = options;
  const ask = createAsk({ userAgent, allows: allowPrivate ? () => true : isPublicAddress, resolve });
  const queue = options.queue ?? createHostQueue({ clock, isFree: allowPrivate });
  const robotsByOrigin = new Map<string, Robots>();

  const robotsOf = async (origin: string, signal: AbortSignal): Promise<string> => {
    const known = robotsByOrigin.get(origin);
    if (known !== undefined && clock.monotonic() - known.readAt < ROBOTS_AGE) return known.text;
    const text = await askRobots(ask, origin, signal);
    if (robotsByOrigin.size >= MAX_HOSTS) robotsByOrigin.clear();
    robotsByOrigin.set(origin, { text, readAt: clock.monotonic() });
    return text;
  };

  const fetchAllowed = async (url: URL, signal: AbortSignal): Promise<string | undefined> => {
    const robots = await robotsOf(url.origin, signal);
    if (!robotsAllow(robots, userAgent, `${url.pathname}${url.search}`)) return undefined;
    const headers = { accept: 'text/html, application/xhtml+xml', 'accept-encoding': 'gzip, deflate, br' };
    const answer = await ask(url.href, headers, signal);
    const isHtml = /html/i.test(answer.header('content-type') ?? 'text/html');
    if (!isHtml) answer.body.destroy();
    return isHtml ? textOf(answer, MAX_PAGE_BYTES) : undefined;
  };

  return async (address, signal) => {
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    return queue(url.host, () => fetchAllowed(url, signal), signal);
  };
};
