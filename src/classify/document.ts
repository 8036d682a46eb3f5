import { type NormalText, normaliseText, originalSpan } from './normalise-text.ts';
import { type Token, tokenise } from './tokenise.ts';

/** An entry's title and text as one text, folded and cut into tokens; made once, read by every step. */
export interface Document {
  /** `title + '\n' + text`: what evidence offsets point into. */
  readonly raw: string;
  readonly normal: NormalText;
  readonly tokens: readonly Token[];
  /** Offset in the folded text where the title ends. */
  readonly titleEnd: number;
  /** BCP 47, or `und`. */
  readonly language: string;
}

/** Longest text that is read, in UTF-16 units: a notice says what it does on its first page. */
const MAX_TEXT = 4_000;

/** What of a title is read as one: whoever writes more into it has written a text. */
const MAX_TITLE = 1_000;

export const createDocument = (written: string, text: string, language: string): Document => {
  const title = written.slice(0, MAX_TITLE);
  const raw = `${written.slice(0, MAX_TITLE + MAX_TEXT)}\n${text.slice(0, MAX_TEXT)}`;
  const normal = normaliseText(raw);
  // Nothing was folded away: the title ends where it did.
  const isAsWritten = normal.origin === undefined && /^[\x20-\x7e]*$/.test(title);
  const titleEnd = isAsWritten ? title.length : normaliseText(title).text.length;
  return { raw, normal, tokens: tokenise(normal.text), titleEnd, language };
};

/** Whether more was written than a title. */
export const hasText = ({ normal, titleEnd }: Document): boolean => normal.text.slice(titleEnd).trim() !== '';

/** The original words of a span of the folded text. */
export const rawSpan = (
  document: Document,
  start: number,
  end: number,
): { start: number; end: number; text: string } => {
  const span = originalSpan(document.normal, start, end);
  return { ...span, text: document.raw.slice(span.start, span.end) };
};
