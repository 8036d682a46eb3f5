import { type DocumentPart, documentPart } from './document-part.ts';
import type { Token } from './tokenise.ts';

/**
 * News comes first: what an article is about stands in its title and opening, and what follows is background, other
 * people's opinions and other news. So many characters of the text decide; the rest may add who, where and when.
 */
const LEAD = 700;

/** How many tokens at the beginning are such. */
const countWhile = (tokens: readonly Token[], isSuch: (token: Token) => boolean): number => {
  const first = tokens.findIndex((token) => !isSuch(token));
  return first < 0 ? tokens.length : first;
};

/** The title and the opening of a document, cut after a sentence where one ends in time. */
export const leadOf = (whole: DocumentPart): DocumentPart => {
  const { tokens, titleEnd, normal } = whole.document;
  const end = titleEnd + LEAD;
  if (normal.text.length <= end) return whole;
  const within = countWhile(tokens, (token) => token.end <= end);
  const last = tokens[within - 1]?.sentence ?? 0;
  const complete = countWhile(tokens, ({ sentence, start }) => sentence < last || start < titleEnd);
  const isInText = (tokens[complete - 1]?.start ?? 0) > titleEnd;
  return documentPart(whole, 0, isInText ? complete : within);
};
