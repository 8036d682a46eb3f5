/** A word of a script that writes spaces, or a single character of one that does not. */
export interface Token {
  readonly text: string;
  /** Offsets into the normalised text. */
  readonly start: number;
  readonly end: number;
  /** Han, kana, Thai, Hangul …: words run into each other, so phrases are sought at every character. */
  readonly dense: boolean;
  /** Counts sentences from 0; the title is sentence 0. */
  readonly sentence: number;
  /** Counts clauses from 0 over the whole text. */
  readonly clause: number;
}

const DENSE =
  /[\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const WORD =
  /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]|(?:(?![\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])[\p{L}\p{M}\p{N}])+/gu;
const SENTENCE_END = /[!?。！？؟।\n]|\.(?=\s|$)/;
const CLAUSE_END = /[,;:،؛、，；：|()"》]|\s-+\s|…|\.\.\./;

/** True for a character of a script without spaces between words. */
export const isDense = (character: string): boolean => DENSE.test(character);

/** Words and characters in order, each with its sentence and clause. */
export const tokenise = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    if (start > last && tokens.length > 0) {
      const gap = text.slice(last, start);
      if (SENTENCE_END.test(gap)) {
        sentence += 1;
        clause += 1;
      } else if (CLAUSE_END.test(gap)) clause += 1;
    }
    last = start + match[0].length;
    tokens.push({ text: match[0], start, end: last, dense: isDense(match[0]), sentence, clause });
  }
  return tokens;
};
