import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import type { Millis } from '../domain/instant.ts';
import { type AllowAddress, checkUrl, guardedLookup, type ResolveHost } from './guard-address.ts';

export interface Answer {
  readonly status: number;
  /** By lower-case name; of a repeated header the first. */
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
  /** The address that answered at last. */
  readonly url: string;
  /** Where the redirects led that were permanent, up to the first that was not: the address to remember once it has worked. */
  readonly movedTo?: string;
}

export type Ask = (
  address: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<Answer>;

export interface AskOptions {
  readonly userAgent: string;
  readonly allows: AllowAddress;
  readonly resolve: ResolveHost;
  readonly connectTimeout?: Millis;
}

export class TooManyRedirectsError extends Error {
  override readonly name = 'TooManyRedirectsError';
}

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const CONNECT_TIMEOUT: Millis = 10_000;

interface Hop {
  readonly url: URL;
  readonly movedTo?: string;
  /** No redirect so far was for the moment only. */
  readonly isForGood: boolean;
}

/** A body that we leave unread ends in an error that is ours. */
const leave = (body: Readable): void => {
  body.on('error', () => undefined);
  body.destroy();
};

const headerOf = (headers: Readonly<Record<string, string | string[] | undefined>>) => (name: string) => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const nextHop = ({ url: from, movedTo, isForGood }: Hop, status: number, location: string): Hop => {
  const url = new URL(location, from);
  // An address that gave up encryption is followed, not remembered.
  const keepsFaith = url.protocol === 'https:' || from.protocol === 'http:';
  if (isForGood && keepsFaith && PERMANENT.has(status)) return { url, movedTo: url.href, isForGood };
  return { url, ...(movedTo === undefined ? {} : { movedTo }), isForGood: false };
};

/**
 * GET with every address checked: the one given, what its name resolves to, and each redirect. Rejects with
 * RefusedAddressError, TooManyRedirectsError, or as undici does for what the network does.
 */
export const createAsk = ({
  userAgent,
  allows,
  resolve,
  connectTimeout = CONNECT_TIMEOUT,
}: AskOptions): Ask => {
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup(resolve, allows), timeout: connectTimeout },
    connections: 2,
    pipelining: 1,
    maxHeaderSize: 64 * 1024,
    keepAliveTimeout: 10_000,
  });

  const askOnce = async (url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal) => {
    checkUrl(url, allows);
    const answer = await request(url, {
      dispatcher,
      signal,
      headers: { ...headers, 'user-agent': userAgent },
    });
    answer.body.on('error', () => undefined);
    return answer;
  };

  return async (address, headers, signal) => {
    let hop: Hop = { url: new URL(address), isForGood: true };
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const { statusCode: status, headers: answered, body } = await askOnce(hop.url, headers, signal);
      const header = headerOf(answered);
      const location = header('location');
      if (!REDIRECTS.has(status) || location === undefined) {
        return {
          status,
          header,
          body,
          url: hop.url.href,
          ...(hop.movedTo === undefined ? {} : { movedTo: hop.movedTo }),
        };
      }
      leave(body);
      hop = nextHop(hop, status, location);
    }
    throw new TooManyRedirectsError(`more than ${MAX_REDIRECTS} redirects`);
  };
};
