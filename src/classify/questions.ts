import { baseLanguage } from '../domain/base-language.ts';
import type { Document } from './document.ts';

const MARKS = /[?؟]/g;

/** Words that make a question of a title which they open, and need no mark. "Is Binance leaving France" */
const OPENERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set([
    ...['is', 'are', 'was', 'were', 'will', 'would', 'did', 'does', 'has', 'have', 'can', 'could', 'should'],
  ]),
  ar: new Set(['هل']),
  fa: new Set(['ایا']),
  hi: new Set(['क्या']),
  id: new Set(['apakah', 'mungkinkah', 'benarkah']),
  pl: new Set(['czy']),
  uk: new Set(['чи']),
  vi: new Set(['liệu']),
};

/** Words that make one of a title which they end. In Japanese か at the end tells a rumour, and asks nothing. */
const CLOSERS: Readonly<Record<string, ReadonlySet<string>>> = {
  zh: new Set(['吗', '嗎']),
  ko: new Set(['까']),
  tr: new Set(['mı', 'mi', 'mu', 'mü', 'mıdır', 'midir', 'mudur', 'müdür']),
};

/** Who writes no spaces between words begins a clause with one: "FTXが出金停止　預けた資産はどうなる？" */
const SPACED: ReadonlySet<string> = new Set(['ja', 'th', 'zh']);

/** Tokens of the title that ask: what they speak of is not told. */
export const askedTokens = ({ normal, tokens, titleEnd, language }: Document): ReadonlySet<number> => {
  const asked = new Set<number>();
  const base = baseLanguage(language);
  const beginsClause = (at: number): boolean => {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (before === undefined || before.clause !== token?.clause) return true;
    return (
      SPACED.has(base) &&
      before.dense &&
      token.dense &&
      normal.text.slice(before.end, token.start).includes(' ')
    );
  };
  const askUpTo = (last: number): void => {
    for (let at = last; at >= 0; at -= 1) {
      asked.add(at);
      if (beginsClause(at)) return;
    }
  };
  const titled = tokens.findLastIndex(({ start }) => start < titleEnd);
  for (const { index } of normal.text.slice(0, titleEnd).matchAll(MARKS))
    askUpTo(tokens.findLastIndex(({ end }) => end <= index));
  if (CLOSERS[base]?.has(tokens[titled]?.text ?? '') === true) askUpTo(titled);
  if (titled >= 0 && OPENERS[base]?.has(tokens[0]?.text ?? '') === true) {
    const next = tokens.findIndex(({ clause }) => clause !== tokens[0]?.clause);
    askUpTo((next < 0 ? tokens.length : next) - 1);
  }
  return asked;
};
