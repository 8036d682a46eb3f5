import type { Document } from './document.ts';
import type { Mentions } from './find-mentions.ts';

/** A document, or a run of its tokens, with what was found in it. */
export interface DocumentPart {
  readonly document: Document;
  readonly mentions: Mentions;
}

/** The tokens from `from` up to `to` as a document of their own; mentions that reach beyond it are left out. */
export const documentPart = (
  { document, mentions }: DocumentPart,
  from: number,
  to: number,
): DocumentPart => {
  const inside = <T extends { readonly token: number; readonly tokenEnd: number }>(
    all: readonly T[],
  ): readonly T[] => {
    const kept = all.filter(({ token, tokenEnd }) => token >= from && tokenEnd <= to);
    // The opening of an article keeps hundreds, each where it was.
    if (from === 0) return kept;
    return kept.map((one) => ({ ...one, token: one.token - from, tokenEnd: one.tokenEnd - from }));
  };
  return {
    document: { ...document, tokens: document.tokens.slice(from, to) },
    mentions: {
      exchanges: inside(mentions.exchanges),
      presumed: inside(mentions.presumed),
      hints: inside(mentions.hints),
      authorities: inside(mentions.authorities),
      places: inside(mentions.places),
      cues: inside(mentions.cues),
      home: mentions.home,
    },
  };
};
