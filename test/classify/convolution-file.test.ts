import { describe, expect, test } from '@jest/globals';
import { emptyConvolution, WIDTH } from '../../src/classify/convolution.ts';
import { decodeConvolution, encodeConvolution } from '../../src/classify/convolution-file.ts';

const network = () => {
  const made = emptyConvolution();
  for (let unit = 0; unit < WIDTH; unit += 1) made.table[7 * WIDTH + unit] = (unit - 11) / 50;
  made.filters.fill(0.25);
  made.filterBias[3] = -0.5;
  made.output[0] = 1.5;
  return made;
};

describe('a network file', () => {
  test('gives back each row of the table to within half a level of its own scale', () => {
    const made = network();
    const { table } = decodeConvolution(encodeConvolution(made))();
    const errors = [...table.subarray(7 * WIDTH, 8 * WIDTH)].map((value, unit) =>
      Math.abs(value - (made.table[7 * WIDTH + unit] ?? Number.NaN)),
    );
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.24 / 127 / 2 + 1e-6);
  });

  test('gives back filters, biases and output as they were', () => {
    const { filters, filterBias, output } = decodeConvolution(encodeConvolution(network()))();
    expect({ filters, filterBias, output }).toEqual({
      filters: network().filters,
      filterBias: network().filterBias,
      output: network().output,
    });
  });

  test('holds only the rows that say anything', () => {
    const empty = encodeConvolution(emptyConvolution()).length;
    expect(encodeConvolution(network()).length - empty).toBe(8 + WIDTH);
  });

  test('that was cut short is refused', () => {
    const bytes = encodeConvolution(network());
    expect(() => decodeConvolution(bytes.subarray(0, bytes.length - 4))).toThrow(
      /a network of \d+ bytes has \d+/,
    );
  });
});
