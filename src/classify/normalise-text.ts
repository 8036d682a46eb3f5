/** A text as it is compared: NFKC, lower case, plain quotes and dashes, with the way back to the original. */
export interface NormalText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, its offset in the original; one more at the end. */
  readonly origin: readonly number[] | undefined;
}

const FOLDS: readonly (readonly [characters: string, plain: string])[] = [
  ['‘’‚‛′ʼ`´', "'"],
  ['“”„‟«»″「」『』《》〈〉【】', '"'],
  ['‐‑‒–—―−', '-'],
  // Arabic and Persian write the same letters with different code points.
  ['يى', 'ی'],
  ['ك', 'ک'],
  ['أإآٱ', 'ا'],
  ['ة', 'ه'],
];

const PLAIN = new Map(FOLDS.flatMap(([characters, plain]) => [...characters].map((one) => [one, plain])));
const FOLDED = [...PLAIN.keys()].join('');

/**
 * What is not compared as it is written, in one pass: zero-width and soft characters, Arabic vowel marks and tatweel,
 * seen by nobody and compared by nobody; and the characters of `FOLDS`.
 */
const UNCOMPARED = new RegExp(
  String.raw`[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u0652${FOLDED}]`,
  'g',
);

const fold = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(UNCOMPARED, (character) => PLAIN.get(character) ?? '');

const PLAIN_ASCII = /^[\x20-\x5f\x61-\x7e\n]*$/;

/** Folds a text for comparison. Offsets survive: `originalSpan` leads back. */
export const normaliseText = (raw: string): NormalText => {
  if (PLAIN_ASCII.test(raw)) return { text: raw.toLowerCase(), origin: undefined };
  const whole = fold(raw);
  if (whole.length === raw.length) return { text: whole, origin: undefined };
  let text = '';
  const origin: number[] = [];
  let offset = 0;
  for (const character of raw) {
    const folded = PLAIN_ASCII.test(character) ? character.toLowerCase() : fold(character);
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(offset);
    text += folded;
    offset += character.length;
  }
  origin.push(offset);
  return { text, origin };
};

/** The span of the original that a span of the folded text came from. */
export const originalSpan = (
  { origin }: NormalText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } => {
  if (origin === undefined) return { start, end };
  const last = origin.at(-1) ?? end;
  return { start: origin[start] ?? last, end: origin[end] ?? last };
};
