import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../domain/errors.ts';
import { KINDS, STAGES } from '../domain/taxonomy.ts';
import { decodeConvolutions } from './convolution-file.ts';
import type { LinearModel } from './linear-model.ts';
import type { Model } from './model.ts';
import { decodeModels } from './model-file.ts';

/** What `model.json` holds beside the weights. */
interface ModelNotes {
  readonly threshold: number;
  readonly uncertain: Model['uncertain'];
  readonly calibration: Model['calibration'];
}

const CURE = 'Restore config/model/ from the repository, or train it anew with `npm run train`';

const unreadable = (file: string, cause: unknown): ConfigError =>
  new ConfigError([{ where: file, what: 'model', problem: 'it cannot be read', cure: CURE }], { cause });

const pick = (models: Readonly<Record<string, LinearModel>>, name: string): LinearModel => {
  const model = models[name];
  if (model === undefined) throw unreadable('config/model/weights.bin', new Error(`${name} is missing`));
  return model;
};

const pickAll = <T extends string>(
  models: Readonly<Record<string, LinearModel>>,
  names: readonly T[],
  prefix: string,
) =>
  Object.fromEntries(names.map((name) => [name, pick(models, `${prefix}.${name}`)])) as Record<
    T,
    LinearModel
  >;

interface ModelFiles {
  readonly notes: ModelNotes;
  readonly bytes: Buffer;
  readonly networks: Model['networks'];
}

const readFiles = (directory: string): ModelFiles => {
  try {
    return {
      notes: JSON.parse(readFileSync(join(directory, 'model.json'), 'utf8')) as ModelNotes,
      bytes: readFileSync(join(directory, 'weights.bin')),
      networks: decodeConvolutions(readFileSync(join(directory, 'networks.bin'))),
    };
  } catch (cause) {
    throw unreadable(directory, cause);
  }
};

/** Reads the trained weights. @throws ConfigError when they are missing or broken */
export const loadModel = (directory: string): Model => {
  const { notes, bytes, networks } = readFiles(directory);
  const models = decodeModels(bytes);
  return {
    relevance: pick(models, 'relevance'),
    networks,
    threshold: notes.threshold,
    uncertain: notes.uncertain,
    calibration: notes.calibration,
    kinds: pickAll(models, KINDS, 'kind'),
    stages: pickAll(models, STAGES, 'stage'),
    exchange: pick(models, 'exchange'),
    place: pick(models, 'place'),
  };
};
