import type { Clue } from './clue.ts';
import type { Document } from './document.ts';

/** Names that stand in one list, or a name by itself: what is said of one is said of all. */
export interface Run {
  readonly clues: readonly Clue[];
  readonly token: number;
  readonly tokenEnd: number;
  readonly firstClause: number;
  readonly lastClause: number;
}

const CONJUNCTIONS: ReadonlySet<string> = new Set([
  ...[
    'and',
    'or',
    'und',
    'oder',
    'y',
    'e',
    'o',
    'u',
    'et',
    'ou',
    'en',
    'of',
    'dan',
    'atau',
    'hingga',
    'serta',
  ],
  ...[
    've',
    'veya',
    'ile',
    'и',
    'или',
    'та',
    'або',
    'і',
    'й',
    'i',
    'oraz',
    'lub',
    'și',
    'és',
    'và',
    'hoặc',
    'cùng',
  ],
  ...[
    'و',
    'یا',
    'او',
    'और',
    'या',
    'तथा',
    'এবং',
    'ও',
    '和',
    '與',
    '与',
    '及',
    '以及',
    '或',
    '跟',
    '同',
    'と',
    'や',
  ],
  ...['および', '及び', 'また', '와', '과', '및', '또는', '나', '랑', '하고', 'และ', 'กับ', 'หรือ', 'รวมถึง'],
]);
const SEPARATORS = /[\s,、،·・/&"()]+/u;
const LISTING = /[、·・/&]/u;

type Joint = 'none' | 'comma' | 'and';

/** What the text between two names makes of them: nothing, or a list by a comma or by a word such as `and`; `spare` words may stand by a comma. */
const jointOf = (gap: string, spare: number): Joint => {
  if (/[\n.;:!?。]/.test(gap) || gap.length > 24) return 'none';
  const words = gap.split(SEPARATORS).filter((word) => word !== '');
  const joins = words.some((word) => CONJUNCTIONS.has(word)) || LISTING.test(gap);
  const others = words.filter((word) => !CONJUNCTIONS.has(word)).length;
  if (joins) return others === 0 ? 'and' : 'none';
  return /[,،]/.test(gap) && others <= spare ? 'comma' : 'none';
};

/** True of a text that stands between two names of one list, and holds nothing else. */
export const isJoint = (gap: string): boolean => jointOf(gap, 0) !== 'none';

/** One word may stand by a comma: `Bitget Indonesia, MEXC`. */
const jointBetween = (before: Clue, after: Clue, text: string): Joint =>
  jointOf(text.slice(before.end, after.start), 1);

const runOf = (clues: readonly Clue[], first: Clue): Run => {
  const last = clues.at(-1) ?? first;
  return {
    clues,
    token: first.token,
    tokenEnd: last.tokenEnd,
    firstClause: first.clause,
    lastClause: last.clause,
  };
};

/** Two names with only a comma between (`After Kraken, Coinbase leaves`) are no list. */
const isList = (clues: readonly Clue[], joints: readonly Joint[]): boolean =>
  clues.length > 2 || joints.includes('and');

/** Cuts names, in order of appearance, into lists and single ones. */
export const runsOfNames = (clues: readonly Clue[], { normal }: Document): readonly Run[] => {
  const runs: Run[] = [];
  let open: Clue[] = [];
  let joints: Joint[] = [];
  const close = (): void => {
    const first = open[0];
    if (first !== undefined && isList(open, joints)) runs.push(runOf(open, first));
    else runs.push(...open.map((clue) => runOf([clue], clue)));
    open = [];
    joints = [];
  };
  for (const clue of clues) {
    const last = open.at(-1);
    const joint = last === undefined ? 'none' : jointBetween(last, clue, normal.text);
    if (joint === 'none') close();
    else joints.push(joint);
    open.push(clue);
  }
  close();
  return runs;
};
