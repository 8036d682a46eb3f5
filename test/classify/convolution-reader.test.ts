import { describe, expect, test } from '@jest/globals';
import { type Convolution, emptyConvolution, POOLED, pool } from '../../src/classify/convolution.ts';
import { createConvolutionReader } from '../../src/classify/convolution-reader.ts';
import type { TokenInputs } from '../../src/classify/token-inputs.ts';
import { createRandom } from '../../src/classify/train/train-logistic.ts';

const ROWS = 40;

const randomNetwork = (): Convolution => {
  const random = createRandom(7);
  const network = emptyConvolution();
  const { table, filters, filterBias, output } = network;
  const fill = (array: Float32Array) => {
    for (let at = 0; at < array.length; at += 1) array[at] = random() * 2 - 1;
  };
  for (const array of [table.subarray(0, ROWS * 24), filters, filterBias, output]) fill(array);
  return network;
};

/** The definition: each filter's strongest answer, weighed. */
const byDefinition = (network: Convolution, inputs: TokenInputs): number =>
  pool(network, inputs).values.reduce(
    (sum, value, unit) => sum + value * (network.output[unit] ?? 0),
    network.output[POOLED] ?? 0,
  );

const network = randomNetwork();
const read = createConvolutionReader(network);

describe('reading by a network', () => {
  test.each<[string, TokenInputs]>([
    ['a title', { title: [[1, 2], [3], [4, 5, 6]], text: [] }],
    ['a title of one token', { title: [[39]], text: [] }],
    ['a title and a text', { title: [[7], [8, 9]], text: [[10], [11], [7, 1], [2]] }],
    ['rows that say nothing', { title: [[1], [ROWS + 5], [2]], text: [[ROWS + 6]] }],
    ['nothing', { title: [], text: [] }],
  ])('gives %s the score that the definition gives it', (_what, inputs) => {
    expect(read(inputs)).toBeCloseTo(byDefinition(network, inputs), 4);
  });

  test('is not led by what was read before', () => {
    const inputs = { title: [[1, 2], [3]], text: [] };
    const first = read(inputs);
    read({ title: Array.from({ length: 60 }, (_, at) => [at % ROWS]), text: [[5], [6]] });
    expect(read(inputs)).toBe(first);
  });
});
