/** Entity parsing as the Bot API does it: https://core.telegram.org/bots/api#html-style. */

const TAGS = new Set(
  'b strong i em u ins s strike del span tg-spoiler a tg-emoji code pre blockquote'.split(' '),
);
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

export interface TelegramEntity {
  readonly type: string;
  /** UTF-16 code units. */
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface ParsedText {
  readonly text: string;
  readonly entities: readonly TelegramEntity[];
}

const decode = (source: string): string =>
  source
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex, decimal) =>
      String.fromCodePoint(Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)),
    )
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => NAMED[name] ?? '');

const typeOf = (tag: string): string =>
  ({ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', a: 'text_link' })[tag] ?? tag;

const byteOffset = (html: string, at: number): number => Buffer.byteLength(html.slice(0, at));

interface OpenTag {
  readonly tag: string;
  readonly offset: number;
  readonly url: string | undefined;
}

const entityOf = ({ tag, offset, url }: OpenTag, end: number): TelegramEntity => ({
  type: typeOf(tag),
  offset,
  length: end - offset,
  ...(url === undefined ? {} : { url: decode(url) }),
});

/** The text people see and its entities, or the error text that follows `can't parse entities: `. */
export const parseTelegramHtml = (html: string): ParsedText | string => {
  const open: OpenTag[] = [];
  const entities: TelegramEntity[] = [];
  let text = '';

  const start = (tag: string, attributes: string, where: string): string | undefined => {
    if (!TAGS.has(tag)) return `Unsupported start tag "${tag}" ${where}`;
    open.push({ tag, offset: text.length, url: /href\s*=\s*"([^"]*)"/.exec(attributes)?.[1] });
    return undefined;
  };

  const end = (tag: string, where: string): string | undefined => {
    const last = open.pop();
    if (last === undefined) return `Unexpected end tag ${where}`;
    if (last.tag !== tag) return `Unmatched end tag ${where}, expected "</${last.tag}>", found "</${tag}>"`;
    if (text.length > last.offset) entities.push(entityOf(last, text.length));
    return undefined;
  };

  for (const match of html.matchAll(/<(\/?)([a-z-]*)([^>]*)(>?)|[^<]+/gi)) {
    const [whole, slash, tag, attributes = '', close] = match;
    const where = `at byte offset ${byteOffset(html, match.index)}`;
    if (tag === undefined) text += decode(whole);
    else {
      if (close !== '>') return `Unclosed start tag ${where}`;
      const name = tag.toLowerCase();
      const error = slash === '/' ? end(name, where) : start(name, attributes, where);
      if (error !== undefined) return error;
    }
  }
  const unclosed = open.at(-1);
  return unclosed === undefined
    ? { text: text.trimEnd(), entities: entities.sort((a, b) => a.offset - b.offset) }
    : `Can't find end tag corresponding to start tag "${unclosed.tag}"`;
};
