import type { MarkupElement } from './read-markup.ts';

export const escapeMarkup = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Child markup back to HTML, about `most` characters of it; attributes are left out, since only the text will be read. */
const htmlOf = (children: MarkupElement['children'], most: number): string => {
  const parts: string[] = [];
  let room = most;
  const write = (part: string): void => {
    parts.push(part);
    room -= part.length;
  };
  const writeAll = (within: MarkupElement['children']): void => {
    for (const child of within) {
      if (room <= 0) return;
      if (typeof child === 'string') {
        write(escapeMarkup(child.slice(0, room)));
        continue;
      }
      const name = localName(child.name);
      write(`<${name}>`);
      writeAll(child.children);
      write(`</${name}>`);
    }
  };
  writeAll(children);
  return parts.join('');
};

/** The characters of an element and of all within it, at most so many. */
export const textOf = ({ children }: MarkupElement, most = Number.POSITIVE_INFINITY): string => {
  const [first] = children;
  if (children.length === 1 && typeof first === 'string') return first.slice(0, most);
  const parts: string[] = [];
  let room = most;
  for (const child of children) {
    if (room <= 0) break;
    const part = typeof child === 'string' ? child.slice(0, room) : textOf(child, room);
    parts.push(part);
    room -= part.length;
  }
  return parts.join('');
};

const isTextOnly = ({ children }: MarkupElement): boolean =>
  children.every((child) => typeof child === 'string');

const decodeBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

const LITERAL_TYPE = /^(?:text|text\/plain)$/i;
const MARKUP_TYPE = /^(?:html|xhtml|text\/html|application\/xhtml\+xml)$/i;

/** Text whose characters mean themselves and not markup. */
const isLiteral = ({ attributes, name }: MarkupElement): boolean => {
  const type = attributes.type;
  if (type !== undefined)
    return LITERAL_TYPE.test(type) && attributes.mode !== 'escaped' && name !== 'media:title';
  return false;
};

/**
 * What an element says, as HTML, whatever way it was put: escaped, CDATA, child markup, base64, or plain text
 * (Atom RFC 4287 3.1, Atom 0.3 `mode`, and RSS, which never said). At most about `most` characters.
 */
export const innerHtml = (element: MarkupElement, most: number): string => {
  if (element.attributes.mode === 'base64' || isBinary(element)) return decodeBase64(textOf(element, most));
  if (!isTextOnly(element)) return htmlOf(element.children, most);
  const text = textOf(element, most);
  return isLiteral(element) ? escapeMarkup(text) : text;
};

/** RFC 4287 4.1.3.3: a type that is neither text nor markup means base64. */
const isBinary = ({ attributes, name }: MarkupElement): boolean => {
  const type = attributes.type;
  if (name.includes(':') || type === undefined || attributes.mode !== undefined) return false;
  return /^[a-z]+\/[a-z0-9.+-]+$/i.test(type) && !/^text\/|xml$/i.test(type) && !MARKUP_TYPE.test(type);
};

/** `<name>text</name>`, or nothing where there is no text. */
export const element = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${escapeMarkup(text)}</${name}>`;
