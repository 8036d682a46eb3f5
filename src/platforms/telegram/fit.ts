import type { Span } from '../../domain/card.ts';

/** A run of text that is shortened as a whole, or, where `fixed`, not at all (signs, separators). */
export interface Piece extends Span {
  readonly fixed?: true;
}

export type Line = readonly Piece[];

/** Below this a shortened text says nothing any more; whole lines are dropped instead. */
const LEAST = 24;
const ELLIPSIS = '…';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** At most `room` UTF-16 units of `text`, cut between what readers see as characters. */
export const cut = (text: string, room: number): string => {
  if (text.length <= room) return text;
  if (room < 1) return '';
  let end = 0;
  for (const { segment, index } of segmenter.segment(text.slice(0, room + LEAST))) {
    if (index + segment.length > room - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}${ELLIPSIS}`;
};

/** The common length to which the longest texts are shortened so that all take no more than `room`. */
const capFor = (lengths: readonly number[], room: number): number => {
  const ascending = [...lengths].sort((a, b) => a - b);
  let left = room;
  for (const [at, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - at));
    if (length > share) return share;
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
};

const unitsOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.reduce((units, { text }) => units + text.length, 1), -1);

/**
 * Shortens the longest pieces, never the short ones, until all lines joined by newlines take at most `limit` UTF-16
 * units; where there are so many that nothing readable would remain, the last lines give way.
 */
export const fitLines = (lines: readonly Line[], limit: number): readonly Line[] => {
  const total = unitsOf(lines);
  if (total <= limit) return lines;
  const lengths = lines.flatMap((line) => line.filter(({ fixed }) => !fixed).map(({ text }) => text.length));
  const flexible = lengths.reduce((sum, length) => sum + length, 0);
  const cap = capFor(lengths, limit - (total - flexible));
  if (cap < LEAST && lines.length > 1) return fitLines(withoutLast(lines), limit);
  return lines.map((line) =>
    line.map((piece) => (piece.fixed ? piece : { ...piece, text: cut(piece.text, cap) })),
  );
};

const isEllipsis = (line: Line | undefined): boolean => line?.length === 1 && line[0]?.text === ELLIPSIS;

const withoutLast = (lines: readonly Line[]): readonly Line[] => [
  ...lines.slice(0, isEllipsis(lines.at(-1)) ? -2 : -1),
  [{ text: ELLIPSIS, fixed: true }],
];
