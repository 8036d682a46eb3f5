import { decodeHTMLStrict } from 'entities';

export type MarkupToken =
  /** Characters, with their references already resolved. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open';
      /** Lower case, with the prefix as written. */
      readonly name: string;
      readonly attributes: string;
      readonly selfClosing: boolean;
    }
  | { readonly kind: 'close'; readonly name: string };

/** A quote that is not closed within so many characters was not meant as one. */
const MAX_ATTRIBUTE = 16_384;
const NAME_START = /[A-Za-z_:\u0080-\uffff]/;
const NAME = /[^\s/>="'<]+/y;

/** Position of the `>` that ends the tag at `start`, or of the `<` that shows that nobody ended it. */
const endOfTag = (source: string, start: number): number => {
  let at = start;
  for (;;) {
    const gt = source.indexOf('>', at);
    if (gt < 0) return -1;
    const open = openQuote(source, at, gt);
    if (open.kind === 'none') return open.before;
    const rest = source.slice(gt, gt + MAX_ATTRIBUTE).indexOf(open.quote);
    if (rest < 0) return gt;
    at = gt + rest + 1;
  }
};

type OpenQuote =
  | { readonly kind: 'none'; readonly before: number }
  | { readonly kind: 'open'; readonly quote: string };

/** Whether the `>` at `to` stands within quotes that opened after `from`. */
const openQuote = (source: string, from: number, to: number): OpenQuote => {
  let quote = '';
  for (let index = from; index < to; index += 1) {
    const char = source[index] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'")
      quote = source[index - 1] === '=' || /[\s=]/.test(source[index - 1] ?? '') ? char : '';
    else if (char === '<') return { kind: 'none', before: index };
  }
  return quote === '' ? { kind: 'none', before: to } : { kind: 'open', quote };
};

/** Plain entities of the document's own declaration: short, and without markup or references in them. */
const ENTITY =
  /<!ENTITY\s+([\w.-]{1,64})\s+(?:"([^"&%<]{0,256}|&#\w{1,8};)"|'([^'&%<]{0,256}|&#\w{1,8};)')\s*>/g;
const MAX_ENTITIES = 200;

const declaredEntities = (doctype: string): ReadonlyMap<string, string> => {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of doctype.matchAll(ENTITY)) {
    if (name !== undefined && entities.size < MAX_ENTITIES) {
      entities.set(name, decodeHTMLStrict(double ?? single ?? ''));
    }
  }
  return entities;
};

const resolveReferences = (text: string, entities: ReadonlyMap<string, string>): string => {
  if (!text.includes('&')) return text;
  const known =
    entities.size === 0
      ? text
      : text.replace(/&([\w.-]{1,64});/g, (all, name: string) => entities.get(name) ?? all);
  return decodeHTMLStrict(known);
};

interface Scan {
  readonly source: string;
  readonly emit: (token: MarkupToken) => void;
  /** Ends that the rest of the document lacks: nobody searches for them again. */
  readonly missing: Set<string>;
  entities: ReadonlyMap<string, string>;
}

/** Position after the next `end`, or of the end of the document. */
const after = (scan: Scan, end: string, from: number): number => {
  const found = scan.missing.has(end) ? -1 : scan.source.indexOf(end, from);
  if (found >= 0) return found + end.length;
  scan.missing.add(end);
  return scan.source.length;
};

const readCdata = (scan: Scan, lt: number): number => {
  const next = after(scan, ']]>', lt);
  const text = scan.source.slice(lt + '<![CDATA['.length, next);
  scan.emit({ kind: 'text', text: text.endsWith(']]>') ? text.slice(0, -3) : text });
  return next;
};

const skipComment = (scan: Scan, lt: number): number => {
  const next = after(scan, '-->', lt + 2);
  return scan.missing.has('-->') ? after(scan, '>', lt) : next;
};

const readDoctype = (scan: Scan, lt: number): number => {
  const bracket = scan.source.slice(lt, lt + 1024).search(/[[>]/) + lt;
  const end = scan.source[bracket] === '[' ? after(scan, ']', bracket) : lt;
  const next = after(scan, '>', end);
  if (end > lt) scan.entities = new Map([...scan.entities, ...declaredEntities(scan.source.slice(lt, end))]);
  return next;
};

const readDeclaration = (scan: Scan, lt: number): number => {
  if (scan.source.startsWith('<![CDATA[', lt)) return readCdata(scan, lt);
  if (scan.source.startsWith('<!--', lt)) return skipComment(scan, lt);
  return readDoctype(scan, lt);
};

const readTag = (scan: Scan, from: number, kind: 'open' | 'close'): number => {
  const { source, emit } = scan;
  NAME.lastIndex = from;
  const name = NAME.exec(source)?.[0] ?? '';
  const end = endOfTag(source, from + name.length);
  const stop = end < 0 ? source.length : end;
  if (kind === 'close') emit({ kind, name: name.toLowerCase() });
  else {
    const selfClosing = source[stop - 1] === '/';
    const attributes = source.slice(from + name.length, selfClosing ? stop - 1 : stop);
    emit({ kind, name: name.toLowerCase(), attributes, selfClosing });
  }
  return source[stop] === '<' ? stop : stop + 1;
};

/** Reads what starts with the `<` at `lt`, and gives the position after it. */
const readConstruct = (scan: Scan, lt: number): number => {
  const next = scan.source[lt + 1] ?? '';
  if (next === '!') return readDeclaration(scan, lt);
  if (next === '?') return after(scan, '>', lt);
  if (next === '/') return readTag(scan, lt + 2, 'close');
  if (NAME_START.test(next)) return readTag(scan, lt + 1, 'open');
  scan.emit({ kind: 'text', text: '<' });
  return lt + 1;
};

/**
 * Splits markup into tags and text, in order and in linear time, whatever it is.
 * Declarations, comments and instructions are left out; entities are characters, never expanded twice.
 */
export const tokenise = (source: string, emit: (token: MarkupToken) => void): void => {
  const scan: Scan = { source, emit, missing: new Set(), entities: new Map() };
  let at = 0;
  while (at < source.length) {
    const lt = source.indexOf('<', at);
    const textEnd = lt < 0 ? source.length : lt;
    if (textEnd > at)
      emit({ kind: 'text', text: resolveReferences(source.slice(at, textEnd), scan.entities) });
    if (lt < 0) return;
    at = readConstruct(scan, lt);
  }
};
