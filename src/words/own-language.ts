import { baseLanguage } from '../domain/base-language.ts';
import type { Authority } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { findFirst } from './find-name.ts';

const LATIN = /\p{Script=Latin}/gu;
const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** The script of each language that has one of its own; the others that we read write in Latin letters. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/gu,
  fa: /\p{Script=Arabic}/gu,
  bn: /\p{Script=Bengali}/gu,
  hi: /\p{Script=Devanagari}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  th: /\p{Script=Thai}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  zh: HAN,
  ...Object.fromEntries(
    ['de', 'en', 'es', 'fr', 'id', 'it', 'nl', 'pl', 'pt', 'tr', 'vi'].map((one) => [one, LATIN]),
  ),
};

/** Small words that the other languages in Latin letters have not. */
const SMALL: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:the|of|and|is|are|that|with|was|by|from|its)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|los|las|del|con|por|una|y|su|se)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:os|do|da|dos|das|em|não|uma|pela|pelo|com)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|des|du|et|une|pour|dans|est|sur)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:der|die|das|und|den|mit|für|nicht|ist|von)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:il|gli|della|di|che|per|sono|nel|con|alla)(?!\p{L})/giu,
  tr: /(?<!\p{L})(?:ve|bir|bu|için|ile|da|de|olarak)(?!\p{L})/giu,
  id: /(?<!\p{L})(?:yang|dan|di|untuk|dengan|ini|dari|pada)(?!\p{L})/giu,
};

const LETTER = /\p{L}/gu;
/** Names of firms and coins are written in Latin letters everywhere. */
const LEAST = 0.3;
/** Fewer small words tell nothing. */
const ENOUGH = 4;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const hasScript = (text: string, language: string): boolean => {
  const script = SCRIPTS[language];
  const letters = count(text, LETTER);
  if (script === undefined || letters === 0) return true;
  if (language === 'zh' && count(text, KANA) > letters * LEAST) return false;
  return count(text, script) >= letters * LEAST;
};

const hasRival = (text: string, language: string): boolean => {
  const own = SMALL[language];
  if (own === undefined) return false;
  const least = Math.max(ENOUGH, count(text, own) * 2 + 1);
  return Object.values(SMALL).some((rival) => rival !== own && count(text, rival) >= least);
};

/** As much of a text as tells its language. */
const SAMPLE = 1000;

/** True where a text can be in a language: a feed may put an article of another one below a title of its own. */
export const canBeIn = (text: string, tag: string): boolean => {
  const language = baseLanguage(tag);
  const sample = text.slice(0, SAMPLE);
  return hasScript(sample, language) && !hasRival(sample, language);
};

/** A text that is neither in its language nor in English: a line of news of all sorts below the title of one. */
const isOfOthers = ({ text, language }: Source): boolean =>
  text !== '' && !canBeIn(text, language) && !canBeIn(text, 'en');

const withoutText = (source: Source): Source => (isOfOthers(source) ? { ...source, text: '' } : source);

/** An incident of whose texts only those in their own language are read; who acts must then stand in a title. */
export const inOwnLanguages = (incident: Incident, authorities: ReadonlyMap<string, Authority>): Incident => {
  const { sources, authority, ...rest } = incident;
  if (!sources.some(isOfOthers)) return incident;
  const [source, ...others] = sources;
  const known = authorities.get(authority ?? '');
  const names = known === undefined ? [] : namesOf(known);
  const isTitled = sources.some(({ title }) => findFirst(title.toLowerCase(), names) >= 0);
  const read: Incident['sources'] = [withoutText(source), ...others.map(withoutText)];
  return { ...rest, sources: read, ...(isTitled && authority !== undefined && { authority }) };
};
