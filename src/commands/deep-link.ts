import type { Catalogue } from '../domain/catalogue.ts';
import { hashId } from '../domain/hash-id.ts';
import { CADENCES, type Cadence } from '../domain/subscription.ts';
import { type Direction, KINDS, SEVERITIES } from '../domain/taxonomy.ts';
import type { Wish } from './parse-filter.ts';

/** What a link carries. */
export interface Linked {
  readonly filter: Wish;
  readonly cadence?: Cadence;
}

/** https://core.telegram.org/bots/features#deep-linking: up to 64 of `A-Za-z0-9_-`. */
export const LONGEST_LINK = 64;

/** First letter of the links of this form. */
const FORM = 'f';
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Six bits each: 24 tell the few hundred ids of the catalogue apart, 18 find a broken link. */
const EXCHANGE_DIGITS = 4;
const CHECK_DIGITS = 3;
const KIND_DIGITS = 3;
const DIRECTIONS: readonly (Direction | undefined)[] = [undefined, 'tightens', 'eases'];
const DELIVERY: readonly (Cadence | undefined)[] = [undefined, ...CADENCES];

const toDigits = (value: number, count: number): string =>
  Array.from({ length: count }, (_, at) => DIGITS[(value >> (6 * (count - 1 - at))) & 63]).join('');

const fromDigits = (text: string): number =>
  [...text].reduce((value, digit) => value * 64 + DIGITS.indexOf(digit), 0);

const shortOf = (exchange: string): string => hashId(exchange).slice(0, EXCHANGE_DIGITS);
const checkOf = (body: string): string => hashId('link', body).slice(0, CHECK_DIGITS);

/** `NG` is `CNG`, `US-NY` is `FUS-NY`: the length first. */
const placeDigits = (code: string): string => `${toDigits(code.length, 1)}${code}`;

/** A wish as at most 64 characters; undefined where it does not fit (many names, or words of the text). */
export const toDeepLink = ({ filter, cadence }: Linked): string | undefined => {
  if (filter.words.length > 0 || filter.jurisdictions.some((code) => !/^[A-Z0-9-]{1,9}$/.test(code)))
    return undefined;
  const kindBits = KINDS.reduce((bits, kind, at) => bits | (filter.kinds.includes(kind) ? 1 << at : 0), 0);
  const head =
    SEVERITIES.indexOf(filter.minSeverity) |
    (DIRECTIONS.indexOf(filter.direction) << 2) |
    (filter.onlyWhenNamed ? 1 << 4 : 0);
  const body = [
    FORM,
    toDigits(head, 1),
    toDigits(DELIVERY.indexOf(cadence), 1),
    toDigits(kindBits, KIND_DIGITS),
    toDigits(Math.min(filter.jurisdictions.length, 63), 1),
    ...filter.jurisdictions.map(placeDigits),
    ...filter.exchanges.map(shortOf),
  ].join('');
  const link = body + checkOf(body);
  return link.length <= LONGEST_LINK ? link : undefined;
};

const readPlaces = (text: string): { readonly places: readonly string[]; readonly rest: string } => {
  const count = fromDigits(text.slice(0, 1));
  const places: string[] = [];
  let rest = text.slice(1);
  for (let left = count; left > 0; left--) {
    const length = fromDigits(rest.slice(0, 1));
    places.push(rest.slice(1, 1 + length));
    rest = rest.slice(1 + length);
  }
  return { places, rest };
};

const readExchanges = (text: string, { exchanges }: Catalogue): readonly string[] | undefined => {
  const ids = new Map(
    exchanges.flatMap(({ id, formerIds }) => [id, ...formerIds].map((each) => [shortOf(each), id])),
  );
  const shorts = text.match(new RegExp(`.{${EXCHANGE_DIGITS}}`, 'g')) ?? [];
  const known = shorts.flatMap((short) => ids.get(short) ?? []);
  return known.length === shorts.length ? known : undefined;
};

/** Looks like one of our links, whole or broken. */
export const isDeepLink = (text: string): boolean => /^f[A-Za-z0-9_-]{9,63}$/.test(text);

/** The wish of a link; undefined where it is broken, or names an exchange that this catalogue does not have. */
export const fromDeepLink = (link: string, catalogue: Catalogue): Linked | undefined => {
  const body = link.slice(0, -CHECK_DIGITS);
  if (!isDeepLink(link) || checkOf(body) !== link.slice(-CHECK_DIGITS)) return undefined;
  const head = fromDigits(body.slice(1, 2));
  const kindBits = fromDigits(body.slice(3, 3 + KIND_DIGITS));
  const { places, rest } = readPlaces(body.slice(3 + KIND_DIGITS));
  const exchanges = readExchanges(rest, catalogue);
  const cadence = DELIVERY[fromDigits(body.slice(2, 3))];
  const direction = DIRECTIONS[(head >> 2) & 3];
  if (exchanges === undefined) return undefined;
  return {
    filter: {
      exchanges,
      jurisdictions: places,
      kinds: KINDS.filter((_, at) => (kindBits & (1 << at)) !== 0),
      ...(direction === undefined ? {} : { direction }),
      minSeverity: SEVERITIES[head & 3] ?? 'low',
      words: [],
      onlyWhenNamed: (head & 16) !== 0,
    },
    ...(cadence === undefined ? {} : { cadence }),
  };
};
