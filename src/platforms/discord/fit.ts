import { escapeMarkdown } from './escape.ts';

const ELLIPSIS = '…';

/** Words are kept whole where that costs no more than this part of the room. */
const WORD_SHARE = 0.8;

/** UTF-16 units of a family of emoji, so that none is cut before it is measured. */
const LONGEST_CHARACTER = 64;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const cutAtWord = (text: string): string => {
  const space = text.lastIndexOf(' ');
  return space > text.length * WORD_SHARE ? text.slice(0, space) : text;
};

/** The longest beginning of `text` whose written form has at most `room` characters, with `…` where it was cut. */
const cutWritten = (text: string, room: number, write: (part: string) => string): string => {
  let written = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    // Some marks are escaped only in their place (at the start of a line, before a name): counted as if they always were.
    written += write(segment).length + (/^[-+.:]/.test(segment) ? 1 : 0);
    if (written > room - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  const kept = write(cutAtWord(text.slice(0, end)).trimEnd());
  return room < ELLIPSIS.length ? '' : `${kept}${ELLIPSIS}`;
};

/** Plain text of at most `room` characters, for the places that know no markup (footer, button, thread name). */
export const fitPlain = (text: string, room: number): string =>
  text.length <= room ? text : cutWritten(text, room, (part) => part);

/** Escaped markdown of at most `room` characters: the text is cut before it is escaped, never the markup. */
export const fitEscaped = (text: string, room: number): string => {
  // Escaping never shortens: of a long text not even the beginning needs more than its room.
  if (text.length > room) return cutWritten(text.slice(0, room + LONGEST_CHARACTER), room, escapeMarkdown);
  const whole = escapeMarkdown(text);
  return whole.length <= room ? whole : cutWritten(text, room, escapeMarkdown);
};

/** As many of the finished `parts` as fit into `room` when joined; the first that does not fit ends the list. */
export const takeParts = (parts: readonly string[], room: number, separator: string): readonly string[] => {
  let left = room + separator.length;
  const end = parts.findIndex((part) => {
    left -= part.length + separator.length;
    return left < 0;
  });
  return end < 0 ? parts : parts.slice(0, end);
};
