import { baseLanguage } from '../domain/base-language.ts';

/** Languages of one country: a paper that names no place writes of its own. */
const HOMES: Readonly<Record<string, string>> = {
  bg: 'BG',
  cs: 'CZ',
  da: 'DK',
  el: 'GR',
  fa: 'IR',
  fi: 'FI',
  fil: 'PH',
  he: 'IL',
  hi: 'IN',
  hu: 'HU',
  id: 'ID',
  it: 'IT',
  ja: 'JP',
  ka: 'GE',
  kk: 'KZ',
  ko: 'KR',
  lt: 'LT',
  ms: 'MY',
  nb: 'NO',
  pl: 'PL',
  ro: 'RO',
  sk: 'SK',
  sv: 'SE',
  th: 'TH',
  tl: 'PH',
  tr: 'TR',
  uk: 'UA',
  ur: 'PK',
  uz: 'UZ',
  vi: 'VN',
};

/** ISO 3166-1 of the one country in which a language (BCP 47) is at home; undefined for those of several. */
export const homeOf = (language: string): string | undefined => HOMES[baseLanguage(language.toLowerCase())];
