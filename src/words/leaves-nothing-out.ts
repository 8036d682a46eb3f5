import type { Authority, Catalogue } from '../domain/catalogue.ts';
import { namesOf } from '../domain/names-of.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst, findName } from './find-name.ts';
import type { Told } from './told.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** English words that add nothing to a sentence of ours. */
const SMALL =
  'a an the this and of in on to at by for from with its their it is are be been being has have was were will as s ' +
  'crypto cryptocurrency cryptocurrencies bitcoin virtual digital currency currencies asset exchange exchanges ' +
  'platform platforms giant major popular leading trading withdrawals withdrawal deposits services service ' +
  'operations activities access website websites site sites app apps country market breaking update news just now ' +
  'why becomes latest internet provider providers isps telecoms operators networks banks bank central regulator ' +
  'regulators watchdog authorities government stop stops serving';
/** Behind these comes the cause, or something else than the news. */
const PARTS =
  /[:;,.–—!] ?| - |(?<!\p{L})(?:after|due to|amid|citing|as|over(?! \d)|following|because|since|despite|in response to)(?!\p{L})/u;
const ADDS_NOTHING: ReadonlySet<string> = new Set(SMALL.split(' '));

type Named = Pick<Authority, 'name' | 'aliases'>;

/** A word of a name or a cue; `*` allows any ending. */
const isWordOf = (known: string, word: string): boolean =>
  known.endsWith('*') ? word.startsWith(known.slice(0, -1)) : known === word;

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replaceAll('_', ' ')
    .match(/[\p{L}\p{N}]+\*?/gu) ?? [];

/**
 * Finds whether the part of an English title, in lower case, that tells the news has no word that a headline of ours
 * would leave out: nothing beside who acts, what is done, to whom, through whom and where. "Blocks accounts of
 * relatives" says less than "blocks accounts".
 */
export const createLeavesNothingOut = ({ exchanges, authorities, jurisdictions, taxonomy }: Catalogue) => {
  const places = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const placeNames = (code: string): readonly string[] => [
    (/^[A-Z]{2}$/.test(code) ? places.of(code) : undefined) ?? code,
    ...jurisdictions
      .filter((one) => one.code === code || one.parent === code)
      .flatMap(({ names, adjectives }) => [...cuesIn(names, 'en'), ...cuesIn(adjectives, 'en')]),
  ];

  return (line: string, told: Told): boolean => {
    const touched: readonly Named[] = [
      ...exchanges.filter(({ id }) => told.exchanges.includes(id)),
      ...authorities.filter(({ id }) => id === told.authority || id === told.through),
    ];
    const cues = told.measures.flatMap(({ kind }) => cuesIn(taxonomy.cues[kind] ?? {}, 'en'));
    const said = [
      ...touched.flatMap(namesOf),
      ...[...told.jurisdictions, ...told.subdivisions].flatMap(placeNames),
      ...cues,
    ].filter((name) => findName(line, name) >= 0);
    const known = [...new Set(said.flatMap(wordsOf))];
    const isKnown = (word: string): boolean => known.some((one) => isWordOf(one, word));
    return line
      .split(PARTS)
      .filter((part) => findFirst(part, cues) >= 0)
      .some((part) => (part.match(WORD) ?? []).every((word) => ADDS_NOTHING.has(word) || isKnown(word)));
  };
};
