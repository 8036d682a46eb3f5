import { plainText } from './plain-text.ts';
import { tameMarkup } from './tame-markup.ts';

/** A shorter text is no article, but what is left of a page when everything beside one is gone. */
const LEAST = 200;

/**
 * The text that a page is about, as a browser's reading view shows it (https://github.com/mozilla/readability), on a
 * document without a browser; '' where it finds none.
 */
export const readableText = async (html: string): Promise<string> => {
  const tame = tameMarkup(html);
  if (tame === '') return '';
  // Only now: both take longer to load than all else at start, and most entries need no page.
  const [{ Readability }, { parseHTML }] = await Promise.all([
    import('@mozilla/readability'),
    import('linkedom'),
  ]);
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${tame}</body></html>`);
  const article = new Readability(document, { charThreshold: LEAST }).parse();
  const text = plainText(article?.content ?? '');
  return text.length < LEAST ? '' : text;
};
