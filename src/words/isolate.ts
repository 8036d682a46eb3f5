/** First strong isolate … pop directional isolate: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates. */
const OPEN = '\u2068';
const CLOSE = '\u2069';

const RIGHT_TO_LEFT: readonly string[] = ['ar'];
/** What a message chooses by (`none`, `self`) must stay as it is; a name like it is isolated with its line. */
const CHOICE = /^[a-z-]+$/;
const OWN = /\p{Script=Arabic}/u;
const STRONG = /\p{Script=Arabic}|\p{Script=Hebrew}|(\p{L})/u;

/** What is isolated already, else a run of another script: words, commands with their arguments, addresses, times. */
const RUN =
  /\u2068[^\u2069]*\u2069|\/?(?!\p{Script=Arabic})\p{L}[^\p{Script=Arabic}\u2068\u2069\n؛،»«()]*(?:(?!\p{Script=Arabic})[\p{L}\p{N}])|\/?(?!\p{Script=Arabic})\p{L}|\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?/gu;

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
  layOut: (line) =>
    !OWN.test(line)
      ? line
      : line.replace(RUN, (run) => (run.startsWith(OPEN) ? run : `${OPEN}${run}${CLOSE}`)),
};

export const directionOf = (language: string): Direction =>
  RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? FROM_THE_RIGHT : LEFT_TO_RIGHT;
