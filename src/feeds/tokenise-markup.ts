import { createReferences, type References } from './resolve-references.ts';

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
const NAME = /[^\s/>="'<]*/y;
const QUOTED = /[\s=]["']/;

interface Scan {
  readonly source: string;
  readonly listener: MarkupListener;
  readonly references: References;
  /** Ends that the rest of the document lacks: nobody searches for them again. */
  readonly missing: Set<string>;
}

/** The quote that is still open before `to`, or '' where none is. */
const openQuote = (source: string, from: number, to: number): string => {
  let quote = '';
  for (let index = from; index < to; index += 1) {
    const char = source[index];
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && QUOTED.test(source.slice(index - 1, index + 1)))
      quote = char;
  }
  return quote;
};

/** Position of the `>` that ends the tag at `start`, or of the `<` that shows that nobody ended it; -1 for neither. */
const endOfTag = (source: string, start: number): number => {
  let from = start;
  for (;;) {
    const gt = source.indexOf('>', from);
    if (gt < 0) return -1;
    const tag = source.slice(from, gt);
    const quote = QUOTED.test(tag) ? openQuote(source, from, gt) : '';
    const rest = quote === '' ? -1 : source.slice(gt, gt + MAX_ATTRIBUTE).indexOf(quote);
    if (rest < 0) {
      const lt = quote === '' && QUOTED.test(tag) ? -1 : tag.indexOf('<');
      return lt < 0 ? gt : from + lt;
    }
    from = gt + rest + 1;
  }
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

const nameAt = (source: string, at: number): string => {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0] ?? '';
};

const readClose = ({ source, listener }: Scan, name: string, from: number): number => {
  listener.close(name.toLowerCase());
  const end = source.indexOf('>', from);
  const tail = end < 0 ? '' : source.slice(from, end);
  return end < 0 ? source.length : tail.includes('<') ? from + tail.indexOf('<') : end + 1;
};

const readOpen = ({ source, listener }: Scan, name: string, from: number): number => {
  const end = endOfTag(source, from);
  const stop = end < 0 ? source.length : end;
  const selfClosing = source[stop - 1] === '/';
  const goOn = listener.open(
    name.toLowerCase(),
    source.slice(from, selfClosing ? stop - 1 : stop),
    selfClosing,
  );
  if (!goOn) return source.length;
  return source[stop] === '<' ? stop : stop + 1;
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
    if (textEnd > at) listener.text(scan.references.resolve(source.slice(at, textEnd)));
    at = lt < 0 ? source.length : readConstruct(scan, lt);
  }
};
