import type { Kind } from '../domain/taxonomy.ts';
import type { Document } from './document.ts';
import type { Features } from './features.ts';
import { hashText } from './hash-text.ts';

/** They stand beside hundreds of words, and say more than any of them. */
const WEIGHT = 2;

/**
 * What a stage is read from: the features of the entry, and what measure it is of. A lawsuit is announced when a halt of
 * withdrawals is in force; a headline by itself tells of what is done, a text of what is to come as well.
 */
export const stageFeatures = (
  { indices, values }: Features,
  kind: Kind,
  { normal, titleEnd }: Document,
): Features => {
  const part = normal.text.slice(titleEnd).trim() === '' ? 'title' : 'text';
  const own = [`stage in ${part}`, `stage of ${kind}`, `stage of ${kind} in ${part}`].map(hashText);
  const all = {
    indices: new Uint32Array(indices.length + own.length),
    values: new Float32Array(indices.length + own.length),
  };
  all.indices.set(indices);
  all.indices.set(own, indices.length);
  all.values.set(values);
  all.values.fill(WEIGHT, indices.length);
  return all;
};
