import { describe, expect, test } from '@jest/globals';
import { createConvolutionReader } from '../../../src/classify/convolution-reader.ts';
import { trainConvolution } from '../../../src/classify/train/train-convolution.ts';

const inputsOf = (...words: number[]) => ({ title: words.map((word) => [word]), text: [] });
/** The same words in another order, among words that say nothing. */
const EXAMPLES = Array.from({ length: 40 }, (_, at) => ({
  inputs: at % 2 === 0 ? inputsOf(10 + (at % 7), 1, 2) : inputsOf(10 + (at % 7), 2, 1),
  target: at % 2 === 0 ? 1 : 0,
  weight: 1,
}));
const train = (seed: number) =>
  trainConvolution(EXAMPLES, { epochs: 15, rate: 0.1, dropout: 0.1, wordDropout: 0, seed });

describe('trainConvolution', () => {
  test('gives the same network for the same seed, and another for another', () => {
    const { filters, output } = train(1);
    expect({ filters, output }).toEqual({ filters: train(1).filters, output: train(1).output });
    expect(train(2).output).not.toEqual(output);
  });

  test('learns the order of words, which no bag of them tells', () => {
    const read = createConvolutionReader(train(1));
    expect(read(inputsOf(30, 1, 2))).toBeGreaterThan(0);
    expect(read(inputsOf(30, 2, 1))).toBeLessThan(0);
  });
});
