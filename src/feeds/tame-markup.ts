import { tokenise } from './tokenise-markup.ts';
import { escapeMarkup } from './write-markup.ts';

/** What stands beside an article, or is not text. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg iframe nav aside footer form button select figure object video audio canvas dialog'.split(
    ' ',
  ),
);
const VOID: ReadonlySet<string> = new Set(
  'area base col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements that end where the next of their kind begins. */
const SELF_ENDING: ReadonlySet<string> = new Set(['p', 'li', 'dt', 'dd', 'option', 'tr', 'td', 'th']);

/** A real article needs no more; what reads the result takes quadratic time in all three. */
const MOST_ELEMENTS = 1_200;
const DEEPEST = 32;
const MOST_TEXT = 40_000;

const NAME = /^[a-z][a-z0-9]*$/;

const HINT = /(?<=^|\s)(class|id|role|itemprop)\s?=\s?(["'])/gi;
const LONGEST_HINT = 100;

/** What a reader of articles goes by: the words by which publishers mark the body and what stands beside it. */
const hintsOf = (attributes: string): string =>
  [...attributes.slice(0, 1_000).matchAll(HINT)]
    .map(({ 0: whole, 1: name, 2: quote = '', index }) => {
      const from = index + whole.length;
      const to = attributes.indexOf(quote, from);
      return to < 0 || to - from > LONGEST_HINT
        ? ''
        : ` ${name}="${escapeMarkup(attributes.slice(from, to))}"`;
    })
    .join('');

/**
 * Any page as small and well-formed markup, in one pass: its text in its elements, without what is never an
 * article's. Pages are strangers', and a library that reads them must not be led astray by a million of tags.
 */
export const tameMarkup = (html: string): string => {
  const parts: string[] = [];
  const open: string[] = [];
  let dropped: string | undefined;
  let elements = 0;
  let room = MOST_TEXT;

  const close = (name: string): void => {
    const at = open.lastIndexOf(name);
    if (at < 0) return;
    for (const one of open.splice(at).reverse()) parts.push(`</${one}>`);
  };

  /** Opens an element that shall stand in the result; false once there is enough of it. */
  const begin = (name: string, attributes: string, isClosed: boolean): boolean => {
    if (SELF_ENDING.has(name) && open.at(-1) === name) close(name);
    if (isClosed || open.length >= DEEPEST || !NAME.test(name)) return true;
    elements += 1;
    open.push(name);
    parts.push(`<${name}${hintsOf(attributes)}>`);
    return elements < MOST_ELEMENTS && room > 0;
  };

  tokenise(html, {
    text: (text) => {
      if (dropped !== undefined || room <= 0) return;
      // Counted as escaped: each reference becomes a node of its own to who reads the result.
      const escaped = escapeMarkup(text.slice(0, room)).slice(0, room);
      parts.push(escaped);
      room -= escaped.length;
    },
    open: (name, attributes, isClosed) => {
      if (dropped !== undefined || VOID.has(name)) return true;
      if (name === 'br') parts.push('<br>');
      else if (!DROPPED.has(name)) return begin(name, attributes, isClosed);
      else if (!isClosed) dropped = name;
      return true;
    },
    close: (name) => {
      if (name === dropped) dropped = undefined;
      else if (dropped === undefined) close(name);
    },
  });
  close(open[0] ?? '');
  return parts.join('');
};
