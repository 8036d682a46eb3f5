import { describe, expect, test } from '@jest/globals';
import { createDocument } from '../../src/classify/document.ts';
import type { CueMention } from '../../src/classify/find-mentions.ts';
import { stageFeatures } from '../../src/classify/stage-features.ts';
import type { Kind } from '../../src/domain/taxonomy.ts';

const FEATURES = { indices: Uint32Array.of(7), values: Float32Array.of(0.5) };
const bare = createDocument('Binance sued', '', 'en');
const told = createDocument('Binance sued', 'A court will decide.', 'en');
const NOTHING = { exchanges: [], presumed: [], hints: [], authorities: [], places: [], home: '' };

const cueOf = (group: string, inTitle: boolean) => ({ group, inTitle }) as CueMention;

const featuresOf = (kind: Kind, document = bare, cues: readonly CueMention[] = []) =>
  stageFeatures({ features: FEATURES, lead: { document, mentions: { ...NOTHING, cues } }, document }, kind);

const indicesOf = (...asked: Parameters<typeof featuresOf>): string =>
  [...featuresOf(...asked).indices].join();

describe('what a stage is read from', () => {
  test('begins with what the entry says', () => {
    const { indices, values } = featuresOf('enforcement');
    expect([indices[0], values[0]]).toEqual([7, 0.5]);
    expect(values).toHaveLength(indices.length);
  });

  test('tells kinds apart, and a headline from a text', () => {
    const sets = [indicesOf('enforcement'), indicesOf('warning'), indicesOf('enforcement', told)];
    expect(new Set(sets).size).toBe(3);
  });

  test('tells apart what a cue says of one kind and of another, in the title and in the text', () => {
    const sets = [
      indicesOf('access-block', told, [cueOf('order', true)]),
      indicesOf('access-block', told, [cueOf('order', false)]),
      indicesOf('ban', told, [cueOf('order', true)]),
      indicesOf('access-block', bare, [cueOf('order', true)]),
    ];
    expect(new Set(sets).size).toBe(4);
  });

  test('counts a cue once, however often it stands there', () => {
    const once = indicesOf('ban', bare, [cueOf('order', true)]);
    expect(indicesOf('ban', bare, [cueOf('order', true), cueOf('order', true)])).toBe(once);
  });
});
