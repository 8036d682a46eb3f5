import type { Incident } from '../domain/incident.ts';
import { type Direction, KINDS, type Kind, SEVERITIES } from '../domain/taxonomy.ts';
import type { Places } from './places.ts';

/** What filters ask of an incident, read once for all subscriptions. */
export interface Facts {
  readonly incidentId: string;
  /** Empty where the incident names none. */
  readonly exchanges: ReadonlySet<string>;
  /** The wished places that hear of it; empty where it states no place. */
  readonly places: ReadonlySet<string>;
  /** One bit for each kind in each direction, see `measureBits`. */
  readonly measures: number;
  /** Index in SEVERITIES. */
  readonly severity: number;
  /** True when the word of a filter occurs in the text. */
  says(word: string): boolean;
}

/** Even bits tighten, odd bits ease; two for each kind. */
const SIDES: Readonly<Record<Direction, number>> = { tightens: 0x55555555, eases: 0xaaaaaaaa };
const BITS_OF_KIND: ReadonlyMap<Kind, number> = new Map(KINDS.map((kind, at) => [kind, 3 << (2 * at)]));

/** The bits of a wish or a statement: empty kinds are all kinds, no direction is both. 13 kinds x 2 fit in 32 bits. */
export const measureBits = (kinds: readonly Kind[], direction?: Direction): number => {
  const bits = kinds.reduce((sum, kind) => sum | (BITS_OF_KIND.get(kind) ?? 0), 0);
  const side = direction === undefined ? -1 : SIDES[direction];
  return (kinds.length === 0 ? -1 : bits) & side;
};

/** Where the measure bites: a stated subdivision is meant instead of its whole country. */
const placesOf = ({ jurisdictions, subdivisions }: Incident): readonly string[] => [
  ...subdivisions,
  ...jurisdictions.filter((code) => !subdivisions.some((part) => part.startsWith(`${code}-`))),
];

const textOf = ({ sources, exchanges, authority, through }: Incident): string =>
  [
    ...sources.flatMap(({ title, text }) => [title, text]),
    ...[...exchanges, authority ?? '', through ?? ''].map((id) => id.replaceAll('-', ' ')),
  ].join('\n');

const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();
const tokensOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Scripts that put no space between words: there a word is looked for anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whole words and phrases; a trailing `*` allows endings, as everywhere in `config/`. */
const createReader = (incident: Incident): ((word: string) => boolean) => {
  let read: { readonly text: string; readonly tokens: string } | undefined;
  const page = () => {
    if (read === undefined) {
      const text = normalise(textOf(incident));
      read = { text, tokens: ` ${tokensOf(text).join(' ')} ` };
    }
    return read;
  };
  return (word) => {
    const wanted = normalise(word.replace(/\*$/, '')).trim();
    if (wanted === '') return false;
    if (UNSPACED.test(wanted)) return page().text.includes(wanted);
    const phrase = ` ${tokensOf(wanted).join(' ')}`;
    return phrase.length > 1 && page().tokens.includes(word.endsWith('*') ? phrase : `${phrase} `);
  };
};

/** Reads an incident for matching. */
export const readFacts = (incident: Incident, places: Places): Facts => ({
  incidentId: incident.id,
  exchanges: new Set(incident.exchanges),
  places: new Set(placesOf(incident).flatMap((code) => places.near(code))),
  measures: incident.measures.reduce((bits, { kind, direction }) => bits | measureBits([kind], direction), 0),
  severity: SEVERITIES.indexOf(incident.severity),
  says: createReader(incident),
});
