import { baseLanguage } from '../domain/base-language.ts';
import type { Source } from '../domain/incident.ts';
import { isUnsure } from './unsure.ts';
import { BANS, STRIKES_DOWN } from './words-of-bans.ts';

const COURT =
  /\bcourts?\b|法院|法庭|법원|헌재|裁判所|(?<!\p{L})суд(?!\p{L})|\btribunal|\bcorte\b|\bcour\b|gericht|rechtbank|(?<!\p{L})sąd|mahkeme|محكمة|دادگاه|कोर्ट|अदालत|pengadilan|mahkamah|tòa án|ศาล/iu;

const A_BAN = /\bban\b/;

/** True where a title tells that a ban is done away with. */
export const strikesDownBan = ({ title, language }: Pick<Source, 'title' | 'language'>): boolean => {
  const line = title.toLowerCase();
  const base = baseLanguage(language);
  if (!COURT.test(line)) return false;
  const speaksOfBan = (BANS[base]?.test(line) ?? false) || (base === 'en' && A_BAN.test(line));
  return speaksOfBan && (STRIKES_DOWN[base]?.test(line) ?? false) && !isUnsure(line, base);
};
