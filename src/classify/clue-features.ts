import { groupBy } from '../domain/group-by.ts';
import type { Clue } from './clue.ts';
import type { Document } from './document.ts';
import type { CueMention, Mentions } from './find-mentions.ts';
import { endHash, extendHash, HASH_START } from './hash-text.ts';
import type { Run } from './runs-of-names.ts';

/** Furthest that a cue still speaks of a name, and the few words that touch it, in tokens. */
const REACH = 12;
const TOUCH = 3;

const distance = ({ token }: CueMention, run: Run): number =>
  token < run.token ? run.token - token : Math.max(0, token - run.tokenEnd + 1);

const isInClausesOf = (run: Run, { clause }: CueMention): boolean =>
  clause >= run.firstClause && clause <= run.lastClause;

/** The first of the cues, which stand in the order of the text, that begins at a token or after it. */
const firstFrom = (cues: readonly CueMention[], token: number): number => {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.token ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
};

const cuesNear = (cues: readonly CueMention[], run: Run): readonly string[] => {
  const near: string[] = [];
  for (let at = firstFrom(cues, run.token - REACH); at < cues.length; at += 1) {
    const cue = cues[at];
    if (cue === undefined || cue.token > run.tokenEnd + REACH) break;
    const far = isInClausesOf(run, cue) ? distance(cue, run) : REACH + 1;
    if (far <= REACH) near.push(`${cue.token < run.token ? 'after' : 'before'} ${cue.group}`);
    if (far <= TOUCH) near.push(`next to ${cue.group}`);
  }
  return near;
};

const YEAR = /^20[0-2]\d$/;

const sentencesWithYears = ({ tokens }: Document): ReadonlySet<number> => {
  const sentences = new Set<number>();
  for (const { text, sentence } of tokens) if (text.length === 4 && YEAR.test(text)) sentences.add(sentence);
  return sentences;
};

const bySentence = <T extends { readonly token: number }>(
  mentions: readonly T[],
  { tokens }: Document,
): ReadonlyMap<number, readonly T[]> => groupBy(mentions, ({ token }) => tokens[token]?.sentence ?? 0);

/** What is told of a list of names, or of a name by itself: the same for all names in it. */
export interface RunSigns {
  /** What its sentence tells: whether it speaks of the measure itself, or of what was before. */
  readonly sentence: readonly string[];
  readonly near: readonly string[];
  /** What to hold against a name's rank: its sentence, whether it opens it, and what leads to it. */
  readonly standing: readonly string[];
  /** The words before and after it. */
  readonly previous: string;
  readonly next: string;
}

/** Creates the reading of runs in one document, for one kind of measure; each run is read once. */
export const createRunReader = (
  { cues, exchanges }: Mentions,
  document: Document,
  kind: string,
): ((run: Run) => RunSigns) => {
  const { tokens } = document;
  const years = sentencesWithYears(document);
  const cuesIn = bySentence(cues, document);
  const exchangesIn = bySentence(exchanges, document);
  const lastSentence = tokens.at(-1)?.sentence ?? 0;
  const sentenceAt = (token: number): number | undefined => tokens[token]?.sentence;

  const readSentence = (run: Run): readonly string[] => {
    const sentence = sentenceAt(run.token) ?? 0;
    let [own, ownClause, past, spared] = [false, false, false, false];
    for (const cue of cuesIn.get(sentence) ?? []) {
      const isNear = isInClausesOf(run, cue);
      own ||= cue.group === kind;
      ownClause ||= cue.group === kind && isNear;
      past ||= cue.group === 'background';
      spared ||= cue.group === 'spared' && isNear;
    }
    const place = `sentence ${Math.min(sentence, 3)}${sentence === lastSentence ? ' last' : ''}`;
    return [
      place,
      `own ${own} ${ownClause}`,
      `past ${past} ${years.has(sentence)} own ${own}`,
      `${place} past ${past} own ${own}`,
      `spared ${spared}`,
    ];
  };

  const read = (run: Run): RunSigns => {
    const [sentence, near] = [readSentence(run), cuesNear(cues, run)];
    const opens = sentenceAt(run.token - 1) !== sentenceAt(run.token);
    const others = (exchangesIn.get(sentenceAt(run.token) ?? 0) ?? []).some(
      ({ token }) => token < run.token || token >= run.tokenEnd,
    );
    const list = `list ${Math.min(run.clues.length, 4)}`;
    return {
      sentence,
      near,
      standing: [...sentence, ...near, `opens ${opens} others ${others}`, list],
      previous: tokens[run.token - 1]?.text ?? '^',
      next: tokens[run.tokenEnd]?.text ?? '$',
    };
  };

  const known = new Map<Run, RunSigns>();
  return (run) => {
    const signs = known.get(run) ?? read(run);
    known.set(run, signs);
    return signs;
  };
};

/** Feature names by hash, each once. They are hashed as they are put together: as texts they would be thrown away. */
export type FeatureNames = Set<number>;

/** What names begin with: `beginning('how')` for all that begin with `how `. */
export const beginning = (word: string): number => extendHash(extendHash(HASH_START, word), ' ');

export const addName = (names: FeatureNames, begun: number, name: string): void => {
  names.add(endHash(extendHash(begun, name)));
};

const HOW = beginning('how');
const PREVIOUS = 'prev ';
const NEXT = 'next ';

/** One clue in its sentence, or in the list that it stands in. */
export const addClueFeatures = (
  names: FeatureNames,
  { how, inTitle }: Clue,
  run: Run,
  { sentence, near, previous, next }: RunSigns,
): void => {
  const where = inTitle ? 'title' : 'text';
  const [byWay, byPlace] = [beginning(how), beginning(where)];
  addName(names, HASH_START, `${how} in ${where}`);
  addName(names, HOW, how);
  for (const begun of [HASH_START, byWay]) {
    addName(names, extendHash(begun, PREVIOUS), previous);
    addName(names, extendHash(begun, NEXT), next);
    for (const name of sentence) addName(names, begun, name);
    for (const name of near) addName(names, begun, name);
  }
  addName(names, HASH_START, `list ${Math.min(run.clues.length, 4)} ${where}`);
  for (const name of near) addName(names, byPlace, name);
};
