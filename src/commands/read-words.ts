import { fold } from './fold.ts';
import type { Found, Lexicon } from './lexicon.ts';
import { type Meaning, sameMeaning } from './meaning.ts';

/** A piece of what somebody typed: understood, quoted for the text of alerts, or unknown. */
export type Piece =
  | { readonly is: 'known'; readonly meaning: Meaning; readonly said: string }
  | { readonly is: 'quoted'; readonly text: string }
  | { readonly is: 'unknown'; readonly word: string; readonly afterPlaceWord: boolean };

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** What is read by its form: "quoted words", `exchange:id`, a flag, a code in capitals. */
const SPECIAL =
  /["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]|(?<![\p{L}\p{N}])((?:exchange|place|kind):[\p{L}\p{N}.-]+)|([\u{1F1E6}-\u{1F1FF}]{2})|(?<![\p{L}\p{N}_-])([A-Z]{2})(?![\p{L}\p{N}_-])/gu;
const FIRST_FLAG_LETTER = 0x1f1e6;
/** Grammar adds no more than this to a name (`Нью-Йорке`). */
const LONGEST_ENDING = 4;

const isBorder = (text: string, at: number): boolean => {
  const before = text[at - 1] ?? ' ';
  const after = text[at] ?? ' ';
  return !WORD.test(before) || !WORD.test(after) || UNSPACED.test(before) || UNSPACED.test(after);
};

const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && WORD.test(text[end] ?? ' ')) end++;
  return end;
};

const endOf = (
  text: string,
  at: number,
  { length, open }: { readonly length: number; readonly open: boolean },
): number => {
  const end = at + length;
  if (isBorder(text, end)) return end;
  const whole = wordEnd(text, end);
  return open && whole - end <= LONGEST_ENDING ? whole : -1;
};

/** `Binance Nigeria` is Binance's firm there, and to who types it: Binance, in Nigeria. */
const withoutPlace = (text: string, at: number, whole: Found, lexicon: Lexicon): Found | undefined =>
  whole.meaning.is !== 'exchange'
    ? undefined
    : lexicon.at(text, at).find(({ meaning, length }) => {
        const rest = lexicon.lookup(text.slice(at + length, at + whole.length));
        return length < whole.length && sameMeaning(meaning, whole.meaning) && rest?.is === 'place';
      });

/** Reads plain text: the longest known phrase at each place, else the whole word as unknown. */
const readPlain = (raw: string, lexicon: Lexicon): Piece[] => {
  const text = fold(raw);
  const pieces: Piece[] = [];
  let afterPlaceWord = false;
  for (let at = 0; at < text.length; ) {
    if (!WORD.test(text[at] ?? ' ')) {
      at++;
      continue;
    }
    const longest = lexicon.at(text, at).find((each) => endOf(text, at, each) > 0);
    const found = longest === undefined ? undefined : (withoutPlace(text, at, longest, lexicon) ?? longest);
    const end = found === undefined ? wordEnd(text, at) : endOf(text, at, found);
    const said = text.slice(at, end);
    pieces.push(
      found === undefined
        ? { is: 'unknown', word: said, afterPlaceWord }
        : { is: 'known', meaning: found.meaning, said },
    );
    afterPlaceWord = found?.meaning.is === 'filler' && found.meaning.beforePlace;
    at = end;
  }
  return pieces;
};

const explicit = (mark: string, lexicon: Lexicon): Meaning | undefined => {
  const known = lexicon.lookup(mark);
  if (known !== undefined) return known;
  const [dimension, name = ''] = mark.toLowerCase().split(':');
  // Ids that left the catalogue are kept, and told to be unknown where the wish is shown.
  if (dimension === 'exchange') return { is: 'exchange', id: name };
  return dimension === 'place' ? { is: 'place', code: name.toUpperCase() } : undefined;
};

const flagCode = (flag: string): string =>
  [...flag]
    .map((letter) => String.fromCharCode(65 + (letter.codePointAt(0) ?? 0) - FIRST_FLAG_LETTER))
    .join('');

/** `IN` is India, and `in` a preposition, unless all is written in capitals. */
const isCapitalPlace = (code: string, lexicon: Lexicon): boolean =>
  lexicon.isPlace(code) && ['filler', 'not'].includes(lexicon.lookup(code)?.is ?? '');

const known = (meaning: Meaning | undefined, said: string): Piece =>
  meaning === undefined
    ? { is: 'unknown', word: said, afterPlaceWord: false }
    : { is: 'known', meaning, said };

const special = (match: RegExpExecArray, shouted: boolean, lexicon: Lexicon): Piece | undefined => {
  const [said, quoted, mark, flag, code] = match;
  if (quoted !== undefined) return { is: 'quoted', text: quoted.trim().toLowerCase() };
  if (mark !== undefined) return known(explicit(mark, lexicon), said);
  if (flag !== undefined) {
    const place = flagCode(flag);
    return known(lexicon.isPlace(place) ? { is: 'place', code: place } : undefined, said);
  }
  // Any other code is left in its phrase: `Binance US` is one name.
  return code !== undefined && !shouted && isCapitalPlace(code, lexicon)
    ? known({ is: 'place', code }, said)
    : undefined;
};

/** Takes apart what somebody typed, in its order. Nothing is left out but punctuation and pictures. */
export const readWords = (raw: string, lexicon: Lexicon): readonly Piece[] => {
  const shouted = !/\p{Ll}/u.test(raw);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of raw.matchAll(SPECIAL)) {
    const piece = special(match, shouted, lexicon);
    if (piece === undefined) continue;
    pieces.push(...readPlain(raw.slice(from, match.index), lexicon), piece);
    from = match.index + match[0].length;
  }
  return [...pieces, ...readPlain(raw.slice(from), lexicon)].filter(
    (piece) => piece.is !== 'quoted' || piece.text !== '',
  );
};
