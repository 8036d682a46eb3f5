import type { Catalogue, CuesByLanguage } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';

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

/** True when `name` stands in `text` as a word; a trailing `*` allows endings, unspaced scripts need no border. */
const contains = (text: string, name: string): boolean => {
  const open = name.endsWith('*');
  const word = (open ? name.slice(0, -1) : name).toLowerCase();
  if (word === '') return false;
  const free = UNSPACED.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (free || (!WORD.test(before) && (open || !WORD.test(after)))) return true;
  }
  return false;
};

const anyOf =
  (names: readonly string[]): Finder =>
  (text) =>
    names.some((name) => contains(text, name));

const inLanguage = (cues: CuesByLanguage, language: string): readonly string[] => [
  ...(cues[language] ?? []),
  ...(language === 'zh-Hant' ? (cues.zh ?? []) : []),
];

const placeNames = ({ jurisdictions }: Catalogue, incident: Incident, language: string): readonly string[] =>
  jurisdictions
    .filter(({ code }) => [...incident.jurisdictions, ...incident.subdivisions].includes(code))
    .flatMap(({ names, adjectives, cities }) =>
      [names, adjectives, cities].flatMap((byLanguage) => inLanguage(byLanguage, language)),
    );

/** Finds what a sentence in `language` says of the incident, by the names and cues of the catalogue. */
export const createMentions = (
  catalogue: Catalogue,
  incident: Incident,
  language: string,
): ((sentence: string) => Mentions) => {
  const kinds = incident.measures.map(({ kind }) => kind);
  const rules = catalogue.taxonomy.kinds.filter(({ kind }) => kinds.includes(kind));
  const measure = anyOf(rules.flatMap(({ cues }) => inLanguage(cues, language)));
  const exchanges = catalogue.exchanges.filter(({ id }) => incident.exchanges.includes(id));
  const exchange = anyOf(
    exchanges.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]),
  );
  const place = anyOf(placeNames(catalogue, incident, language));
  const actors = catalogue.authorities.filter(
    ({ id }) => id === incident.authority || id === incident.through,
  );
  const actor = anyOf(actors.flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]));
  return (sentence) => {
    const text = sentence.toLowerCase();
    return { measure: measure(text), exchange: exchange(text), place: place(text), actor: actor(text) };
  };
};
