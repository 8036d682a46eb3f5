import { mendMojibake } from './mend-mojibake.ts';
import { tokenise } from './tokenise-markup.ts';

/** Elements whose content is not for readers. */
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'applet', 'noscript', 'template']);
const BLOCK: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Markup beyond this is not read: four times of what we keep. */
export const MAX_MARKUP = 80_000;
const MAX_TEXT = 20_000;
/** Nor are more elements than any article has. */
const MAX_ELEMENTS = 10_000;
const HAS_MARKUP = /[<&]/;
/** Control characters, halves of characters, and marks that carry no meaning in plain text: soft hyphen, zero width space, byte order mark; overrides of direction, which make a text look like another. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u00ad\u200b\ufeff\u202a-\u202e\u2066-\u2069]/gu;
const ODD_SPACE = /[^\S\n ]+/g;
const WIDE_SPACE = / {2,}/g;
const LINE_END = / \n|\n[ \n]+/g;

/** `A<B` at the end of a text compares; a tag that lost its end holds attributes. */
const withoutComparison = (html: string): string => {
  const lt = html.lastIndexOf('<');
  const isTag = html.indexOf('>', lt) >= 0 || html.indexOf('=', lt) >= 0;
  return lt < 0 || isTag ? html : `${html.slice(0, lt)}&lt;${html.slice(lt + 1)}`;
};

const withoutTags = (html: string): string => {
  if (!HAS_MARKUP.test(html)) return html;
  const parts: string[] = [];
  let hiddenIn = '';
  let elements = 0;
  tokenise(withoutComparison(html), {
    text: (text) => {
      if (hiddenIn === '') parts.push(text);
    },
    open: (name, _attributes, selfClosing) => {
      elements += 1;
      if (hiddenIn !== '') return true;
      if (BLOCK.has(name)) parts.push('\n');
      else if (HIDDEN.has(name) && !selfClosing) hiddenIn = name;
      return elements < MAX_ELEMENTS;
    },
    close: (name) => {
      if (name === hiddenIn) hiddenIn = '';
      else if (hiddenIn === '' && BLOCK.has(name)) parts.push('\n');
    },
  });
  return parts.join('');
};

/** Most texts have nothing to tidy, and one test without Unicode classes costs less than five replacements. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNTIDY = /[\0-\x1f\x7f-\xa0\xad\u1680\u2000-\u200b\u2028-\u202f\u205f\u3000\ud800-\udfff\ufeff]| {2}/;

const tidy = (text: string): string =>
  UNTIDY.test(text)
    ? text
        .replace(INVISIBLE, '')
        .replace(ODD_SPACE, ' ')
        .replace(WIDE_SPACE, ' ')
        .replace(LINE_END, '\n')
        .trim()
    : text.trim();

/** HTML to what a reader would see, paragraphs on lines of their own; at most 20,000 characters. */
export const plainText = (html: string): string =>
  tidy(mendMojibake(withoutTags(html.slice(0, MAX_MARKUP)))).slice(0, MAX_TEXT);

/** HTML to one line. */
export const plainLine = (html: string): string => plainText(html).replaceAll('\n', ' ');
