import { describe, expect, test } from '@jest/globals';
import { isPublicAddress } from '../../src/feeds/guard-address.ts';

describe('isPublicAddress', () => {
  test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('allows %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    ['loopback', '127.8.8.8'],
    ['loopback of IPv6', '::1'],
    ['private', '172.16.0.1'],
    ['shared by a provider', '100.64.0.1'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['unique local', 'fd00::1'],
    ['multicast', '224.0.0.1'],
    ['nobody', '0.0.0.0'],
    ['IPv4 within IPv6', '::ffff:10.0.0.1'],
    ['a tunnel to a private address', '2002:0a00:0001::1'],
    ['NAT64 to a private address', '64:ff9b::0a00:0001'],
    ['for documentation', '192.0.2.1'],
    ['no address', 'localhost'],
  ])('refuses %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
