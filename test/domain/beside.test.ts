import { describe, expect, test } from '@jest/globals';
import { standsBefore, standsBehind } from '../../src/domain/beside.ts';

const text = 'blocks a fake kraken app of a clone';
const name = { start: text.indexOf('kraken'), end: text.indexOf('kraken') + 'kraken'.length };

describe('what stands beside a name', () => {
  test('is told right before it', () => {
    expect(standsBefore([/real $/, /fake $/], text, name, 10)).toBe(true);
    expect(standsBefore([/blocks $/], text, name, 40)).toBe(false);
  });

  test('is told right behind it', () => {
    expect(standsBehind([/^ site/, /^ app/], text, name, 10)).toBe(true);
    expect(standsBehind([/^clone/], text, name, 40)).toBe(false);
  });

  test('is looked for no further than its reach', () => {
    expect(standsBefore([/a fake $/], text, name, 5)).toBe(false);
    expect(standsBehind([/^ app of/], text, name, 5)).toBe(false);
  });

  test('may be nothing, where a text begins or ends with the name', () => {
    expect(standsBefore([/^$/], 'kraken', { start: 0, end: 6 }, 5)).toBe(true);
    expect(standsBehind([/^$/], 'kraken', { start: 0, end: 6 }, 5)).toBe(true);
  });
});
