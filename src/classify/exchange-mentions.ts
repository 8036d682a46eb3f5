import type { ExchangeMention } from './find-mentions.ts';
import { isJoint } from './runs-of-names.ts';

/** The exchanges that are meant by them. */
export const idsOf = (mentions: readonly ExchangeMention[]): ReadonlySet<string> =>
  new Set(mentions.map(({ exchange }) => exchange.id));

/** True of a text between two names that goes on with the list without a comma: what is said of one holds for the other too. */
export const isJoinedByWord = (gap: string): boolean => !gap.includes(',') && isJoint(gap);

/** The text between two mentions, whichever comes first. */
const between = (text: string, one: ExchangeMention, other: ExchangeMention): string =>
  text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));

/** The mentions that are `isSo`, and those that come after one of them in the same list; `joins` reads what stands between two. */
export const withJoined = (
  text: string,
  mentions: readonly ExchangeMention[],
  isSo: (mention: ExchangeMention) => boolean,
  joins: (gap: string) => boolean = isJoint,
): readonly ExchangeMention[] => {
  const found: ExchangeMention[] = [];
  for (const mention of mentions) {
    const last = found.at(-1);
    const isJoined = last !== undefined && joins(between(text, last, mention));
    if (isSo(mention) || isJoined) found.push(mention);
  }
  return found;
};
