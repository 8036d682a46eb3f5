import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { sentencesOf } from './opening.ts';
import type { Spoil } from './spoil.ts';

const MARK = /[?？؟]/u;
const AFTER_MARK = /(?<=[?？؟])/u;
/** Where a clause ends and a question may begin. */
const BREAK = /[.,:;…|!—–،؛、。，：；！¿\u3000]|\s-\s/gu;

/** What a title tells beside what it asks: `Gemini leaves: ` of "Gemini leaves: what now?". */
export const toldPart = (title: string): string =>
  title
    .split(AFTER_MARK)
    .map((piece) => {
      if (!MARK.test(piece)) return piece;
      const last = [...piece.matchAll(BREAK)].at(-1);
      return piece.slice(0, last === undefined ? 0 : last.index + last[0].length);
    })
    .join('');

/** At the beginning of a line in lower case. */
const WHY =
  /^[¿"“«]?(?:why|por ?qu[eé]|pourquoi|warum|wieso|weshalb|perché|waarom|dlaczego|почему|чому|neden|لماذا|چرا|क्यों|mengapa|kenapa|ทำไม|(?:tại|vì) sao|왜 |[为為][什何]|なぜ)/u;

/** True of a line, in lower case, that asks for the cause of something that is not in doubt. */
export const asksWhy = (line: string): boolean => WHY.test(line);

/** True of a source that asks whether there is a measure, and tells in neither title nor first sentence of one. */
export const asksOnly: Spoil = (source, { measures: [{ kind }] }, { taxonomy }) => {
  const { title, language } = source;
  if (!MARK.test(title) || asksWhy(title.toLowerCase())) return false;
  const cues = cuesIn(taxonomy.cues[kind] ?? {}, language);
  const [first = ''] = sentencesOf(source);
  const isIn = (text: string): boolean => findFirst(text.toLowerCase(), cues) >= 0;
  return isIn(title) && !isIn(`${toldPart(title)}\n${first}`);
};
