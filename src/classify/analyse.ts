import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import { lazily } from '../domain/lazily.ts';
import { createDocument } from './document.ts';
import type { DocumentPart } from './document-part.ts';
import {
  createFeatureExtractor,
  type EntryFacts,
  type EntryFeatures,
  type ExtractFeatures,
} from './features.ts';
import { findMentions } from './find-mentions.ts';
import { leadOf } from './lead.ts';
import type { Lexicon } from './lexicon.ts';
import { type TokenInputs, tokenInputs } from './token-inputs.ts';

/** What of an entry is read. */
export type Readable = Pick<Entry, 'title' | 'text' | 'language' | 'publishedAt'>;

/** Who published it. */
export type Publisher = Pick<Feed, 'kind' | 'jurisdiction'>;

/** Everything read off an entry before anything is decided; training and deciding start from the same. */
export interface Analysis extends DocumentPart, EntryFeatures {
  /** What the features are of. */
  readonly lead: DocumentPart;
  /** What the networks see of the lead: few entries need it. */
  readonly tokens: () => TokenInputs;
}

/** The words of an entry, and what is named in them. */
export const read = (entry: Readable, publisher: Publisher, lexicon: Lexicon): DocumentPart => {
  const document = createDocument(entry.title, entry.text, entry.language);
  return { document, mentions: findMentions(document, lexicon, publisher.jurisdiction) };
};

const analyseBy = (
  lead: DocumentPart,
  whole: DocumentPart,
  facts: EntryFacts,
  extract: ExtractFeatures,
): Analysis => ({
  ...whole,
  lead,
  ...extract(lead.document, lead.mentions, facts),
  tokens: lazily(() => tokenInputs(lead.document, lead.mentions)),
});

/** What is decided by: the opening, and who published it. */
export const analyse = (whole: DocumentPart, { kind }: Publisher, extract: ExtractFeatures): Analysis =>
  analyseBy(leadOf(whole), whole, { feedKind: kind }, extract);

/** A part of an entry, as if it were all. */
export const analyseAlone = (part: DocumentPart, facts: EntryFacts, extract: ExtractFeatures): Analysis =>
  analyseBy(part, part, facts, extract);

/** Creates the reading of entries as far as training needs it. */
export const createAnalyse = (lexicon: Lexicon): ((entry: Readable, publisher: Publisher) => Analysis) => {
  const extract = createFeatureExtractor();
  return (entry, publisher) => analyse(read(entry, publisher, lexicon), publisher, extract);
};
