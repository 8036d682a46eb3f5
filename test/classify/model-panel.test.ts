import { expect, test } from '@jest/globals';
import { score } from '../../src/classify/linear-model.ts';
import { decodeModels, encodeModels } from '../../src/classify/model-file.ts';
import { createModelPanel } from '../../src/classify/model-panel.ts';

const modelOf = (share: number, seed: number) => ({
  bias: seed / 10,
  weights: Float32Array.from({ length: 256 }, (_, at) => (at % share === 0 ? Math.sin(at * 7 + seed) : 0)),
});
const FEATURES = { indices: Uint32Array.of(0, 3, 250, 777), values: Float32Array.of(1, 0.5, 0.25, 1) };

test.each([
  ['kept whole', 1],
  ['kept by distance', 50],
])('models that are %s score side by side as they do alone', (_, share) => {
  const models = Object.values(decodeModels(encodeModels({ a: modelOf(share, 1), b: modelOf(share, 2) })));
  const ask = createModelPanel(models);
  const alone = models.map((model) => score(model, FEATURES));
  // However often they are asked: their weights are laid out for the later ones.
  for (let time = 0; time < 50; time += 1) expect([...ask(FEATURES)]).toEqual(alone);
});

test('models fresh from training score as they do alone', () => {
  const models = [modelOf(1, 1), modelOf(1, 2)];
  expect([...createModelPanel(models)(FEATURES)]).toEqual(models.map((model) => score(model, FEATURES)));
});
