import { baseLanguage } from '../domain/base-language.ts';
import type { Authority, Catalogue, Exchange, Jurisdiction } from '../domain/catalogue.ts';
import { type Direction, directionOf } from './isolate.ts';
import { nativeName } from './native-name.ts';
import { pickLanguage } from './pick-language.ts';
import { createPlaceNames } from './place-name.ts';
import type { Params, Speaker } from './speaker.ts';

/** One language's strings and names. */
export interface Voice extends Direction {
  readonly language: string;
  /** True when a text in `tag` needs no translation for this reader. */
  reads(tag: string): boolean;
  say(key: string, params?: Params): string;
  has(key: string): boolean;
  exchange(id: string): string;
  /** The country where an exchange is at home, if we know. */
  homeOf(id: string): string | undefined;
  place(code: string): string;
  /** What a place is called and what is of it ("Belarus", "Belarusian"), in this language and in English. */
  placeWords(code: string): readonly string[];
  /** The locale's key of an authority that has no name of its own ("regulators"); absent for named ones. */
  genericAuthority(id: string): string | undefined;
  /** What sort of authority or gatekeeper it is, as far as we know. */
  authorityType(id: string): string | undefined;
  /** The name of an authority or gatekeeper that has one. */
  authority(id: string): string;
  languageName(tag: string): string;
  /** What the money of a code is called: "Brazilian real". */
  currencyName(code: string): string;
  /** "one, two and three". */
  list(items: readonly string[]): string;
  /** "one, two or three". */
  anyOf(items: readonly string[]): string;
}

/** The catalogue by id, former ids included. */
export interface Names {
  readonly exchanges: ReadonlyMap<string, Exchange>;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>;
}

export const indexNames = ({ exchanges, authorities, jurisdictions }: Catalogue): Names => ({
  exchanges: new Map(
    exchanges.flatMap((exchange) =>
      [exchange.id, ...exchange.formerIds].map((id) => [id, exchange] as const),
    ),
  ),
  authorities: new Map(authorities.map((authority) => [authority.id, authority])),
  jurisdictions: new Map(jurisdictions.map((jurisdiction) => [jurisdiction.code, jurisdiction])),
});

/** `local-regulators` and `regulators` are both some regulator. */
const singular = (id: string): string => id.replace(/^local-/, '').replace(/(?<=[^s])s$/, '');

/** "Kazakh authorities" are more than the government. */
const sortKeyOf = ({ type }: Authority): string => (type === 'government' ? 'authorities' : type);

export const createVoice = (speaker: Speaker, names: Names, language: string): Voice => {
  const isKey = (id: string): boolean => speaker.has(`authority.${id}`);

  const genericAuthority = (id: string): string | undefined => {
    const known = names.authorities.get(id);
    // Whoever acts somewhere and belongs nowhere is a kind of authority, not one authority.
    if (known !== undefined) {
      if (known.isSort) return sortKeyOf(known);
      return known.jurisdiction === undefined && !known.gatekeeper && isKey(known.type)
        ? known.type
        : undefined;
    }
    return [id, singular(id)].find(isKey) ?? (/authorities|officials/.test(id) ? 'authorities' : undefined);
  };

  // Building an Intl formatter costs more than a whole card.
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const choices = new Intl.ListFormat(language, { type: 'disjunction' });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const currencies = new Intl.DisplayNames(language, { type: 'currency' });
  const place = createPlaceNames(language, names.jurisdictions);
  const placeInEnglish = createPlaceNames('en', names.jurisdictions);

  return {
    ...directionOf(language),
    language,
    genericAuthority,
    place,
    list: (items) => lists.format(items),
    anyOf: (items) => choices.format(items),
    authorityType: (id) => names.authorities.get(id)?.type ?? genericAuthority(id),
    reads: (tag) =>
      new Intl.Locale(language).language === baseLanguage(tag) &&
      pickLanguage(tag, speaker.languages) === language,
    say: (key, params) => speaker.say(language, key, params),
    has: (key) => speaker.has(key),
    exchange: (id) => {
      const exchange = names.exchanges.get(id);
      return exchange === undefined ? id : nativeName(exchange, language);
    },
    placeWords: (code) => {
      const known = names.jurisdictions.get(code);
      // 尼日利亞 of the mainland is 奈及利亞 in Taiwan: names of authorities may have either.
      const own = known?.names[baseLanguage(language)] ?? [];
      const english = [...(known?.names.en ?? []), ...(known?.adjectives.en ?? [])];
      return [
        place(code),
        placeInEnglish(code),
        ...[...own, ...english].filter((word) => !word.endsWith('*')),
      ];
    },
    homeOf: (id) => names.exchanges.get(id)?.country,
    authority: (id) => {
      const authority = names.authorities.get(id);
      return authority === undefined ? id : nativeName(authority, language);
    },
    languageName: (tag) => languages.of(tag) ?? tag,
    currencyName: (code) => currencies.of(code) ?? code,
  };
};
