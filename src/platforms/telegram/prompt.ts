import type { Piece } from './fit.ts';

/**
 * In groups a bot sees plain words only as replies to its own messages, so a question says in itself which command the
 * answer completes: a link on a sign without width, which survives our restart and comes back with the reply.
 */
/** Verb of the button that asks for words, where a message has buttons and so cannot ask by itself. */
export const ASK_VERB = 'ask';

const MARK = 'https://t.me/#asks=';
const NO_WIDTH = '\u200d';

export const promptMark = (asks: string): Piece => ({
  text: NO_WIDTH,
  href: `${MARK}${encodeURIComponent(asks)}`,
  fixed: true,
});

interface Prompt {
  readonly from?: { readonly id: number };
  readonly entities?: readonly { readonly type: string; readonly url?: string }[];
}

/** The command that a message of ours asked to complete; undefined where it is none of ours, or asked nothing. */
export const askedIn = (message: Prompt | undefined, me: number): string | undefined => {
  if (message?.from?.id !== me) return undefined;
  const mark = (message.entities ?? []).find(({ url }) => url?.startsWith(MARK))?.url;
  return mark === undefined ? undefined : decodeURIComponent(mark.slice(MARK.length));
};
