import type { Words } from '../domain/ports.ts';

/** Rights that platforms name in their outcomes, and for which the locales have a word. */
const KNOWN: ReadonlySet<string> = new Set([
  'view-channel',
  'send-messages',
  'send-in-threads',
  'create-threads',
  'embed-links',
  'attach-files',
  'read-history',
  'mention-roles',
  'forum-tag',
  'mutual-server',
  'open-thread',
  'open-topic',
  'post-messages',
]);

/** A right as its platform calls it in the reader's language; what we do not know, as the platform said it. */
export const rightName = (right: string, words: Pick<Words, 'say'>, language: string): string =>
  KNOWN.has(right) ? words.say(language, `right.${right}`) : right;
