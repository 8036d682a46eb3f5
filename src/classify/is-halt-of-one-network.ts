import { isOfOneNetwork, speaksOfAll } from '../domain/one-network.ts';
import type { Document } from './document.ts';
import type { Mentions } from './find-mentions.ts';
import type { ReadMeasure } from './read-measures.ts';

/** What of a text tells the news. */
const OPENING = 300;

/**
 * True of a title that halts the coins of one network by nobody's order, mostly for an upgrade or a fault: the rest of the
 * exchange goes on. Of 83,000 labelled titles 45 are of that sort, and none of them counts.
 */
export const isHaltOfOneNetwork = (
  { stage }: Pick<ReadMeasure, 'stage'>,
  { normal, titleEnd, language }: Document,
  { authorities }: Pick<Mentions, 'authorities'>,
): boolean =>
  stage !== 'eased' &&
  isOfOneNetwork(normal.text.slice(0, titleEnd), language) &&
  !authorities.some(({ inTitle }) => inTitle) &&
  !speaksOfAll(normal.text.slice(titleEnd, titleEnd + OPENING));
