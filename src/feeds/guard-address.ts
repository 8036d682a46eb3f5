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

/** Which addresses may be asked. */
export type AllowAddress = (address: string) => boolean;

export type ResolveHost = (host: string) => Promise<readonly ResolvedAddress[]>;

/** All addresses of a name, by the system's resolver. Rejects as `node:dns` does. */
export const resolveHost: ResolveHost = (host) => lookup(host, { all: true, verbatim: true });

/** Of IPv6 only what is given out to the public, 2000::/3: the rest hides IPv4 addresses in more ways than one (`::127.0.0.1`). */
const isGivenOut = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  address.kind() === 'ipv4' || /^[23][0-9a-f]{3}:/.test(address.toNormalizedString());

/** False for loopback, private, link-local, multicast, reserved, and for tunnels that lead to such (ipaddr.js ranges). */
export const isPublicAddress: AllowAddress = (address) => {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return plain.range() === 'unicast' && isGivenOut(plain);
};

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/**
 * Throws RefusedAddressError for an address that is not http(s), carries credentials, or is a literal that is not
 * allowed. `URL` has already brought every spelling (octal, hex, one number) to one.
 */
export const checkUrl = (url: URL, allows: AllowAddress): void => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new RefusedAddressError(`${url.protocol} is no protocol of feeds`);
  }
  if (url.username !== '' || url.password !== '')
    throw new RefusedAddressError('the address carries credentials');
  const host = hostOf(url);
  if (ipaddr.isValid(host) && !allows(host)) {
    throw new RefusedAddressError(`${host} is not a public address`);
  }
};

const checkResolved = (
  host: string,
  found: readonly ResolvedAddress[],
  allows: AllowAddress,
): readonly ResolvedAddress[] => {
  const refused = found.find(({ address }) => !allows(address));
  // One private answer is enough: a name that points both ways is how the check is walked around.
  if (refused !== undefined)
    throw new RefusedAddressError(`${host} resolves to ${refused.address}, not a public address`);
  return found;
};

const noAddress = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' });

const asError = (cause: unknown): NodeJS.ErrnoException =>
  cause instanceof Error ? cause : new Error(String(cause));

/** A `lookup` for sockets: the connection goes to the very addresses that were checked, so no second answer counts. */
export const guardedLookup =
  (resolve: ResolveHost, allows: AllowAddress): LookupFunction =>
  (host, options, callback) => {
    const answer = (found: readonly ResolvedAddress[]): void => {
      const [first] = found;
      if (first === undefined) callback(noAddress(host), '', 0);
      else if (options.all === true) callback(null, [...found]);
      else callback(null, first.address, first.family);
    };
    resolve(host)
      .then((found) => answer(checkResolved(host, found, allows)))
      .catch((cause: unknown) => callback(asError(cause), '', 0));
  };
