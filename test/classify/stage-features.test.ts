import { describe, expect, test } from '@jest/globals';
import { createDocument } from '../../src/classify/document.ts';
import { stageFeatures } from '../../src/classify/stage-features.ts';

const FEATURES = { indices: Uint32Array.of(7), values: Float32Array.of(0.5) };
const bare = createDocument('Binance sued', '', 'en');
const told = createDocument('Binance sued', 'A court will decide.', 'en');

describe('what a stage is read from', () => {
  test('begins with what the entry says', () => {
    const { indices, values } = stageFeatures(FEATURES, 'enforcement', bare);
    expect([indices[0], values[0]]).toEqual([7, 0.5]);
    expect(values).toHaveLength(indices.length);
  });

  test('tells kinds apart, and a headline from a text', () => {
    const sets = [
      stageFeatures(FEATURES, 'enforcement', bare),
      stageFeatures(FEATURES, 'warning', bare),
      stageFeatures(FEATURES, 'enforcement', told),
    ].map(({ indices }) => [...indices].join());
    expect(new Set(sets).size).toBe(3);
  });
});
