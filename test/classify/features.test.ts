import { describe, expect, test } from '@jest/globals';
import { createFeatureExtractor } from '../../src/classify/features.ts';
import { readWith } from '../support/read-with.ts';

const extract = createFeatureExtractor();
const featuresOf = (title: string, text = '') => {
  const { document, mentions } = readWith(title, text);
  return extract(document, mentions, { feedKind: 'press' });
};

describe('the features of an entry', () => {
  test('are the same however many entries were read before', () => {
    const first = featuresOf('FCA blocks Binance');
    featuresOf('Kraken lists a coin', 'It is called after a dog.');
    expect(featuresOf('FCA blocks Binance')).toEqual(first);
  });

  test('name each feature once', () => {
    const { features } = featuresOf('Binance, Binance, Binance blocked', 'Binance is blocked.');
    expect(new Set(features.indices).size).toBe(features.indices.length);
  });

  test('say nothing of the company of signs where the fields are read', () => {
    const { features, inCompany } = featuresOf('FCA blocks Binance');
    expect([...inCompany.indices.subarray(0, features.indices.length)]).toEqual([...features.indices]);
    expect(inCompany.indices.length).toBeGreaterThan(features.indices.length);
  });

  test('let words share one weight, so that a long text outweighs no sign', () => {
    const weightOf = (text: string): number => {
      const { features } = featuresOf('Weather', text);
      return Math.hypot(...features.values);
    };
    const sentence = 'The sun shone over meadows, rivers, villages and old stone bridges near town. ';
    expect(weightOf(sentence + sentence.replaceAll('e', 'a'))).toBeCloseTo(weightOf(sentence), 0);
  });
});
