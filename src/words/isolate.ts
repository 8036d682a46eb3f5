import { baseLanguage } from '../domain/base-language.ts';

/** First strong isolate … pop directional isolate: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates. */
const OPEN = '\u2068';
const CLOSE = '\u2069';

const RIGHT_TO_LEFT: readonly string[] = ['ar'];
/** What a message chooses by (`none`, `self`) must stay as it is; a name like it is isolated with its line. */
const CHOICE = /^[a-z-]+$/;
const OWN = /\p{Script=Arabic}/u;
const STRONG = /\p{Script=Arabic}|\p{Script=Hebrew}|(\p{L})/u;

/** All between two words of the language, on one line. */
const BETWEEN = /[^\p{Script=Arabic}\n؛،»«()]+/gu;
const WORDISH = /[\p{L}\p{N}]/u;
/** A word, a command, or a time such as 22:00. */
const BEGINS = /\/?\p{L}|\d{1,2}:\d/u;

/** From the first word or time to the last letter or digit: commands keep their arguments, a full stop stays outside. */
const isolateRun = (run: string): string => {
  const start = run.search(BEGINS);
  if (start < 0) return run;
  let end = run.length;
  while (end > start && !WORDISH.test(run[end - 1] ?? '')) end -= 1;
  return `${run.slice(0, start)}${OPEN}${run.slice(start, end)}${CLOSE}${run.slice(end)}`;
};

/** What is isolated already stays as it is. */
const layOutLine = (line: string): string => {
  let depth = 0;
  return line
    .split(/([\u2068\u2069])/)
    .map((part) => {
      if (part === OPEN) depth += 1;
      if (part === CLOSE) depth -= 1;
      return depth > 0 || part === CLOSE ? part : part.replace(BETWEEN, isolateRun);
    })
    .join('');
};

/** How a language puts what is written the other way into its own lines, so that names and links do not scramble. */
export interface Direction {
  /** A whole (a name, a title) that begins with another script. */
  isolate(text: string): string;
  /** A line of the language: every run of another script in it. */
  layOut(line: string): string;
}

const LEFT_TO_RIGHT: Direction = { isolate: (text) => text, layOut: (line) => line };

const FROM_THE_RIGHT: Direction = {
  isolate: (text) => {
    const [, other] = STRONG.exec(text) ?? [];
    const stays = other === undefined || text.startsWith(OPEN) || CHOICE.test(text);
    return stays ? text : `${OPEN}${text}${CLOSE}`;
  },
  // A line without a word of the language is no line of it yet: an example of a command, typed or copied as it is.
  layOut: (line) => (OWN.test(line) ? layOutLine(line) : line),
};

export const directionOf = (language: string): Direction =>
  RIGHT_TO_LEFT.includes(baseLanguage(language)) ? FROM_THE_RIGHT : LEFT_TO_RIGHT;
