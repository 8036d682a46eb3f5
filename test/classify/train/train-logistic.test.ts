import { describe, expect, test } from '@jest/globals';
import { score } from '../../../src/classify/linear-model.ts';
import { decodeModels, encodeModels } from '../../../src/classify/model-file.ts';
import { assignFolds } from '../../../src/classify/train/folds.ts';
import type { LabelledRow } from '../../../src/classify/train/labelled-row.ts';
import { detection, share } from '../../../src/classify/train/metrics.ts';
import { trainAveraged, trainLogistic } from '../../../src/classify/train/train-logistic.ts';

const featuresOf = (...indices: number[]) => ({
  indices: Uint32Array.from(indices),
  values: new Float32Array(indices.length).fill(1),
});
const EXAMPLES = Array.from({ length: 40 }, (_, at) => ({
  features: featuresOf(at % 2, 2 + (at % 5)),
  target: at % 2,
  weight: 1,
}));
const OPTIONS = { epochs: 5, rate: 0.3, l2: 0.001, bits: 4 };
const train = (seed: number) => trainLogistic(EXAMPLES, { ...OPTIONS, seed });

describe('trainLogistic', () => {
  test('gives the same weights for the same seed, and others for another', () => {
    expect(train(1)).toEqual(train(1));
    expect(train(1)).not.toEqual(train(2));
  });

  test('learns what tells the examples apart', () => {
    expect(score(train(1), featuresOf(1))).toBeGreaterThan(0);
    expect(score(train(1), featuresOf(0))).toBeLessThan(0);
  });
});

describe('trainAveraged', () => {
  test('gives the model whose scores are the mean of those of its orders', () => {
    const mean = trainAveraged(EXAMPLES, { ...OPTIONS, seed: 1 }, 2);
    const features = featuresOf(1, 4);
    expect(score(mean, features)).toBeCloseTo((score(train(1), features) + score(train(2), features)) / 2, 5);
  });

  test('of one order is the model of that order', () => {
    expect(trainAveraged(EXAMPLES, { ...OPTIONS, seed: 3 }, 1)).toEqual(train(3));
  });
});

describe('a model file', () => {
  test('gives back each model to within half a level of its scale', () => {
    const weights = Float32Array.from({ length: 512 }, (_, at) => (at % 200 === 7 ? at / 100 - 1 : 0));
    const decoded = decodeModels(encodeModels({ a: { bias: 0.5, weights }, 'kind.ban': train(1) }));
    expect(Object.keys(decoded)).toEqual(['a', 'kind.ban']);
    expect(decoded.a?.bias).toBe(0.5);
    const largest = Math.max(...weights.map(Math.abs));
    const errors = [...weights].map((weight, at) =>
      Math.abs(weight - (decoded.a?.weights[at] ?? Number.NaN)),
    );
    expect(Math.max(...errors)).toBeLessThanOrEqual(largest / 127 / 2 + 1e-6);
  });
});

const aRow = (id: string, changes: Partial<LabelledRow> = {}): LabelledRow => ({
  ...{ id, origin: 'own', title: `Title ${id}`, text: '', language: 'en', publishedAt: 0, relevant: true },
  ...{ doubtful: false, jurisdictions: [], exchanges: [] },
  ...changes,
});

describe('assignFolds', () => {
  test('never splits an event, nor a title that differs in case and marks alone', () => {
    const rows = Array.from({ length: 60 }, (_, at) => [
      aRow(`a${at}`, { event: `e${at}`, title: `Binance, banned ${at}!` }),
      aRow(`b${at}`, { event: `e${at}` }),
      aRow(`c${at}`, { title: `BINANCE banned ${at}` }),
    ]).flat();
    const folds = assignFolds(rows, 5);
    const split = rows.filter((_, at) => folds[at] !== folds[at - (at % 3)]);
    expect(split).toEqual([]);
    expect(new Set(folds).size).toBe(5);
  });
});

describe('metrics', () => {
  test('give the Wilson interval', () => {
    const { value, from, to } = share(8, 10);
    expect([value, from, to].map((one) => one.toFixed(3))).toEqual(['0.800', '0.490', '0.943']);
    expect(share(0, 0)).toEqual({ value: 0, from: 0, to: 1, of: 0 });
  });

  test('count hits, false alarms and misses', () => {
    const said = (a: boolean, is: boolean) => ({ said: a, is });
    const { f1, precision, recall, falseAlarms } = detection([
      ...[said(true, true), said(true, true), said(true, false), said(false, true), said(false, false)],
    ]);
    expect([f1, precision.value, recall.value, falseAlarms]).toEqual([2 / 3, 2 / 3, 2 / 3, 1]);
  });
});
