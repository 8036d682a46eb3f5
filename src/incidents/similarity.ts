/** Words that begin with a capital in every headline and name nothing. */
const EVERYDAY = new Set(
  (
    'the a an and of in on for to by with from as at is are has have its after over amid crypto bitcoin cryptocurrency exchange exchanges ' +
    'cryptocurrencies regulator regulators government users new ban bans banned block blocks blocked warning warns news report breaking ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday ' +
    'saturday sunday securities commission authority bank central financial court supreme ministry apple google play store app apps'
  ).split(' '),
);

const YEAR = /^(?:19|20)\d\d$/;

/** `3,300,000`, `3.300.000` and `3 300 000` are one number; `3.3` keeps its point. */
const plainNumber = (digits: string): string =>
  /^\d{1,3}(?:[.,\s]\d{3})+$/.test(digits) ? digits.replace(/[.,\s]/g, '') : digits.replace(',', '.');

/** Figures that tell one story from another: counts and sums; years and days are left out. */
export const numbersIn = (text: string): ReadonlySet<string> => {
  const found =
    text.match(/(?<![\p{L}\d.,])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?![\d.,])|\d[\d.,]*(?!\d))/gu) ?? [];
  const plain = found.map((digits) => plainNumber(digits.replace(/(?<![.,])[.,]+$/, '')));
  return new Set(plain.filter((digits) => !YEAR.test(digits) && Number(digits) >= 3));
};

const LONGEST_UNIT = 20;
const COUNT = /(?<![\p{L}\p{N}.,$€£¥₩₹₽-])\d{1,4}(?![\d.,]*\d)/gu;
/** Sums, dates and durations go on like this; the text is in lower case. */
const NO_COUNT =
  /^\s*(?:%|percent|million|billion|trillion|bn|mln|mrd|millones|milliards|万|億|亿|만|억|लाख|करोड़|st\b|nd\b|rd\b|th\b|hours?|days?|months?|years?|日|月|年|일|월|년|시|時|点|euros?|dollars?|usd|january|february|march|april|may\b|june|july|august|september|october|november|december)/;

/** How many were hit (`17 apps`, `nine` is not read): sums, dates and durations are left out. */
export const countsIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(COUNT)]
      .filter(({ 0: digits, index }) => {
        const rest = text.slice(index + digits.length, index + digits.length + LONGEST_UNIT);
        return !NO_COUNT.test(rest.toLowerCase()) && !YEAR.test(digits) && Number(digits) >= 3;
      })
      .map(([digits]) => digits),
  );

/** Years named in a text. */
export const yearsIn = (text: string): readonly number[] =>
  (text.match(/(?<!\d)20[12]\d(?!\d)/g) ?? []).map(Number);

/** Lower-case proper names in Latin script, which most languages keep as they are. */
export const namesIn = (text: string, common: ReadonlySet<string>): ReadonlySet<string> => {
  const found = (text.match(/(?<![\p{L}\d])\p{Lu}[\p{L}\d&.-]{2,}/gu) ?? []).map((name) =>
    name.toLowerCase().replace(/[.'’]s?$/, ''),
  );
  return new Set(
    found.filter((name) => /\p{Script=Latin}/u.test(name) && !EVERYDAY.has(name) && !common.has(name)),
  );
};

/** How much of the smaller set lies in the other, 0 to 1; 0 where one is empty. */
export const overlap = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const member of small) if (large.has(member)) shared += 1;
  return shared / small.size;
};

/** Pieces of three words, or of four letters in scripts that write without spaces. */
export const shinglesOf = (text: string): ReadonlySet<string> => {
  const clean = text.toLowerCase().normalize('NFKC');
  const words = clean.match(/[\p{L}\p{N}]+/gu) ?? [];
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(clean);
  const units = dense ? [...words.join('')] : words;
  const size = dense ? 4 : 3;
  const pieces = new Set<string>();
  for (let at = 0; at + size <= units.length; at += 1) pieces.add(units.slice(at, at + size).join(' '));
  return pieces;
};

/** Share of common pieces among all pieces (Jaccard), 0 to 1. */
export const resemblance = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  if (left.size === 0 || right.size === 0) return 0;
  const shared = overlap(left, right) * Math.min(left.size, right.size);
  return shared / (left.size + right.size - shared);
};
