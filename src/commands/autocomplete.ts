import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident } from '../domain/incident.ts';
import type { Words } from '../domain/ports.ts';
import { keyOf, type Named } from './find-names.ts';
import { fold } from './fold.ts';
import { headlineOf, shortId } from './incident-lines.ts';
import type { Meaning } from './meaning.ts';
import { nameOf } from './name-of.ts';
import { createNames, type Names } from './names.ts';
import type { Board } from './rooms.ts';
import { createSureName } from './sure-name.ts';

/** What is shown, and what is filled in: words that the parser understands. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

export type Completes = 'exchanges' | 'countries' | 'incidents' | 'kinds';

/**
 * Answers from memory, best first; of several words the last is completed and the others are kept.
 * @param kind one of `Completes`; nothing is offered for any other
 */
export type Autocomplete = (kind: string, text: string, language: string) => readonly Choice[];

/** https://discord.com/developers/docs/interactions/application-commands: 25 choices of 100 characters. */
const MOST_CHOICES = 25;
const LONGEST = 100;
/** So many of the newest incidents are offered. */
const MOST_INCIDENTS = 100;

/** Found, before the best of them are shown. */
const MOST_SORTED = 60;
/** Names that are kept ready: those of the catalogue in all languages. */
const MOST_KEPT = 20_000;

const DIMENSIONS: ReadonlyMap<string, Named> = new Map<Completes, Named>([
  ['exchanges', 'exchange'],
  ['countries', 'place'],
  ['kinds', 'kind'],
]);

const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** What stands before the last comma, or before the last word, is kept as it is. */
const splitLast = (text: string): readonly [kept: string, last: string] => {
  const comma = Math.max(text.lastIndexOf(','), text.lastIndexOf(';'), text.lastIndexOf('，'));
  const from = comma + 1 + (/^\s*/.exec(text.slice(comma + 1))?.[0].length ?? 0);
  return [text.slice(0, from), text.slice(from)];
};

/** Built once from the catalogue; a look-up halves a sorted list. */
export const createAutocomplete = (
  catalogue: Catalogue,
  board: Pick<Board, 'latest'>,
  words: Words,
  { lexicon, find }: Names = createNames(catalogue, words),
): Autocomplete => {
  const sureName = createSureName(lexicon, words);
  const headlines = new WeakMap<Incident, Map<string, string>>();

  const choices = new Map<string, Choice>();

  /** Names take a while in some languages, and the same are asked for with each letter. */
  const choiceOf = (meaning: Meaning, language: string): Choice => {
    const key = `${language} ${keyOf(meaning)}`;
    const known = choices.get(key);
    if (known !== undefined) return known;
    const choice = { name: nameOf(meaning, words, language)[0] ?? '', value: sureName(meaning, language) };
    if (choices.size < MOST_KEPT) choices.set(key, choice);
    return choice;
  };

  /** A name that itself begins as typed comes before one that has an alias which does. */
  const named = (dimension: Named, last: string, language: string): readonly Choice[] => {
    const typed = fold(last);
    const found = find(dimension, typed)
      .slice(0, MOST_SORTED)
      .map((meaning) => choiceOf(meaning, language));
    const isOwn = ({ name }: Choice): boolean => fold(name).startsWith(typed);
    return [...found.filter(isOwn), ...found.filter((choice) => !isOwn(choice))].slice(0, MOST_CHOICES);
  };

  const headline = (incident: Incident, language: string): string => {
    const known = headlines.get(incident) ?? new Map<string, string>();
    const text = known.get(language) ?? headlineOf(incident, words, { language, zone: 'UTC' });
    headlines.set(incident, known.set(language, text));
    return text;
  };

  const incidents = (typed: string, language: string): readonly Choice[] =>
    board
      .latest(MOST_INCIDENTS)
      .filter(
        (incident) =>
          incident.id.startsWith(typed) || fold(headline(incident, language)).includes(fold(typed)),
      )
      .slice(0, MOST_CHOICES)
      .map((incident) => ({
        name: cut(`${shortId(incident)} · ${headline(incident, language)}`),
        value: incident.id,
      }));

  /** `binance okx`: where the whole is no beginning of a name, the last word may be one. */
  const severalOf = (dimension: Named, text: string, language: string): readonly Choice[] => {
    const [kept, last] = splitLast(text);
    const whole = named(dimension, last, language);
    const space = last.search(/(?<!\S)\S*$/);
    const isLater = whole.length === 0 && space > 0;
    const before = isLater ? kept + last.slice(0, space) : kept;
    const choices = isLater ? named(dimension, last.slice(space), language) : whole;
    return choices.map(({ name, value }) => ({ name: cut(before + name), value: before + value }));
  };

  return (kind, text, language) => {
    const dimension = DIMENSIONS.get(kind);
    const offered = kind === 'incidents' ? incidents(text.trim(), language) : [];
    const all = dimension === undefined ? offered : severalOf(dimension, text.trimStart(), language);
    return all.filter(({ name, value }) => name !== '' && value.length <= LONGEST);
  };
};
