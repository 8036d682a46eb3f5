import type { Kind } from '../domain/taxonomy.ts';
import { isConditional } from './conditions.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { isOfLawmaker } from './of-lawmaker.ts';
import { sentencesOf } from './opening.ts';
import type { Spoil } from './spoil.ts';

const MARK = /[?？؟]/u;
const AFTER_MARK = /(?<=[?？؟])/u;
/** Where a clause ends and a question may begin. */
const BREAK = /[.,:;…|!—–،؛、。，：；！¿\u3000]|\s-\s/gu;
/** A condition holds for its sentence as a whole. */
const SENTENCES = /[.!](?=\s|$)|[:;…|—–؛。：；！\n]|\s-\s/u;

/** What a title tells beside what it asks: `Gemini leaves: ` of "Gemini leaves: what now?". */
const withoutQuestions = (title: string): string =>
  title
    .split(AFTER_MARK)
    .map((piece) => {
      if (!MARK.test(piece)) return piece;
      const last = [...piece.matchAll(BREAK)].at(-1);
      return piece.slice(0, last === undefined ? 0 : last.index + last[0].length);
    })
    .join('');

const withoutConditions = (text: string, language: string, kind: Kind): string =>
  text
    .split(SENTENCES)
    .filter((sentence) => !isConditional(sentence.trim().toLowerCase(), language, kind))
    .join('\n');

/** At the beginning of a line in lower case. */
const WHY =
  /^[¿"“«]?(?:why|por ?qu[eé]|pourquoi|warum|wieso|weshalb|perché|waarom|dlaczego|почему|чому|neden|لماذا|چرا|क्यों|mengapa|kenapa|ทำไม|(?:tại|vì) sao|왜 |[为為][什何]|なぜ)/u;

/** True of a line, in lower case, that asks for the cause of something that is not in doubt. */
export const asksWhy = (line: string): boolean => WHY.test(line);

/** What a line tells: neither what it asks nor what hangs on a condition. */
export const toldPart = (line: string, language: string, kind: Kind): string => {
  const told = asksWhy(line.toLowerCase()) ? line : withoutQuestions(line);
  return withoutConditions(told, language, kind);
};

/**
 * Rules and warnings bear conditions in themselves: "exchanges must close unless they are licensed".
 */
const CONDITIONAL: readonly Kind[] = ['rulemaking', 'warning'];

/**
 * True of a source whose title asks about a measure, has a single lawmaker demand it or makes it hang on a condition, and
 * whose first sentence tells of none.
 */
export const isOnlyPossible: Spoil = (source, { measures: [{ kind }] }, { taxonomy }) => {
  const { title, language } = source;
  if (isOfLawmaker(source)) return true;
  if (CONDITIONAL.includes(kind) && !MARK.test(title)) return false;
  const cues = cuesIn(taxonomy.cues[kind] ?? {}, language);
  const isIn = (text: string): boolean => findFirst(text.toLowerCase(), cues) >= 0;
  const [first = ''] = sentencesOf(source);
  return isIn(title) && ![title, first].some((line) => isIn(toldPart(line, language, kind)));
};
