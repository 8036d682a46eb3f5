import { tokenise } from './tokenise-markup.ts';

/** Elements whose content is not for readers. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'applet', 'noscript', 'template']);
const BLOCK =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)$/;
const MAX_TEXT = 20_000;
const HAS_MARKUP = /[<&]/;
/** Control characters, and marks that carry no meaning in plain text: soft hyphen, zero width space, byte order mark. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u00ad\u200b\ufeff]/gu;

const withoutTags = (html: string): string => {
  if (!HAS_MARKUP.test(html)) return html;
  const parts: string[] = [];
  let hiddenIn = '';
  tokenise(html, (token) => {
    if (hiddenIn !== '') {
      if (token.kind === 'close' && token.name === hiddenIn) hiddenIn = '';
    } else if (token.kind === 'text') parts.push(token.text);
    else if (token.kind === 'open' && HIDDEN.has(token.name) && !token.selfClosing) hiddenIn = token.name;
    else if (BLOCK.test(token.name)) parts.push('\n');
  });
  return parts.join('');
};

/** HTML to what a reader would see, paragraphs on lines of their own; at most 20,000 characters. */
export const plainText = (html: string): string =>
  withoutTags(html)
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .slice(0, MAX_TEXT);

/** HTML to one line. */
export const plainLine = (html: string): string => plainText(html).replace(/\n/g, ' ');
