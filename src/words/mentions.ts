import type { Catalogue } from '../domain/catalogue.ts';
import { namesOf } from '../domain/names-of.ts';
import { KINDS } from '../domain/taxonomy.ts';
import { cuesIn } from './cues-in.ts';
import { findName } from './find-name.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

/** What a sentence may say of an incident. */
export interface Mentions {
  readonly measure: boolean;
  readonly exchange: boolean;
  readonly place: boolean;
  readonly actor: boolean;
  /** What exchanges are and do, whoever is meant: "the platform", "trading", "withdrawals". */
  readonly business: boolean;
  /** Anything of crypto at all. */
  readonly crypto: boolean;
}

const BUSINESS = ['venue', 'fn-trading', 'fn-deposits', 'fn-withdrawals', 'fn-signup'];

type Finder = (text: string) => boolean;

const anyOf =
  (names: readonly string[]): Finder =>
  (text) =>
    names.some((name) => findName(text, name) >= 0);

const placeNames = ({ jurisdictions }: Catalogue, incident: Told, voice: Voice): readonly string[] => [
  ...incident.jurisdictions.map((code) => voice.place(code)),
  ...jurisdictions
    .filter(({ code }) => [...incident.jurisdictions, ...incident.subdivisions].includes(code))
    .flatMap(({ names, adjectives, cities }) =>
      [names, adjectives, cities].flatMap((byLanguage) => cuesIn(byLanguage, voice.language)),
    ),
];

/** The names of the exchanges; where none is named, the words for what they are ("crypto exchanges"). */
const exchangeNames = (catalogue: Catalogue, incident: Told, language: string): readonly string[] => {
  const named = catalogue.exchanges.filter(({ id }) => incident.exchanges.includes(id));
  return named.length > 0 ? named.flatMap(namesOf) : cuesIn(catalogue.taxonomy.cues.venue ?? {}, language);
};

/** Finds what a sentence in the voice’s language says of the incident, by the names and cues of the catalogue. */
export const createMentions = (
  catalogue: Catalogue,
  incident: Told,
  voice: Voice,
): ((sentence: string) => Mentions) => {
  const { language } = voice;
  // Where the kind is not evident, a sentence that tells of any kind may be the news.
  const kinds = incident.isVague ? KINDS : incident.measures.map(({ kind }) => kind);
  const cues = kinds.flatMap((kind) => cuesIn(catalogue.taxonomy.cues[kind] ?? {}, language));
  const measure = anyOf(cues);
  const exchange = anyOf(exchangeNames(catalogue, incident, language));
  const place = anyOf(placeNames(catalogue, incident, voice));
  const actors = catalogue.authorities.filter(
    ({ id }) => id === incident.authority || id === incident.through,
  );
  const actor = anyOf(actors.flatMap(namesOf));
  const business = anyOf(BUSINESS.flatMap((group) => cuesIn(catalogue.taxonomy.cues[group] ?? {}, language)));
  const crypto = anyOf(cuesIn(catalogue.taxonomy.cues.anchor ?? {}, language));
  return (sentence) => {
    const text = sentence.toLowerCase();
    return {
      measure: measure(text),
      exchange: exchange(text),
      place: place(text),
      actor: actor(text),
      business: business(text),
      crypto: crypto(text),
    };
  };
};
