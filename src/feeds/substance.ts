import { hashId } from '../domain/hash-id.ts';

/** So much of a text decides whether it changed; what follows is related links and counters. */
const MAX_TEXT = 1_000;

/** Letters and digits only, without case: typography, spacing and markup are no substance. */
export const substanceOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/** Equal for two versions of an entry that say the same. */
export const contentHash = (entry: { readonly title: string; readonly text: string }): string =>
  hashId(substanceOf(entry.title), substanceOf(entry.text.slice(0, 2 * MAX_TEXT)).slice(0, MAX_TEXT));
