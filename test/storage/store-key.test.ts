import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { storeKey } from '../../src/storage/store-key.ts';

const parts = fc.array(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), {
  minLength: 1,
  maxLength: 4,
});

describe('storeKey', () => {
  test('gives different parts different keys', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(storeKey(...one) === storeKey(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test('holds printable ASCII without blank or colon', () => {
    fc.assert(fc.property(parts, (some) => expect(storeKey(...some)).toMatch(/^[!-9;-~]*$/)));
  });

  test('is readable where the parts are', () => {
    expect(storeKey('sec-press', 'telegram', '-100123')).toBe('sec-press/telegram/-100123');
  });
});
