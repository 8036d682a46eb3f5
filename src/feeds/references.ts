import { decodeHTMLStrict } from 'entities';

/** `&name;`, `&#8217;`, `&#x2019;`: a bare `&` is a character like any other. */
const REFERENCE = /&(?:#x[\da-f]{1,8}|#\d{1,8}|[a-z][\w.-]{0,63});/gi;

const COMMON: Readonly<Partial<Record<string, string>>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00a0',
};

/** Plain entities of a document's own: short, and without markup or references in them. */
const DECLARATION =
  /<!ENTITY\s{1,20}([\w.-]{1,64})\s{1,20}(?:"([^"&%<]{0,256}|&#\w{1,8};)"|'([^'&%<]{0,256}|&#\w{1,8};)')/g;
const MAX_ENTITIES = 200;
/** So many uses of entities of the document's own; more is a bomb. */
const MAX_EXPANSIONS = 5_000;

const SURROGATE = /^&#(?:xd[89a-f][\da-f]{2}|5[5-7]\d{3});$/i;

/** What a document may call its own characters. */
export interface References {
  /** Learns the entities that a DOCTYPE declares. */
  readonly declare: (doctype: string) => void;
  /** Text with its references as characters; numbers of the windows-1252 range mean what they mean there. */
  readonly resolve: (text: string) => string;
}

/** Some writers put an emoji as two references, one for each half of its UTF-16. */
const surrogateOf = (reference: string): string | undefined => {
  if (!SURROGATE.test(reference)) return undefined;
  const digits = reference.slice(2, -1);
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code >= 0xd800 && code <= 0xdfff ? String.fromCharCode(code) : undefined;
};

export const createReferences = (): References => {
  const own = new Map<string, string>();
  let expansions = 0;
  const resolveOne = (reference: string): string => {
    const common = COMMON[reference];
    if (common !== undefined) return common;
    const surrogate = surrogateOf(reference);
    if (surrogate !== undefined) return surrogate;
    const declared = own.size === 0 ? undefined : own.get(reference.slice(1, -1));
    if (declared === undefined) return decodeHTMLStrict(reference);
    expansions += 1;
    return expansions > MAX_EXPANSIONS ? '' : declared;
  };
  return {
    declare: (doctype) => {
      for (const [, name = '', double, single] of doctype.matchAll(DECLARATION)) {
        if (own.size >= MAX_ENTITIES) return;
        own.set(name, decodeHTMLStrict(double ?? single ?? ''));
      }
    },
    resolve: (text) => (text.includes('&') ? text.replace(REFERENCE, resolveOne) : text),
  };
};
