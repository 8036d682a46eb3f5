import { createDocument, rawSpan } from './document.ts';
import { findMentions } from './find-mentions.ts';
import type { Lexicon } from './lexicon.ts';

/** A name of the catalogue in a text, in whichever language it is known. */
export interface NamedThing {
  readonly what: 'exchange' | 'authority' | 'place';
  readonly id: string;
  /** As it stands there. */
  readonly written: string;
}

/** Every exchange, authority and place that a text names; of authorities that share a name, the one taken for it. */
export const namesIn = (text: string, language: string, lexicon: Lexicon): readonly NamedThing[] => {
  const document = createDocument('', text, language);
  const { exchanges, presumed, authorities, places } = findMentions(document, lexicon);
  const writtenAt = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    rawSpan(document, start, end).text;
  return [
    ...[...exchanges, ...presumed].map((found) => ({
      what: 'exchange' as const,
      id: found.exchange.id,
      written: writtenAt(found),
    })),
    ...authorities.map((found) => ({
      what: 'authority' as const,
      id: found.authority.id,
      written: writtenAt(found),
    })),
    ...places.map((found) => ({ what: 'place' as const, id: found.place.code, written: writtenAt(found) })),
  ];
};
