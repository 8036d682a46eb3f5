import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeConvolutions } from './convolution-file.ts';
import type { LinearModel } from './linear-model.ts';
import type { Model } from './model.ts';
import { encodeModels } from './model-file.ts';

const prefixed = (
  prefix: string,
  models: Readonly<Record<string, LinearModel>>,
): Record<string, LinearModel> =>
  Object.fromEntries(Object.entries(models).map(([name, model]) => [`${prefix}.${name}`, model]));

/** Writes `weights.bin`, `networks.bin` and `model.json`; `figures` are what the weights reached, for whoever trains next. */
export const saveModel = (directory: string, model: Model, figures: unknown): void => {
  mkdirSync(directory, { recursive: true });
  const { relevance, exchange, place, kinds, stages, threshold, uncertain, calibration } = model;
  const weights = { relevance, exchange, place, ...prefixed('kind', kinds), ...prefixed('stage', stages) };
  writeFileSync(join(directory, 'weights.bin'), encodeModels(weights));
  writeFileSync(
    join(directory, 'networks.bin'),
    encodeConvolutions(model.networks.map((network) => network())),
  );
  const notes = { threshold, uncertain, calibration, figures };
  writeFileSync(join(directory, 'model.json'), `${JSON.stringify(notes, null, 2)}\n`);
};
