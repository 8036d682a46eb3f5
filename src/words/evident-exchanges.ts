import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { isBackground } from './background.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE } from './kinds-by-actor.ts';
import { listsNames } from './lists-names.ts';
import { LOOK_INTO, sentencesOf } from './opening.ts';
import { isOutOfIt, standsAside } from './stands-aside.ts';

/** So many names in one sentence are the list of those touched. */
const LIST = 3;
/** So near to each other stand two names of a list: a name and what joins them. */
const FURTHEST = 24;

/** A name that stands so early in a text is its subject: an article may stand before it. */
const FIRST_WORDS = 4;

interface Text {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly language: string;
}

const textOf = ({ title, text, language }: Source): Text => ({
  title: title.slice(0, LOOK_INTO).toLowerCase(),
  sentences: sentencesOf({ text }).map((sentence) => sentence.toLowerCase()),
  language,
});

/** "1,000 illegal crypto exchanges". */
const MANY = /\d{2} (?:[a-z-]{3,12} ){0,3}(?:exchanges|platforms)\b|\d{2}(?:곳|家|社)/i;

/** How a text speaks of an exchange: as what it is about, beside other things, or not at all. */
type Standing = 'meant' | 'beside' | 'absent';

/**
 * The exchanges that the sources name in a title or in a sentence that tells of the measure, in the order of the
 * first source. A name that stands only beside the news ("on Unocoin the price fell") is no part of it, where the
 * title speaks of exchanges without it.
 */
export const evidentExchanges = (incident: Incident, catalogue: Catalogue): readonly string[] => {
  const { exchanges: ids, sources, measures } = incident;
  if (ids.length === 0) return ids;
  const { cues } = catalogue.taxonomy;
  const names = new Map(
    catalogue.exchanges
      .filter(({ id, formerIds }) => [id, ...formerIds].some((one) => ids.includes(one)))
      .flatMap((exchange) =>
        [exchange.id, ...exchange.formerIds].map((one) => [one, namesOf(exchange)] as const),
      ),
  );
  const texts = sources.map(textOf);
  const year = new Date(sources[0].publishedAt).getUTCFullYear();
  const findIn = (text: string, id: string): number => findFirst(text, names.get(id) ?? [id]);
  const isIn = (text: string, id: string): boolean => findIn(text, id) >= 0;
  const titled = new Set(
    ids.filter((id) => texts.some(({ title }) => isIn(title, id) && !isOutOfIt(title, findIn(title, id)))),
  );

  /** Rules, and what is done to a number of exchanges, are not for the one that a text happens to name. */
  const isOfAll =
    titled.size === 0 && (measures[0].kind === 'rulemaking' || sources.some(({ title }) => MANY.test(title)));

  const standsBeside = (sentence: string, id: string): boolean => {
    const at = findIn(sentence, id);
    return [...titled].some((one) => {
      const other = findIn(sentence, one);
      const gap = other < at ? sentence.slice(other, at) : sentence.slice(at, other);
      return other >= 0 && gap.length <= FURTHEST && !/[.;:()（）；：]/.test(gap);
    });
  };
  const tellsOfMeasure = (sentence: string, language: string): boolean =>
    measures.some(({ kind }) => findFirst(sentence, cuesIn(cues[kind] ?? {}, language)) >= 0);
  /** Rules name examples. */
  const isList = (sentence: string): boolean =>
    titled.size === 0 && measures[0].kind !== 'rulemaking' && listsNames(sentence);
  /** Where a title names the exchanges, the text may only add to their list; else the measure tells who is meant. */
  const isMeantBy = (sentence: string, language: string, id: string): boolean =>
    ids.filter((one) => isIn(sentence, one)).length >= LIST ||
    isList(sentence) ||
    (!isOfAll && (titled.size > 0 ? standsBeside(sentence, id) : tellsOfMeasure(sentence, language)));

  /** Of whom a text speaks in its first words, its title may have spoken without the name. */
  const opensWith = (id: string): boolean =>
    titled.size === 0 &&
    !isOfAll &&
    ids.length === 1 &&
    texts.some(({ sentences: [first = ''] }) => {
      const at = findIn(first, id);
      return at >= 0 && at <= FIRST_WORDS && !standsAside(first, at);
    });

  const isNews = (sentence: string, language: string, id: string): boolean =>
    !standsAside(sentence, findIn(sentence, id)) &&
    // The list of warnings as such is always the same.
    ((measures[0].kind !== 'warning' && isList(sentence)) || !isBackground(sentence, language, year));

  const standingOf = (id: string): Standing => {
    if (titled.has(id) || opensWith(id)) return 'meant';
    const told = texts.flatMap(({ title, sentences, language }) =>
      [title, ...sentences]
        .filter((sentence) => isIn(sentence, id))
        .map((sentence) => isNews(sentence, language, id) && isMeantBy(sentence, language, id)),
    );
    if (told.length === 0) return 'absent';
    return told.includes(true) ? 'meant' : 'beside';
  };

  const kept = ids.filter((id) => standingOf(id) !== 'beside');
  const [first] = texts;
  const venue = cuesIn(cues.venue ?? {}, first?.language ?? '');
  const isCollective =
    !BY_EXCHANGE.includes(measures[0].kind) && texts.some(({ title }) => findFirst(title, venue) >= 0);
  const areOutOfIt = ids.every((id) =>
    texts.some(({ title, sentences }) =>
      [title, ...sentences].some((sentence) => isOutOfIt(sentence, findIn(sentence, id))),
    ),
  );
  const meant = kept.length > 0 || isCollective || areOutOfIt || isOfAll ? kept : ids;

  const whole = first === undefined ? '' : [first.title, ...first.sentences].join('\n');
  const placeOf = (id: string): number => {
    const at = findIn(whole, id);
    return at < 0 ? whole.length : at;
  };
  return meant.toSorted((one, other) => placeOf(one) - placeOf(other));
};
