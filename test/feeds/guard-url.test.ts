import { describe, expect, test } from '@jest/globals';
import { checkUrl, guardedLookup, isPublicAddress } from '../../src/feeds/guard-address.ts';

describe('a literal, in whatever spelling, before the request', () => {
  test.each([
    ['one number', 'http://2130706433/'],
    ['hexadecimal', 'http://0x7f000001/'],
    ['octal', 'http://0177.0.0.1/'],
    ['parts left out', 'http://127.1/'],
    ['mixed', 'http://0x7f.1/'],
    ['percent signs', 'http://%31%32%37.0.0.1/'],
    ['full-width digits', 'http://１２７.0.0.1/'],
    ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
    ['a final dot', 'http://127.0.0.1./'],
    ['IPv6', 'http://[::1]/'],
    ['IPv6 in full', 'http://[0:0:0:0:0:0:0:1]/'],
    ['IPv4 within IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['IPv4 within IPv6 in hexadecimal', 'http://[::ffff:7f00:1]/'],
    ['the old form of it', 'http://[::127.0.0.1]/'],
    ['NAT64', 'http://[64:ff9b::7f00:1]/'],
    ['6to4', 'http://[2002:7f00:1::]/'],
    ['link-local', 'http://[fe80::1]/'],
    ['metadata of a cloud', 'http://169.254.169.254/latest'],
    ['credentials', 'https://user:pass@x.example/'],
    ['another protocol', 'ftp://x.example/'],
  ])('%s: %s is refused', (_, address) => {
    expect(() => checkUrl(new URL(address), isPublicAddress)).toThrow(
      expect.objectContaining({ name: 'RefusedAddressError' }),
    );
  });
});

describe('a name that answers otherwise the second time', () => {
  test('is connected to the address that was checked, since nobody asks twice', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: answers[asked - 1] ?? '', family: 4 }];
    };
    const looked = await new Promise<unknown>((settle) => {
      guardedLookup(resolve, isPublicAddress)('x.example', { all: false }, (error, address) =>
        settle([error, address]),
      );
    });
    expect(looked).toEqual([null, '93.184.216.34']);
    expect(asked).toBe(1);
  });

  test.each([
    ['a private address beside a public one', ['93.184.216.34', '10.0.0.1']],
    ['loopback within IPv6', ['::ffff:127.0.0.1']],
  ])('is refused for %s', async (_, addresses) => {
    const resolve = async () => addresses.map((address) => ({ address, family: 4 }));
    const looked = new Promise<unknown>((settle) => {
      guardedLookup(resolve, isPublicAddress)('x.example', { all: true }, settle);
    });
    expect(await looked).toMatchObject({ name: 'RefusedAddressError' });
  });
});
