const WORD = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Scripts without spaces put their words beside a foreign name as they are. */
const isBorder = (character: string | undefined): boolean =>
  character === undefined || !WORD.test(character) || UNSPACED.test(character);

/** Arabic writes its shortest words as one with the name behind them: "Bybit وKuCoin", "لBinance". */
const JOINED = /[\p{Script=Arabic}]/u;
const PROCLITICS: ReadonlySet<string | undefined> = new Set(['و', 'ف', 'ب', 'ل', 'ك']);

const isJoined = (text: string, at: number, word: string): boolean => {
  const before = text[at - 1];
  const isAnd = before === 'و' || (PROCLITICS.has(before) && !JOINED.test(word[0] ?? ''));
  return isAnd && isBorder(text[at - 2]);
};

interface Found {
  readonly start: number;
  readonly end: number;
}

/**
 * Where `name` stands in `text` from `from` on; it stands as a word, a trailing `*` allows endings, unspaced scripts
 * need no border.
 */
const findPart = (text: string, name: string, from: number): Found | undefined => {
  const open = name.endsWith('*');
  const word = open ? name.slice(0, -1) : name;
  if (word === '') return undefined;
  const free = UNSPACED.test(word);
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const ends = open || isBorder(text[at + word.length]);
    if (free || ((isBorder(text[at - 1]) || isJoined(text, at, word)) && ends))
      return { start: at, end: at + word.length };
  }
  return undefined;
};

/**
 * Where a name or cue begins in a text in lower case, -1 where it does not stand there: its parts (`_` allows some
 * words between) in their order. It is sought from `from` on.
 */
export const findName = (text: string, name: string, from = 0): number => {
  const parts = name.toLowerCase().replaceAll('* ', '*_').split('_');
  let start = -1;
  let end = from;
  for (const part of parts) {
    const found = findPart(text, part, end);
    if (found === undefined) return -1;
    if (start < 0) start = found.start;
    end = found.end;
  }
  return start;
};

/** Where the first of several names begins, -1 where none stands there. */
export const findFirst = (text: string, names: readonly string[]): number =>
  names.reduce((first, name) => {
    const at = findName(text, name);
    return at >= 0 && (first < 0 || at < first) ? at : first;
  }, -1);
