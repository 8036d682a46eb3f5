import { describe, expect, test } from '@jest/globals';
import { packFields, unpackFields } from '../../src/wiring/lazy-fields.ts';

interface Thing {
  readonly id: string;
  readonly names: readonly string[];
  readonly hints?: readonly string[];
}
const THING: Thing = { id: 'okx', names: ['OKX', 'OKEx'] };
const packed = () =>
  JSON.parse(JSON.stringify(packFields<Thing>(THING, ['names', 'hints']))) as Record<string, unknown>;

describe('fields that are kept packed', () => {
  test('are read as if they had been there', () => {
    const thing = unpackFields<Thing>(packed(), ['names', 'hints']);
    expect({ ...thing }).toEqual(THING);
  });

  test('are the same object each time', () => {
    const thing = unpackFields<Thing>(packed(), ['names']);
    expect(thing.names).toBe(thing.names);
  });

  test('stay absent where they were', () => {
    expect('hints' in unpackFields<Thing>(packed(), ['names', 'hints'])).toBe(false);
  });
});
