import type { Catalogue } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { findFirst } from './find-name.ts';

/** What somebody does against a measure that stands already. */
const CONTESTS =
  /\b(?:sues|suing|challeng(?:es|ing)|appeals|contests|fights|files? (?:an? )?(?:appeal|lawsuit|suit|petition))\b/;

/** "Takes the central bank to court". */
const TAKES = /\btakes\b/;
const TO_COURT = ' to court';

/** True where an English title has an exchange contest what was done to it: the measure is background of that news. */
export const isContested = (
  { title, language }: Pick<Source, 'title' | 'language'>,
  exchanges: readonly string[],
  { exchanges: all }: Catalogue,
): boolean => {
  if (!language.startsWith('en')) return false;
  const line = title.toLowerCase();
  const court = line.includes(TO_COURT) ? line.search(TAKES) : -1;
  const contest = Math.max(line.search(CONTESTS), court);
  const names = all.filter(({ id }) => exchanges.includes(id)).flatMap(namesOf);
  const actor = findFirst(line, names);
  return contest >= 0 && actor >= 0 && actor < contest;
};
