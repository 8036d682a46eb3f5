import { createReferences, type References } from './references.ts';

/** Who listens to the tokens. Names are in lower case, with the prefix as written. */
export interface MarkupListener {
  /** Characters, their references already resolved. */
  readonly text: (text: string) => void;
  /** False ends the reading. */
  readonly open: (name: string, attributes: string, selfClosing: boolean) => boolean;
  readonly close: (name: string) => void;
}

/** A quote that is not closed within so many characters was not meant as one. */
const MAX_ATTRIBUTE = 16_384;
/** What of a tag's attributes is read: more is markup that nobody means. */
const MAX_ATTRIBUTES = 32_768;
/** What of one stretch of text is read: much more than anybody keeps of it, however its characters are spelt. */
const MAX_TEXT = 262_144;
const NAME_END = /[\s/>="'<]/g;
const BRACKET_OR_QUOTE = /[<>"']/g;
const BRACKET = /[<>]/g;
const BEFORE_QUOTE = /[\s=]/;

interface Scan {
  readonly source: string;
  readonly listener: MarkupListener;
  readonly references: References;
  /** Ends that the rest of the document lacks: nobody searches for them again. */
  readonly missing: Set<string>;
}

/** Where the pattern, for one character and with flag `g`, next matches, or the document's end. */
const positionOf = (pattern: RegExp, source: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex - 1 : source.length;
};

/** Position of the quote that closes the one at `open`; -1 where that one opens nothing. */
const closingQuote = (source: string, open: number): number => {
  if (!BEFORE_QUOTE.test(source.charAt(open - 1))) return -1;
  const within = source.slice(open + 1, open + 1 + MAX_ATTRIBUTE).indexOf(source.charAt(open));
  return within < 0 ? -1 : open + 1 + within;
};

/**
 * Position of the `>` that ends the tag, of the `<` that shows that nobody ended it, or of the document's end.
 * The next tag begins where this search stops: a search up to the next `>` would take quadratic time.
 */
const endOfTag = (source: string, from: number): number => {
  let at = positionOf(BRACKET_OR_QUOTE, source, from);
  while (source[at] === '"' || source[at] === "'") {
    const closed = closingQuote(source, at);
    at = positionOf(BRACKET_OR_QUOTE, source, Math.max(at, closed) + 1);
  }
  return at;
};

/** Position after the next `end`, or the end of the document. */
const after = (scan: Scan, end: string, from: number): number => {
  const found = scan.missing.has(end) ? -1 : scan.source.indexOf(end, from);
  if (found >= 0) return found + end.length;
  scan.missing.add(end);
  return scan.source.length;
};

const readCdata = (scan: Scan, lt: number): number => {
  const next = after(scan, ']]>', lt);
  const text = scan.source.slice(lt + '<![CDATA['.length, next);
  scan.listener.text(text.endsWith(']]>') ? text.slice(0, -3) : text);
  return next;
};

const skipComment = (scan: Scan, lt: number): number => {
  const next = after(scan, '-->', lt + 2);
  return scan.missing.has('-->') ? after(scan, '>', lt) : next;
};

const readDoctype = (scan: Scan, lt: number): number => {
  const bracket = scan.source.slice(lt, lt + 1024).search(/[[>]/) + lt;
  const end = scan.source[bracket] === '[' ? after(scan, ']', bracket) : lt;
  if (end > lt) scan.references.declare(scan.source.slice(lt, end));
  return after(scan, '>', end);
};

const readDeclaration = (scan: Scan, lt: number): number => {
  if (scan.source.startsWith('<![CDATA[', lt)) return readCdata(scan, lt);
  if (scan.source.startsWith('<!--', lt)) return skipComment(scan, lt);
  return readDoctype(scan, lt);
};

const nameAt = (source: string, at: number): string => source.slice(at, positionOf(NAME_END, source, at));

/** A `>` belongs to the tag that it ends, a `<` to the next. */
const afterTag = (source: string, stop: number): number => (source[stop] === '<' ? stop : stop + 1);

const readClose = ({ source, listener }: Scan, name: string, from: number): number => {
  listener.close(name.toLowerCase());
  return afterTag(source, positionOf(BRACKET, source, from));
};

const readOpen = ({ source, listener }: Scan, name: string, from: number): number => {
  const stop = endOfTag(source, from);
  const selfClosing = source[stop - 1] === '/';
  const end = Math.min(selfClosing ? stop - 1 : stop, from + MAX_ATTRIBUTES);
  const goOn = listener.open(name.toLowerCase(), source.slice(from, end), selfClosing);
  return goOn ? afterTag(source, stop) : source.length;
};

/** Reads what starts with the `<` at `lt`, and gives the position after it. */
const readConstruct = (scan: Scan, lt: number): number => {
  const next = scan.source[lt + 1];
  if (next === '!') return readDeclaration(scan, lt);
  if (next === '?') return after(scan, '>', lt);
  const start = next === '/' ? lt + 2 : lt + 1;
  const name = nameAt(scan.source, start);
  return (next === '/' ? readClose : readOpen)(scan, name, start + name.length);
};

const startsName = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  code >= 0x80 ||
  code === 0x5f ||
  code === 0x3a;

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

const isConstruct = (source: string, lt: number): boolean => {
  const next = source.charCodeAt(lt + 1);
  if (next === SLASH) return startsName(source.charCodeAt(lt + 2));
  return startsName(next) || next === BANG || next === QUESTION;
};

/** The next `<` that begins something: one before a space or a digit is text. */
const nextConstruct = (source: string, from: number): number => {
  let lt = source.indexOf('<', from);
  while (lt >= 0 && !isConstruct(source, lt)) lt = source.indexOf('<', lt + 1);
  return lt;
};

/**
 * Splits markup into tags and text, in order and in linear time, whatever it is.
 * Declarations, comments and instructions are left out; entities are characters, never expanded twice.
 */
export const tokenise = (source: string, listener: MarkupListener): void => {
  const scan: Scan = { source, listener, references: createReferences(), missing: new Set() };
  let at = 0;
  while (at < source.length) {
    const lt = nextConstruct(source, at);
    const textEnd = lt < 0 ? source.length : lt;
    if (textEnd > at)
      listener.text(scan.references.resolve(source.slice(at, Math.min(textEnd, at + MAX_TEXT))));
    at = lt < 0 ? source.length : readConstruct(scan, lt);
  }
};
