import { type DocumentPart, documentPart } from './document-part.ts';

/**
 * News comes first: what an article is about stands in its title and opening, and what follows is background, other
 * people's opinions and other news. So many characters of the text decide; the rest may add who, where and when.
 */
const LEAD = 700;

/** The title and the opening of a document, cut after a sentence where one ends in time. */
export const leadOf = (whole: DocumentPart): DocumentPart => {
  const { tokens, titleEnd, normal } = whole.document;
  const end = titleEnd + LEAD;
  if (normal.text.length <= end) return whole;
  const within = tokens.filter((token) => token.end <= end);
  const last = within.at(-1)?.sentence ?? 0;
  const complete = within.filter(({ sentence, start }) => sentence < last || start < titleEnd);
  const lead = complete.some(({ start }) => start > titleEnd) ? complete : within;
  return documentPart(whole, 0, lead.length);
};
