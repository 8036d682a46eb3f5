import type { Catalogue } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { findName } from './find-name.ts';
import { sentencesOf } from './opening.ts';

/** "Such as", before the first name. */
const BEFORE =
  /(?:such as|including|includes|among them|among which|e\.g\.|(?:exchanges|platforms) like|(?:exchanges|plataformas|corretoras|entidades) como|entre (?:ell[oa]s|otr[oa]s|el[ea]s|outr[oa]s)|tales como|tais como|incluid[oa]s?|incluyendo|incluindo|inclusive|dont|tels que|telles que|notamment|parmi lesquell?es|darunter|unter anderem|tra cui|fra cui|waaronder|zoals|в том числе|такие как|таких как|включая|среди них|среди которых|зокрема|такі як|у тому числі|包括|例如|比如|诸如|諸如|aralarında|termasuk|seperti|antara lain|bao gồm|مثل|بما في ذلك|من بينها|ومنها|از جمله|مانند) ?[:,]? ?$/u;

/** "And others", after the last name; a number may follow in the languages that count so. */
const AFTER =
  /^ ?(?:(?:等|など|ほか|등(?![급록]))(?:の)? ?(?<count>\d{1,4}|[二两兩三四五六七八九十])?|,? ?(?:and|among) others|,? ?(?:et d['’]autres|entre otr[oa]s|y otr[oa]s|e outr[oa]s|entre outr[oa]s|e altr[ei]|und andere|и друг|и др\.|та інш|gibi|ve diğer|dahil|dan lain|dkk|وغير|وسایر|आदि|समेत|सहित|जैसे|और (?:दूसरे|अन्य|कई)|و (?:سایر|دیگر)|và (?:các|nhiều) |และ(?:แพลตฟอร์ม|กระดาน)?อื่น))/u;

const DIGITS = '〇一二三四五六七八九十';
const numberOf = (count: string): number =>
  /\d/.test(count) ? Number(count) : /[两兩]/.test(count) ? 2 : DIGITS.indexOf(count);

interface Stand {
  readonly start: number;
  readonly end: number;
}

const standOf = (line: string, names: readonly string[]): Stand | undefined =>
  names
    .map((name) => ({ start: findName(line, name), length: name.length }))
    .filter(({ start }) => start >= 0)
    .map(({ start, length }) => ({ start, end: start + length }))
    .toSorted((one, other) => one.start - other.start || other.end - one.end)[0];

const tellsExamples = (line: string, stands: readonly Stand[]): boolean => {
  const first = Math.min(...stands.map(({ start }) => start));
  const last = Math.max(...stands.map(({ end }) => end));
  const after = AFTER.exec(line.slice(last));
  if (after !== null) {
    const count = after.groups?.count;
    return count === undefined || numberOf(count) > stands.length;
  }
  return BEFORE.test(line.slice(0, first));
};

const SENTENCES = 2;

/** True where a source names the exchanges only as some of those that are touched, without a number for all of them. */
export const areNamedAsExamples = (
  sources: readonly Source[],
  exchanges: readonly string[],
  { exchanges: all }: Catalogue,
): boolean => {
  const names = all.filter(({ id }) => exchanges.includes(id)).map(namesOf);
  const standsIn = (line: string): readonly Stand[] => names.flatMap((own) => standOf(line, own) ?? []);
  return sources.some((source) => {
    const lines = [source.title, ...sentencesOf(source).slice(0, SENTENCES)].map((line) =>
      line.toLowerCase(),
    );
    // Where a line names more of them than another, it is the list.
    const told = lines.map((line) => ({ line, stands: standsIn(line) }));
    const most = Math.max(1, ...told.map(({ stands }) => stands.length));
    return told.some(({ line, stands }) => stands.length === most && tellsExamples(line, stands));
  });
};
