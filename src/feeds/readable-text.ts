import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { plainText } from './plain-text.ts';
import { tameMarkup } from './tame-markup.ts';

/** A shorter text is no article, but what is left of a page when everything beside one is gone. */
const LEAST = 200;

/**
 * The text that a page is about, as a browser's reading view shows it (https://github.com/mozilla/readability), on a
 * document without a browser; '' where it finds none.
 */
export const readableText = (html: string): string => {
  const tame = tameMarkup(html);
  if (tame === '') return '';
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${tame}</body></html>`);
  const article = new Readability(document, { charThreshold: LEAST }).parse();
  const text = plainText(article?.content ?? '');
  return text.length < LEAST ? '' : text;
};
