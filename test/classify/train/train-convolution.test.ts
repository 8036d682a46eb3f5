import { describe, expect, test } from '@jest/globals';
import type { Convolution } from '../../../src/classify/convolution.ts';
import { createConvolutionReaders } from '../../../src/classify/convolution-reader.ts';
import { trainConvolution } from '../../../src/classify/train/train-convolution.ts';
import type { Traits } from '../../../src/classify/train/trait-heads.ts';
import { FIRST_STAGE, TRAITS } from '../../../src/classify/traits.ts';

const inputsOf = (...words: number[]) => ({ title: words.map((word) => [word]), text: [] });
/** The same words in another order, among words that say nothing. */
const EXAMPLES = Array.from({ length: 40 }, (_, at) => ({
  inputs: at % 2 === 0 ? inputsOf(10 + (at % 7), 1, 2) : inputsOf(10 + (at % 7), 2, 1),
  target: at % 2 === 0 ? 1 : 0,
  weight: 1,
  traits: [] as Traits,
}));
const OPTIONS = { epochs: 15, rate: 0.1, dropout: 0.1, wordDropout: 0, traitWeight: 1 };
const train = (seed: number) => trainConvolution(EXAMPLES, { ...OPTIONS, seed });

const readerOf = (network: Convolution) => {
  const [reader] = createConvolutionReaders([() => network]);
  if (reader === undefined) throw new Error('no reader');
  return reader;
};

describe('trainConvolution', () => {
  test('gives the same network for the same seed, and another for another', () => {
    const { filters, output } = train(1);
    expect({ filters, output }).toEqual({ filters: train(1).filters, output: train(1).output });
    expect(train(2).output).not.toEqual(output);
  });

  test('learns the order of words, which no bag of them tells', () => {
    const read = readerOf(train(1)).relevance;
    expect(read(inputsOf(30, 1, 2))).toBeGreaterThan(0);
    expect(read(inputsOf(30, 2, 1))).toBeLessThan(0);
  });

  test('learns the stages of relevant entries beside', () => {
    const withStage = (trait: 0 | 1): Traits =>
      Array.from({ length: TRAITS }, (_, at) => (at === FIRST_STAGE ? trait : undefined));
    const told = EXAMPLES.map((example, at) => ({
      ...example,
      target: 1,
      traits: withStage(at % 2 === 0 ? 1 : 0),
    }));
    const { stages } = readerOf(trainConvolution(told, { ...OPTIONS, seed: 1 }));
    expect(stages(inputsOf(30, 1, 2))[0]).toBeGreaterThan(0);
    expect(stages(inputsOf(30, 2, 1))[0]).toBeLessThan(0);
  });
});
