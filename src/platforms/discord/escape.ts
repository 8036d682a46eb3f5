/**
 * Direction overrides and control characters: they would let a headline dress up as another. The isolates of Arabic
 * lines (U+2068, U+2069) stay: what they hold keeps its own direction and changes nothing outside.
 */
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066\u2067]/gu;

/** Characters by which Discord would format, mention or link, wherever they stand. */
const ACTIVE = /[\\*_~`|[\]<>@#]/g;

/** A list, a heading, a subtext or a quote begins a line with these. */
const AT_LINE_START = /^([^\S\r\n\u2028\u2029]*)([-+]|\d{1,30}(?=\.))/gm;

/** A bare address links by itself; so does a colon that opens an emoji's name. */
const ACTIVE_COLON = /:(?=\/\/|[A-Za-z_])/g;

/** One line of text as people wrote it, without what does not show. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();

/** The text with its line breaks, without what does not show. */
export const visible = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => oneLine(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * Markdown that shows exactly this text: nothing in it pings, formats or links by itself.
 * Discord takes a backslash before any mark of punctuation (https://support.discord.com/hc/en-us/articles/210298617).
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(ACTIVE, '\\$&')
    .replace(AT_LINE_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replace(ACTIVE_COLON, '\\:');

/**
 * An address that can stand in a masked link, or nothing where it is no web address.
 * Round and angle brackets would end the link early.
 */
export const linkTarget = (href: string): string | undefined => {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const encode = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  return new URL(href).href.replace(/[()<>\\\s]/g, encode);
};
