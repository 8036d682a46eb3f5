import { baseLanguage } from '../domain/base-language.ts';
import type { Authority } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { findFirst } from './find-name.ts';

/** Who speaks stands before a colon; what is said follows. */
const SPEECH = /^([^:：]{2,40})\s?[:：](.+)$/su;

/** Another body than the one that speaks, as the subject of what it says. */
const ANOTHER: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:department|ministry|police|prosecutors?|court|agency|bureau|commission) (?:has|have|is|are|will|opens|launches|investigates|charges|arrests|orders)(?!\p{L})/u,
  zh: /[，,；;。](?:\p{Script=Han}{0,4})(?:部|局|署|廳|厅|警方|检方|檢方|法院)(?:已|正|將|将|也|亦|對|对)/u,
  ja: /[、。](?:\p{L}{0,8})(?:省|庁|警察|検察|警視庁|裁判所)(?:が|は)/u,
  ko: /[,.] ?(?:\p{L}{0,8})(?:부|청|경찰|검찰|법원)(?:가|이|은|는) /u,
  es: /[,;] (?:el|la|los) (?:ministerio|policía|fiscalía|tribunal|departamento|agencia) (?:ha|han|está|abr|investig|inici)/u,
  pt: /[,;] (?:o|a) (?:ministério|polícia|procuradoria|tribunal|departamento|agência) (?:já|está|abr|investig|inici)/u,
  ru: /[,;] (?:министерство|полиция|прокуратура|суд|ведомство|служба) (?:уже |нач|провод|расслед)/u,
  tr: /[,;] (?:bakanlık|polis|savcılık|mahkeme) /u,
  ar: /[،؛,;] (?:الوزارة|وزارة|الشرطة|النيابة|المحكمة)/u,
  de: /[,;] (?:das|die|der) (?:ministerium|polizei|staatsanwaltschaft|gericht|behörde) (?:hat|ermittelt|prüft)/u,
  fr: /[,;] (?:le|la) (?:ministère|police|parquet|tribunal|direction) (?:a|enquête|ouvre)/u,
};

/** Of those whom somebody else puts under sanctions, the last clause may tell what they think of it. */
const SANCTIONS =
  /sanction|sancion|sanções|sanzion|sanktion|санкци|санкці|制裁|제재|yaptırım|عقوبات|تحریم|प्रतिबंध/u;
const LAST_CLAUSE = /[,;，；][^,;，；]{5,}$/u;

const onlySpeaks = (line: string, language: string, names: readonly string[]): boolean => {
  const [, speaker = '', said = ''] = SPEECH.exec(line) ?? [];
  const isSpeaker = findFirst(speaker, names) >= 0 && findFirst(said, names) < 0;
  return isSpeaker && (ANOTHER[language]?.test(said) ?? false);
};

const isSanctioned = (line: string, { type }: Authority, names: readonly string[]): boolean => {
  const at = line.search(LAST_CLAUSE);
  if (at < 0 || type !== 'central-bank') return false;
  const before = line.slice(0, at);
  return SANCTIONS.test(before) && findFirst(before, names) < 0 && findFirst(line.slice(at), names) >= 0;
};

const standsBy = ({ title, language }: Source, authority: Authority): boolean => {
  const line = title.toLowerCase();
  const names = namesOf(authority);
  return onlySpeaks(line, baseLanguage(language), names) || isSanctioned(line, authority, names);
};

/** An incident without its authority, where the titles tell that this one only speaks of what another does. */
export const withoutBystander = (
  incident: Incident,
  authorities: ReadonlyMap<string, Authority>,
): Incident => {
  const authority = authorities.get(incident.authority ?? '');
  if (authority === undefined || !incident.sources.every((source) => standsBy(source, authority))) {
    return incident;
  }
  const { authority: _, ...rest } = incident;
  return rest;
};
