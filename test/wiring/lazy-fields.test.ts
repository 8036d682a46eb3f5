import { describe, expect, test } from '@jest/globals';
import { createUnpackFields, type Packed, packFields } from '../../src/wiring/lazy-fields.ts';

interface Thing {
  readonly id: string;
  readonly names: readonly string[];
  readonly hints?: readonly string[];
}
const OKX: Thing = { id: 'okx', names: ['OKX', 'OKEx'] };
const GATE: Thing = { id: 'gate', names: ['Gate'], hints: ['gate'] };

const LINES: string[] = [];
const packed = (thing: Thing): Packed => {
  const kept = packFields<Thing>(thing, ['names', 'hints'], (line) => LINES.push(line) - 1);
  return JSON.parse(JSON.stringify(kept)) as Packed;
};
const unpack = createUnpackFields<Thing>(['names', 'hints'], (line) => LINES[line] ?? '');

describe('fields that are kept packed', () => {
  test.each([OKX, GATE])('are read as if they had been there: $id', (thing) => {
    expect({ ...unpack(packed(thing)) }).toEqual(thing);
  });

  test('are each their own object’s', () => {
    const [okx, gate] = [unpack(packed(OKX)), unpack(packed(GATE))];
    expect([okx.names, gate.names]).toEqual([OKX.names, GATE.names]);
  });

  test('are the same object each time', () => {
    const thing = unpack(packed(OKX));
    expect(thing.names).toBe(thing.names);
  });

  test('stay absent where they were', () => {
    expect('hints' in unpack(packed(OKX))).toBe(false);
  });

  test('leave nothing of themselves in what is packed', () => {
    expect(packed(GATE).thing).toEqual({ id: 'gate' });
  });
});
