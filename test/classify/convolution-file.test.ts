import { describe, expect, test } from '@jest/globals';
import { type Convolution, emptyConvolution, WIDTH } from '../../src/classify/convolution.ts';
import { decodeConvolutions, encodeConvolutions } from '../../src/classify/convolution-file.ts';

const network = () => {
  const made = emptyConvolution();
  for (let unit = 0; unit < WIDTH; unit += 1) made.table[7 * WIDTH + unit] = (unit - 11) / 50;
  made.filters.fill(0.25);
  made.filterBias[3] = -0.5;
  made.output[0] = 1.5;
  made.traits[5] = 0.75;
  return made;
};

/** What a file of these networks gives back of the last. */
const lastOf = (...networks: Convolution[]): Convolution => {
  const last = decodeConvolutions(encodeConvolutions(networks)).at(-1);
  if (last === undefined) throw new Error('the file holds no network');
  return last();
};

describe('a file of networks', () => {
  test('gives back each row of the table to within half a level of its own scale', () => {
    const made = network();
    const { table } = lastOf(made);
    const errors = [...table.subarray(7 * WIDTH, 8 * WIDTH)].map((value, unit) =>
      Math.abs(value - (made.table[7 * WIDTH + unit] ?? Number.NaN)),
    );
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.24 / 127 / 2 + 1e-6);
  });

  test('gives back filters, biases, output and traits as they were', () => {
    const { table: _, ...rest } = lastOf(network());
    const { table: __, ...made } = network();
    expect(rest).toEqual(made);
  });

  test('gives back each network in its place', () => {
    const networks = decodeConvolutions(encodeConvolutions([emptyConvolution(), network()]));
    expect(networks.map((one) => one().output[0])).toEqual([0, 1.5]);
  });

  test('holds only the rows that say anything', () => {
    const empty = encodeConvolutions([emptyConvolution()]).length;
    expect(encodeConvolutions([network()]).length - empty).toBe(8 + WIDTH);
  });

  test('that was cut short is refused', () => {
    const bytes = encodeConvolutions([network(), network()]);
    expect(() => decodeConvolutions(bytes.subarray(0, bytes.length - 4))).toThrow(
      /networks of at least \d+ bytes have \d+/,
    );
  });
});
