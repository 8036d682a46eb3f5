import { plainLine, plainText } from './plain-text.ts';
import { type MarkupElement, readMarkup } from './read-markup.ts';
import { readableText } from './readable-text.ts';
import { textOf } from './write-markup.ts';

const MAX_HTML = 2_000_000;
const MAX_TEXT = 8_000;
/** A shorter paragraph is a caption, a button or a byline. */
const MIN_PARAGRAPH = 60;
const MIN_ARTICLE = 200;
const BESIDE: ReadonlySet<string> = new Set([
  'nav',
  'aside',
  'footer',
  'header',
  'form',
  'script',
  'style',
  'noscript',
  'figure',
  'button',
]);

const articleBodyIn = (value: unknown, depth = 0): string => {
  if (depth > 4 || typeof value !== 'object' || value === null) return '';
  if ('articleBody' in value && typeof value.articleBody === 'string') return value.articleBody;
  for (const inner of Object.values(value)) {
    const found = articleBodyIn(inner, depth + 1);
    if (found !== '') return found;
  }
  return '';
};

/** Contents of the page's JSON-LD scripts, found in one pass: a pattern would search an unclosed one to the end, each time. */
const jsonLdScripts = (html: string): string[] => {
  const scripts: string[] = [];
  for (
    let at = html.indexOf('application/ld+json');
    at >= 0;
    at = html.indexOf('application/ld+json', at + 1)
  ) {
    const start = html.indexOf('>', at) + 1;
    const end = html.indexOf('</script', at);
    if (start === 0 || end < 0) break;
    scripts.push(html.slice(start, end));
    at = end;
  }
  return scripts;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return undefined;
  }
};

/** schema.org NewsArticle: what the publisher itself calls the body. */
const jsonLdText = (html: string): string => {
  for (const script of jsonLdScripts(html)) {
    const text = script.includes('articleBody') ? plainText(articleBodyIn(parseJson(script))) : '';
    if (text !== '') return text;
  }
  return '';
};

const paragraphsBelow = (element: MarkupElement, found: string[][]): void => {
  const own: string[] = [];
  found.push(own);
  for (const child of element.children) {
    if (typeof child === 'string' || BESIDE.has(child.name)) continue;
    if (child.name === 'p' || child.name === 'li') {
      const text = plainLine(textOf(child));
      if (text.length >= MIN_PARAGRAPH) own.push(text);
    } else paragraphsBelow(child, found);
  }
};

/** The paragraphs of the element that holds most of them, where a reading view finds no article: they stand together. */
const paragraphText = (html: string): string => {
  const groups: string[][] = [];
  paragraphsBelow(readMarkup(html, ''), groups);
  return groups
    .map((paragraphs) => paragraphs.join('\n'))
    .reduce((best, text) => (text.length > best.length ? text : best), '');
};

const descriptionText = (html: string): string => {
  for (const [tag] of html.slice(0, 200_000).matchAll(/<meta\s[^<>]{0,2000}>/gi)) {
    if (!/(?:property|name)\s*=\s*["']?(?:og:|twitter:)?description\b/i.test(tag)) continue;
    const content = /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    if (content !== null) return plainText(content[1] ?? content[2] ?? '');
  }
  return '';
};

/**
 * The text of an article page: what its data says, else what a reading view shows, else its main paragraphs, else its
 * description; '' where none.
 */
export const articleText = async (page: string): Promise<string> => {
  const html = page.slice(0, MAX_HTML);
  let first = '';
  // One after the other: most pages need only the first, and the reading view is dear.
  for (const read of [jsonLdText, readableText, paragraphText, descriptionText]) {
    const text = await read(html);
    if (text.length >= MIN_ARTICLE) return text.slice(0, MAX_TEXT);
    if (first === '') first = text;
  }
  return first.slice(0, MAX_TEXT);
};
