import type { Catalogue } from '../domain/catalogue.ts';
import type { Words } from '../domain/ports.ts';
import type { Wish } from './parse-filter.ts';

/** A wish as its reader would say it: `Binance, OKX · in Nigeria · High and above`. */
export const describeFilter = (wish: Wish, words: Words, language: string): string => {
  const say = (key: string, params?: Record<string, string>): string => words.say(language, key, params);
  const list = (names: readonly string[]): string => names.join(', ');
  const parts = [
    list(wish.exchanges.map((id) => words.exchangeName(id, language))),
    wish.jurisdictions.length > 0 &&
      say('commands.filter.in', {
        places: list(wish.jurisdictions.map((code) => words.placeName(code, language))),
      }),
    list(wish.kinds.map((kind) => say(`kind.${kind}`))),
    wish.direction !== undefined && say(`direction.${wish.direction}`),
    wish.minSeverity !== 'low' &&
      say('commands.filter.and-above', { severity: say(`severity.${wish.minSeverity}`) }),
    wish.words.length > 0 && say('commands.filter.words', { words: list(wish.words) }),
    wish.onlyWhenNamed && say('commands.filter.only-when-named'),
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.length === 0 ? say('commands.filter.everything') : parts.join(' · ');
};

/** Ids of a wish that the catalogue does not know any more; they are kept, and told. */
export const unknownIds = (wish: Wish, { exchanges }: Catalogue): readonly string[] => {
  const known = new Set(exchanges.flatMap(({ id, formerIds }) => [id, ...formerIds]));
  return wish.exchanges.filter((id) => !known.has(id));
};
