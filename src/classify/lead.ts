import type { Document } from './document.ts';
import type { Mentions } from './find-mentions.ts';

/**
 * News comes first: what an article is about stands in its title and opening, and what follows is background, other
 * people's opinions and other news. So many characters of the text decide; the rest may add who, where and when.
 */
const LEAD = 700;

/** The title and the opening of a document, cut after a sentence where one ends in time. */
export const leadOf = (
  document: Document,
  mentions: Mentions,
): { readonly document: Document; readonly mentions: Mentions } => {
  const end = document.titleEnd + LEAD;
  if (document.normal.text.length <= end) return { document, mentions };
  const within = document.tokens.filter((token) => token.end <= end);
  const last = within.at(-1)?.sentence ?? 0;
  const whole = within.filter(({ sentence, start }) => sentence < last || start < document.titleEnd);
  const tokens = whole.some(({ start }) => start > document.titleEnd) ? whole : within;
  const count = tokens.length;
  const inside = <T extends { readonly tokenEnd: number }>(all: readonly T[]): readonly T[] =>
    all.filter(({ tokenEnd }) => tokenEnd <= count);
  return {
    document: { ...document, tokens },
    mentions: {
      exchanges: inside(mentions.exchanges),
      authorities: inside(mentions.authorities),
      places: inside(mentions.places),
      cues: inside(mentions.cues),
    },
  };
};
