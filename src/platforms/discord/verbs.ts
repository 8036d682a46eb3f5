/** Verb of buttons that ask for words: `ask:subscribe` opens a modal whose text completes `/subscribe`. */
export const ASK = 'ask';

/** The field of that modal. */
export const ANSWER_FIELD = 'words';
