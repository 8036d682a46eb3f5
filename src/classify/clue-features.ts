import type { Clue } from './clue.ts';
import type { Document } from './document.ts';
import type { CueMention, Mentions } from './find-mentions.ts';
import type { Run } from './runs-of-names.ts';

/** Furthest that a cue still speaks of a name, and the few words that touch it, in tokens. */
const REACH = 12;
const TOUCH = 3;

const distance = ({ token }: CueMention, run: Run): number =>
  token < run.token ? run.token - token : Math.max(0, token - run.tokenEnd + 1);

const cuesNear = (cues: readonly CueMention[], run: Run): readonly string[] =>
  cues
    .filter(
      (cue) => cue.clause >= run.firstClause && cue.clause <= run.lastClause && distance(cue, run) <= REACH,
    )
    .flatMap((cue) => [
      `${cue.token < run.token ? 'after' : 'before'} ${cue.group}`,
      ...(distance(cue, run) <= TOUCH ? [`next to ${cue.group}`] : []),
    ]);

const YEAR = /^20[0-2]\d$/;

/** What the sentence around it tells: whether it speaks of the measure itself, or of what was before. */
const sentenceFeatures = (
  run: Run,
  { cues }: Mentions,
  { tokens }: Document,
  kind: string,
): readonly string[] => {
  const sentence = tokens[run.token]?.sentence ?? 0;
  const within = cues.filter(({ token }) => tokens[token]?.sentence === sentence);
  const own = within.some(({ group }) => group === kind);
  const ownClause = within.some(
    ({ group, clause }) => group === kind && clause >= run.firstClause && clause <= run.lastClause,
  );
  const past = within.some(({ group }) => group === 'background');
  const year = tokens.some((token) => token.sentence === sentence && YEAR.test(token.text));
  const spared = within.some(
    ({ group, clause }) => group === 'spared' && clause >= run.firstClause && clause <= run.lastClause,
  );
  const place = `sentence ${Math.min(sentence, 3)}${sentence === (tokens.at(-1)?.sentence ?? 0) ? ' last' : ''}`;
  return [
    place,
    `own ${own} ${ownClause}`,
    `past ${past} ${year} own ${own}`,
    `${place} past ${past} own ${own}`,
    `spared ${spared}`,
  ];
};

/** What to hold against a name's rank: its sentence, whether it opens it, and what leads to it. */
export const standingFeatures = (
  run: Run,
  mentions: Mentions,
  document: Document,
  kind: string,
): readonly string[] => {
  const sentence = document.tokens[run.token]?.sentence;
  const opens = document.tokens[run.token - 1]?.sentence !== sentence;
  const others = mentions.exchanges.some(
    ({ token }) =>
      document.tokens[token]?.sentence === sentence && (token < run.token || token >= run.tokenEnd),
  );
  return [
    ...sentenceFeatures(run, mentions, document, kind),
    ...cuesNear(mentions.cues, run),
    `opens ${opens} others ${others}`,
    `list ${Math.min(run.clues.length, 4)}`,
  ];
};

/** One clue in its sentence, or in the list that it stands in. */
export const clueFeatures = (
  clue: Clue,
  run: Run,
  mentions: Mentions,
  document: Document,
  kind: string,
): readonly string[] => {
  const where = clue.inTitle ? 'title' : 'text';
  const previous = document.tokens[run.token - 1]?.text ?? '^';
  const next = document.tokens[run.tokenEnd]?.text ?? '$';
  return [
    `${clue.how} in ${where}`,
    `how ${clue.how}`,
    `prev ${previous}`,
    `next ${next}`,
    `${clue.how} prev ${previous}`,
    `${clue.how} next ${next}`,
    `list ${Math.min(run.clues.length, 4)} ${where}`,
    ...sentenceFeatures(run, mentions, document, kind).flatMap((name) => [name, `${clue.how} ${name}`]),
    ...cuesNear(mentions.cues, run).flatMap((near) => [near, `${where} ${near}`, `${clue.how} ${near}`]),
  ];
};
