import { closest, distance } from 'fastest-levenshtein';
import { baseLanguage } from '../domain/base-language.ts';
import { UserError } from '../domain/errors.ts';
import { fold } from './fold.ts';

/** Zones by the reader's language, likeliest first, for those who name none. */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: ['Europe/London', 'America/New_York', 'Africa/Lagos', 'Asia/Kolkata'],
  es: ['Europe/Madrid', 'America/Mexico_City', 'America/Bogota', 'America/Argentina/Buenos_Aires'],
  pt: ['America/Sao_Paulo', 'Europe/Lisbon'],
  ru: ['Europe/Moscow', 'Europe/Kyiv', 'Asia/Almaty'],
  tr: ['Europe/Istanbul'],
  zh: ['Asia/Shanghai', 'Asia/Singapore'],
  'zh-Hant': ['Asia/Taipei', 'Asia/Hong_Kong'],
  ja: ['Asia/Tokyo'],
  ko: ['Asia/Seoul'],
  ar: ['Asia/Riyadh', 'Africa/Cairo', 'Asia/Dubai', 'Africa/Casablanca'],
};

export const likelyZones = (language: string): readonly string[] =>
  BY_LANGUAGE[language] ?? BY_LANGUAGE[baseLanguage(language)] ?? [];

const cityOf = (zone: string): string => fold(zone.slice(zone.lastIndexOf('/') + 1));

/** The runtime knows more names than it lists (`Asia/Calcutta` and `Asia/Kolkata`). */
const canonical = (name: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const MOST_SLIPS = 2;

/** The zone of an IANA name in any case, or of the city in one. @throws UserError with the nearest zone. */
export const findZone = (text: string): string => {
  const name = text.trim().replace(/\s+/g, '_');
  const zones = Intl.supportedValuesOf('timeZone');
  const exact = name.includes('/') || /^(?:utc|gmt)$/i.test(name) ? canonical(name) : undefined;
  // The name as typed stays where it is good: runtimes differ in which of two names they prefer.
  if (exact !== undefined) return zones.find((zone) => zone.toLowerCase() === name.toLowerCase()) ?? exact;
  const byCity = zones.find((zone) => cityOf(zone) === fold(text));
  if (byCity !== undefined) return byCity;
  const near = closest(fold(text.slice(text.lastIndexOf('/') + 1)), zones.map(cityOf));
  const suggestion = zones.find((zone) => cityOf(zone) === near) ?? '';
  const isNear = distance(cityOf(name), near) <= MOST_SLIPS;
  throw new UserError('bad-zone', { word: text.trim(), suggestion: isNear ? suggestion : '' });
};
