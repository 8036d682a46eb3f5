import type { Kind } from '../domain/taxonomy.ts';
import type { Analysis } from './analyse.ts';
import { hasText } from './document.ts';
import type { Features } from './features.ts';
import type { CueMention } from './find-mentions.ts';
import { hashText } from './hash-text.ts';

/** They stand beside hundreds of words, and say more than any of them. */
const WEIGHT = 2;

/** What a cue says of a measure of this kind, where it stands, beside a text or without one. */
const namesOfCue = (kind: Kind, part: string, { group, inTitle }: CueMention): readonly string[] => [
  `stage of ${kind}: ${group}`,
  `stage of ${kind}: ${group} in ${inTitle ? 'title' : 'text'}`,
  `stage of ${kind} in ${part}: ${group} in ${inTitle ? 'title' : 'text'}`,
];

/**
 * What a stage is read from: the features of the entry, what measure it is of, and what each cue says of such a measure. A
 * lawsuit is announced when a halt of withdrawals is in force, and an order to an app store is not what an order to an
 * exchange is; a headline by itself tells of what is done, a text of what is to come as well.
 */
export const stageFeatures = (
  { features, lead, document }: Pick<Analysis, 'features' | 'lead' | 'document'>,
  kind: Kind,
): Features => {
  const { indices, values } = features;
  const part = hasText(document) ? 'text' : 'title';
  const names = new Set([
    `stage in ${part}`,
    `stage of ${kind}`,
    `stage of ${kind} in ${part}`,
    ...lead.mentions.cues.flatMap((cue) => namesOfCue(kind, part, cue)),
  ]);
  const all = {
    indices: new Uint32Array(indices.length + names.size),
    values: new Float32Array(indices.length + names.size),
  };
  all.indices.set(indices);
  all.indices.set([...names].map(hashText), indices.length);
  all.values.set(values);
  all.values.fill(WEIGHT, indices.length);
  return all;
};
