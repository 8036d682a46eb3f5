import type { Catalogue, CuesByLanguage } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import type { Voice } from './voice.ts';

/** What a sentence may say of an incident. */
export interface Mentions {
  readonly measure: boolean;
  readonly exchange: boolean;
  readonly place: boolean;
  readonly actor: boolean;
}

type Finder = (text: string) => boolean;

const WORD = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Where `name` ends in `text` from `start` on, -1 where it is not; it stands as a word, a trailing `*` allows
 * endings, unspaced scripts need no border.
 */
const endOf = (text: string, name: string, start: number): number => {
  const open = name.endsWith('*');
  const word = open ? name.slice(0, -1) : name;
  if (word === '') return -1;
  const free = UNSPACED.test(word);
  for (let at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (free || (!WORD.test(before) && (open || !WORD.test(after)))) return at + word.length;
  }
  return -1;
};

/** A name or cue in the text: its parts (`_` allows some words between) in their order. */
const contains = (text: string, name: string): boolean =>
  name
    .toLowerCase()
    .replaceAll('* ', '*_')
    .split('_')
    .reduce((end, part) => (end < 0 ? -1 : endOf(text, part, end)), 0) >= 0;

const anyOf =
  (names: readonly string[]): Finder =>
  (text) =>
    names.some((name) => contains(text, name));

const inLanguage = (cues: CuesByLanguage, language: string): readonly string[] => [
  ...(cues[language] ?? []),
  ...(language === 'zh-Hant' ? (cues.zh ?? []) : []),
];

const placeNames = ({ jurisdictions }: Catalogue, incident: Incident, voice: Voice): readonly string[] => [
  ...incident.jurisdictions.map((code) => voice.place(code)),
  ...jurisdictions
    .filter(({ code }) => [...incident.jurisdictions, ...incident.subdivisions].includes(code))
    .flatMap(({ names, adjectives, cities }) =>
      [names, adjectives, cities].flatMap((byLanguage) => inLanguage(byLanguage, voice.language)),
    ),
];

/** The names of the exchanges; where none is named, the words for what they are ("crypto exchanges"). */
const exchangeNames = (catalogue: Catalogue, incident: Incident, language: string): readonly string[] => {
  const named = catalogue.exchanges.filter(({ id }) => incident.exchanges.includes(id));
  return named.length > 0
    ? named.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)])
    : inLanguage(catalogue.taxonomy.cues.venue ?? {}, language).flatMap((cue) => cue.split('|'));
};

/** Finds what a sentence in the voice’s language says of the incident, by the names and cues of the catalogue. */
export const createMentions = (
  catalogue: Catalogue,
  incident: Incident,
  voice: Voice,
): ((sentence: string) => Mentions) => {
  const { language } = voice;
  const kinds = incident.measures.map(({ kind }) => kind);
  const cues = kinds.flatMap((kind) => inLanguage(catalogue.taxonomy.cues[kind] ?? {}, language));
  const measure = anyOf(cues.flatMap((cue) => cue.split('|')));
  const exchange = anyOf(exchangeNames(catalogue, incident, language));
  const place = anyOf(placeNames(catalogue, incident, voice));
  const actors = catalogue.authorities.filter(
    ({ id }) => id === incident.authority || id === incident.through,
  );
  const actor = anyOf(actors.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]));
  return (sentence) => {
    const text = sentence.toLowerCase();
    return { measure: measure(text), exchange: exchange(text), place: place(text), actor: actor(text) };
  };
};
