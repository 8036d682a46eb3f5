import type { Feed } from '../domain/feed.ts';
import { isKind } from '../domain/taxonomy.ts';
import type { Mentions } from './find-mentions.ts';

/**
 * An exchange or an authority that denies a measure by itself: whoever was told of the measure must be told of that too
 * (`disputed`). What the press writes of denials is left to the model.
 */
export const isDenial = (publisher: Feed['kind'], { exchanges, cues }: Mentions): boolean => {
  const titled = cues.filter(({ inTitle }) => inTitle);
  return (
    publisher !== 'press' &&
    exchanges.some(({ inTitle }) => inTitle) &&
    titled.some(({ group }) => group === 'disputed') &&
    titled.some(({ group }) => isKind(group))
  );
};
