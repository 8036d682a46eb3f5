import { describe, expect, test } from '@jest/globals';
import { createConvolutionReader } from '../../../src/classify/convolution-reader.ts';
import { trainConvolution } from '../../../src/classify/train/train-convolution.ts';
import type { Traits } from '../../../src/classify/train/trait-heads.ts';

const inputsOf = (...words: number[]) => ({ title: words.map((word) => [word]), text: [] });
/** The same words in another order, among words that say nothing. */
const EXAMPLES = Array.from({ length: 40 }, (_, at) => ({
  inputs: at % 2 === 0 ? inputsOf(10 + (at % 7), 1, 2) : inputsOf(10 + (at % 7), 2, 1),
  target: at % 2 === 0 ? 1 : 0,
  weight: 1,
  traits: [] as Traits,
}));
const [YES, NO]: readonly [Traits, Traits] = [[1], [0]];
const OPTIONS = { epochs: 15, rate: 0.1, dropout: 0.1, wordDropout: 0, traitWeight: 1 };
const train = (seed: number) => trainConvolution(EXAMPLES, { ...OPTIONS, seed });

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

  test('learns what its teachers say, not what the labels do', () => {
    const contrary = createConvolutionReader(train(1));
    const read = createConvolutionReader(
      trainConvolution(EXAMPLES, { ...OPTIONS, seed: 2 }, [(inputs) => -contrary(inputs)]),
    );
    expect(read(inputsOf(30, 1, 2))).toBeLessThan(0);
    expect(read(inputsOf(30, 2, 1))).toBeGreaterThan(0);
  });

  test('has its filters learn what tells relevant entries apart', () => {
    const told = EXAMPLES.map((example, at) => ({ ...example, traits: at % 4 === 0 ? YES : NO }));
    const { filters } = trainConvolution(told, { ...OPTIONS, seed: 1 });
    expect(filters).not.toEqual(train(1).filters);
  });
});
