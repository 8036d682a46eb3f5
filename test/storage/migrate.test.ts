import { describe, expect, test } from '@jest/globals';
import { FIRST_SHAPE, migrate, type Shape } from '../../src/storage/migrate.ts';

const third: Shape = {
  version: 3,
  upgrades: [
    ({ name, ...rest }) => ({ ...rest, names: [name] }),
    (record) => ({ ...record, state: 'active' }),
  ],
};

describe('migrate', () => {
  test('leaves a record of today as it is', () => {
    expect(migrate('x', { v: 1, a: 1 }, FIRST_SHAPE)).toEqual({ v: 1, a: 1 });
  });

  test('takes an older record through every step since', () => {
    expect(migrate('x', { v: 1, name: 'n' }, third)).toEqual({ v: 3, names: ['n'], state: 'active' });
    expect(migrate('x', { v: 2, names: ['n'] }, third)).toEqual({ v: 3, names: ['n'], state: 'active' });
  });

  test('refuses a record of a newer version, with the cure', () => {
    expect(() => migrate('file: incidents i', { v: 4 }, third)).toThrow(
      'file: incidents i has version 4, this Curbwatch knows 3. Run the newer Curbwatch',
    );
  });

  test.each([[null], ['text'], [[1]], [{}], [{ v: '1' }], [{ v: 0 }], [{ v: 1.5 }]])(
    'refuses %j',
    (value) => {
      expect(() => migrate('x', value, FIRST_SHAPE)).toThrow(/x is not a record of Curbwatch/);
    },
  );
});
