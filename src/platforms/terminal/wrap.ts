import stringWidth from 'string-width';

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const pieces = (segmenter: Intl.Segmenter, text: string): readonly string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);

/** Words, and signs of those that are wider than a line. Chinese and Japanese break between any two words. */
const breakable = (text: string, columns: number): readonly string[] =>
  pieces(words, text).flatMap((word) => (stringWidth(word) > columns ? pieces(signs, word) : [word]));

/** Lines of at most `columns` columns, as a terminal shows them: wide signs take two. */
export const wrap = (text: string, columns: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of breakable(text, columns)) {
    const wide = stringWidth(piece);
    if (width + wide > columns && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      width = 0;
    }
    // The space at which a line was broken does not begin the next.
    if (line === '' && lines.length > 0 && piece.trim() === '') continue;
    line += piece;
    width += wide;
  }
  return [...lines, line.trimEnd()];
};
