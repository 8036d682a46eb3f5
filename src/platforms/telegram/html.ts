import type { Line, Piece } from './fit.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Overrides of direction, with which a text dresses up as another; the isolates of Arabic lines stay. */
const OVERRIDES = /[\u202a-\u202e]/g;

/** https://core.telegram.org/bots/api#html-style: these four are all the names that Telegram knows. */
const escapeHtml = (text: string): string =>
  text.replace(OVERRIDES, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Telegram refuses a whole message for half a character; feeds contain them. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Only pages of the web: Telegram refuses buttons that lead elsewhere. */
export const isWebAddress = (href: string | undefined): href is string =>
  href !== undefined && /^https?:\/\/[^\s/]+/i.test(href) && URL.canParse(href);

/** Names a person who has no handle: https://core.telegram.org/bots/api#html-style. */
const isPerson = (href: string | undefined): href is string => /^tg:\/\/user\?id=\d+$/.test(href ?? '');

const pieceHtml = ({ text, bold, italic, code, href }: Piece): string => {
  let html = escapeHtml(text);
  if (html === '') return '';
  if (code) html = `<code>${html}</code>`;
  if (italic) html = `<i>${html}</i>`;
  if (bold) html = `<b>${html}</b>`;
  return isWebAddress(href) || isPerson(href)
    ? `<a href="${escapeHtml(wellFormed(href))}">${html}</a>`
    : html;
};

/** Lines that were fitted before: escaping and markup are not counted by Telegram. */
export const toHtml = (lines: readonly Line[]): string =>
  lines.map((line) => line.map(pieceHtml).join('')).join('\n');
