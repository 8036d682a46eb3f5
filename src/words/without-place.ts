import type { Voice } from './voice.ts';

/** A rest that says nothing alone: "Bank" of "Bank of Japan". */
const BARE_BANK = /^(?:bank|banco|banque|banca)$/iu;
const ACRONYM = /^\p{Lu}{2,}/u;
/** 証券取引等監視委員会 says who, and so does 央行; 銀行 of 日本銀行 does not. */
const SHORTEST_UNSPACED = 3;
const CENTRAL_BANK = '央行';
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What joins a body to its place: Banco Central do Brasil, SEC dos EUA. */
const OF = ['of the', 'of', 'de los', 'de las', 'de la', 'del', 'de', 'dos', 'das', 'do', 'da'];

const standsAlone = (rest: string): boolean => {
  if (UNSPACED.test(rest)) return rest.length >= SHORTEST_UNSPACED || rest === CENTRAL_BANK;
  return rest.length >= 2 && !BARE_BANK.test(rest);
};

/** Behind the place no more than a noun is left ("Bank of …", "Finance Canada"), unless it is an acronym or two words. */
const standsBefore = (rest: string): boolean =>
  standsAlone(rest) && (ACRONYM.test(rest) || rest.split(' ').length > 1);

const behind = (name: string, place: string): string | undefined => {
  if (!name.startsWith(place)) return undefined;
  const rest = name.slice(place.length);
  const isBorder = UNSPACED.test(place) || rest.startsWith(' ');
  return isBorder && standsAlone(rest.trim()) ? rest.trim() : undefined;
};

const before = (name: string, place: string): string | undefined => {
  const ending = [...OF.map((of) => ` ${of} ${place}`), ` ${place}`].find((end) => name.endsWith(end));
  if (ending === undefined) return undefined;
  const rest = name.slice(0, -ending.length);
  return standsBefore(rest) ? rest : undefined;
};

/** An authority's name where its place is told already: "SEC" of "US SEC", "Central Bank" of "Central Bank of Nigeria". */
export const withoutPlace = (name: string, places: readonly string[], voice: Voice): string => {
  const words = places.flatMap(voice.placeWords).toSorted((one, other) => other.length - one.length);
  const shortened = words.map((word) => behind(name, word) ?? before(name, word));
  return shortened.find((rest) => rest !== undefined) ?? name;
};
