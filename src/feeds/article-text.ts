import { plainLine, plainText } from './plain-text.ts';
import { type MarkupElement, readMarkup } from './read-markup.ts';
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

/** schema.org NewsArticle: what the publisher itself calls the body. */
const jsonLdText = (html: string): string => {
  for (const [, script = ''] of html.matchAll(
    /<script[^>]{0,300}application\/ld\+json[^>]{0,300}>([\s\S]*?)<\/script>/gi,
  )) {
    if (!script.includes('articleBody')) continue;
    try {
      const text = plainText(articleBodyIn(JSON.parse(script)));
      if (text !== '') return text;
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
    }
  }
  return '';
};

const paragraphsBelow = (element: MarkupElement, found: Map<MarkupElement, string[]>): void => {
  for (const child of element.children) {
    if (typeof child === 'string' || BESIDE.has(child.name)) continue;
    if (child.name === 'p' || child.name === 'li') {
      const text = plainLine(textOf(child));
      if (text.length >= MIN_PARAGRAPH) found.set(element, [...(found.get(element) ?? []), text]);
    }
    paragraphsBelow(child, found);
  }
};

/** The paragraphs of the element that holds most of them: an article's stand together. */
const paragraphText = (html: string): string => {
  const byParent = new Map<MarkupElement, string[]>();
  paragraphsBelow(readMarkup(html, ''), byParent);
  const texts = [...byParent.values()].map((paragraphs) => paragraphs.join('\n'));
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
};

const descriptionText = (html: string): string => {
  for (const [tag] of html.slice(0, 200_000).matchAll(/<meta\s[^>]{0,2000}>/gi)) {
    if (!/(?:property|name)\s*=\s*["']?(?:og:description|description|twitter:description)\b/i.test(tag))
      continue;
    const content = /content\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
    if (content !== null) return plainText(content[1] ?? content[2] ?? '');
  }
  return '';
};

/** The text of an article page: what its data says, else its main paragraphs, else its description; '' where none. */
export const articleText = (page: string): string => {
  const html = page.slice(0, MAX_HTML);
  const candidates = [jsonLdText(html), paragraphText(html), descriptionText(html)];
  const text =
    candidates.find((candidate) => candidate.length >= MIN_ARTICLE) ??
    candidates.find((candidate) => candidate !== '');
  return (text ?? '').slice(0, MAX_TEXT);
};
