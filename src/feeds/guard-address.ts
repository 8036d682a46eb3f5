import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address, or the name's address, is one that feeds of strangers must not make us ask. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export type ResolveHost = (host: string) => Promise<readonly ResolvedAddress[]>;

/** All addresses of a name, by the system's resolver. Rejects as `node:dns` does. */
export const resolveHost: ResolveHost = (host) => lookup(host, { all: true, verbatim: true });

/** False for loopback, private, link-local, multicast, reserved, and for tunnels that lead to such (ipaddr.js ranges). */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/**
 * Throws RefusedAddressError for an address that is not http(s), carries credentials, or is a literal that is not
 * public. `URL` has already brought every spelling (octal, hex, one number) to one.
 */
export const checkUrl = (url: URL, allowPrivate: boolean): void => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RefusedAddressError(`${url.protocol} is no protocol of feeds`);
  }
  if (url.username !== '' || url.password !== '')
    throw new RefusedAddressError('the address carries credentials');
  const host = hostOf(url);
  if (!allowPrivate && ipaddr.isValid(host) && !isPublicAddress(host)) {
    throw new RefusedAddressError(`${host} is not a public address`);
  }
};

const checkResolved = (host: string, found: readonly ResolvedAddress[]): readonly ResolvedAddress[] => {
  const refused = found.find(({ address }) => !isPublicAddress(address));
  // One private answer is enough: a name that points both ways is how the check is walked around.
  if (refused !== undefined)
    throw new RefusedAddressError(`${host} resolves to ${refused.address}, not a public address`);
  return found;
};

const asError = (cause: unknown): NodeJS.ErrnoException =>
  cause instanceof Error ? cause : new Error(String(cause));

/** A `lookup` for sockets: the connection goes to the very addresses that were checked, so no second answer counts. */
export const guardedLookup =
  (resolve: ResolveHost, allowPrivate: boolean): LookupFunction =>
  (host, options, callback) => {
    const answer = (found: readonly ResolvedAddress[]): void => {
      const [first] = found;
      if (first === undefined) callback(new Error(`${host} has no address`), '', 0);
      else if (options.all === true) callback(null, [...found]);
      else callback(null, first.address, first.family);
    };
    resolve(host)
      .then((found) => answer(allowPrivate ? found : checkResolved(host, found)))
      .catch((cause: unknown) => callback(asError(cause), '', 0));
  };
