import { describe, expect, test } from '@jest/globals';
import { type Convolution, emptyConvolution, LINE, POOLED, pool } from '../../src/classify/convolution.ts';
import { createConvolutionReaders, MOST_ROWS } from '../../src/classify/convolution-reader.ts';
import type { TokenInputs } from '../../src/classify/token-inputs.ts';
import { createRandom } from '../../src/classify/train/train-logistic.ts';
import { FIRST_STAGE } from '../../src/classify/traits.ts';
import { KINDS } from '../../src/domain/taxonomy.ts';

/** Rows that say something: more than a reader keeps. */
const ROWS = MOST_ROWS + 40;

const randomNetwork = (): Convolution => {
  const random = createRandom(7);
  const network = emptyConvolution();
  const { table, filters, filterBias, output, traits } = network;
  const fill = (array: Float32Array) => {
    for (let at = 0; at < array.length; at += 1) array[at] = random() * 2 - 1;
  };
  for (const array of [table.subarray(0, ROWS * 24), filters, filterBias, output, traits]) fill(array);
  return network;
};

/** The definition: each filter's strongest answer, weighed. */
const weigh = (weights: Float32Array, from: number, inputs: TokenInputs): number =>
  pool(network, inputs).values.reduce(
    (sum, value, unit) => sum + value * (weights[from + unit] ?? 0),
    weights[from + POOLED] ?? 0,
  );

const network = randomNetwork();
const createReader = () => {
  const [reader] = createConvolutionReaders([() => network]);
  if (reader === undefined) throw new Error('no reader');
  return reader;
};
const { relevance, kinds, stages } = createReader();

describe('reading by a network', () => {
  test.each<[string, TokenInputs]>([
    ['a title', { title: [[1, 2], [3], [4, 5, 6]], text: [] }],
    ['a title of one token', { title: [[39]], text: [] }],
    ['a title and a text', { title: [[7], [8, 9]], text: [[10], [11], [7, 1], [2]] }],
    ['rows that say nothing', { title: [[1], [ROWS + 5], [2]], text: [[ROWS + 6]] }],
    ['nothing', { title: [], text: [] }],
  ])('gives %s the score that the definition gives it', (_what, inputs) => {
    expect(relevance(inputs)).toBeCloseTo(weigh(network.output, 0, inputs), 4);
  });

  test('is not led by what was read before', () => {
    const inputs = { title: [[1, 2], [3]], text: [] };
    const first = relevance(inputs);
    relevance({ title: Array.from({ length: 60 }, (_, at) => [at % ROWS]), text: [[5], [6]] });
    expect(relevance(inputs)).toBe(first);
  });

  test('gives each kind the score that the definition gives it', () => {
    const inputs = { title: [[7], [8, 9]], text: [[10], [11]] };
    const scores = kinds(inputs);
    expect(scores).toHaveLength(KINDS.length);
    for (const [at, score] of scores.entries())
      expect(score).toBeCloseTo(weigh(network.traits, at * LINE, inputs), 4);
  });

  test('gives each stage the score that the definition gives it', () => {
    const inputs = { title: [[7], [8, 9]], text: [[10], [11]] };
    for (const [at, score] of stages(inputs).entries())
      expect(score).toBeCloseTo(weigh(network.traits, (FIRST_STAGE + at) * LINE, inputs), 4);
  });

  test('gives the same score after more words than it keeps', () => {
    const reader = createReader();
    const inputs = { title: [[1, 2], [3]], text: [] };
    const first = reader.relevance(inputs);
    for (let row = 0; row < ROWS; row += 1) reader.relevance({ title: [[row]], text: [] });
    expect(reader.relevance(inputs)).toBe(first);
  });

  test('unpacks a network when it is first asked', () => {
    let unpacked = 0;
    const [reader] = createConvolutionReaders([
      () => {
        unpacked += 1;
        return network;
      },
    ]);
    expect(unpacked).toBe(0);
    reader?.relevance({ title: [[1]], text: [] });
    reader?.stages({ title: [[1]], text: [] });
    expect(unpacked).toBe(1);
  });
});
