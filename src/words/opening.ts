import type { Source } from '../domain/incident.ts';

/** Good enough to tell which names stand together; the summary has a finer one. */
const SENTENCE_END = /(?<=[.!?;])\s+|[。！？；\n]+/u;

/** As much as an incident keeps of a text. */
export const LOOK_INTO = 4000;

/** The sentences of a source's text, roughly. */
export const sentencesOf = ({ text }: Pick<Source, 'text'>): readonly string[] =>
  text.slice(0, LOOK_INTO).split(SENTENCE_END);

/** Where the news is told: the title and the first sentence, in lower case. */
export const openingOf = (source: Pick<Source, 'title' | 'text'>): string => {
  const [first = ''] = sentencesOf(source);
  return `${source.title.slice(0, LOOK_INTO)}\n${first}`.toLowerCase();
};
