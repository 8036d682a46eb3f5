import { baseLanguage } from '../domain/base-language.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { toldAsDone } from './asked.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';
import { sentencesOf } from './opening.ts';

/** Verbs of who plans or prepares something, by language. */
const PLANS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:prepar(?:es?|ing)|plans? to|planning|intends? to|aims? to)\b/iu,
  zh: /准备(?!金)|準備(?!金)|(?<![虚虛模比])[拟擬](?![议議定])|计划|計劃/u,
  ja: /予定|準備(?!金)|検討|方針|計画|方向|へ(?=$|[。、…・！!\s」])/u,
  ko: /예정|준비(?!금)|검토|추진|계획/u,
  th: /เตรียม|วางแผน|มีแผน/u,
  vi: /(?<!\p{L})(?:chuẩn bị|dự kiến|dự định|(?:lên|có) kế hoạch)(?!\p{L})/iu,
  id: /(?<!\p{L})(?:siap|bersiap|berencana|rencana)(?!\p{L})/iu,
  ru: /готов(?:ит|ят)|планиру|собира(?:е|ю)тся|намерен/iu,
  uk: /готу(?:є|ю)|плану|збира(?:є|ю)ться|має намір/iu,
  pl: /przygotow|planuj|zamierza/iu,
  tr: /hazırlan|hazırlı[kğ]|planl/iu,
  es: /(?<!\p{L})(?:preparan?|planean?|prevén?|alistan?|tienen? previsto|trabajan? para)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:preparam?|planejam?|planeiam?|prevê(?:em)?|pretendem?|trabalham? para)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:(?:se )?prépare(?:nt)?|prévoi(?:t|ent)|envisage(?:nt)?|projette(?:nt)?|planifie(?:nt)?)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:bereite[nt]|plan(?:t|en)|beabsichtig(?:t|en))(?!\p{L})/iu,
  it: /(?<!\p{L})(?:si prepara(?:no)?|prepara(?:no)?|intend(?:e|ono)|progetta(?:no)?|pianifica(?:no)?)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:bereidt|plant|van plan|voornemens)(?!\p{L})/iu,
  ar: /[يت]ستعد|[يت]عتزم|[يت]خطط|[يت]نوي/u,
  fa: /قصد دارد|برنامه دارد|در نظر دارد|آماده می|برنامه‌ریزی/u,
  hi: /तैयारी|योजना/u,
};

/** Verbs of what is still to come, as titles have them; a text may have them of anything. */
const TO_COME: Readonly<Record<string, RegExp>> = {
  en: /\b(?:plans?|will|set to|ready to|about to|eyes)\b/iu,
  zh: /即将|即將|将(?:于|会|要|对)|將(?:於|會|要|對)/u,
  ko: /키로/u,
  vi: /(?<!\p{L})(?:sắp|sẽ)(?!\p{L})/iu,
  id: /(?<!\p{L})akan(?!\p{L})/iu,
  ru: /(?<!\p{L})буд[еу]т(?!\p{L})/iu,
  uk: /(?<!\p{L})буд[еу]т?ь?(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:będzie|będą|chce|chcą)(?!\p{L})/iu,
  tr: /(?:acak|ecek)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:van? a|(?!teherán)\p{L}{3,14}(?:ará|erá|irá)n?)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:vai|vão|\p{L}{3,14}(?:ará|erá|irá))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:compte(?:nt)?|va|vont)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:will|wollen|soll|sollen)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:vuole|pronta|pronto a)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:wil|willen|gaat|gaan|zal)(?!\p{L})/iu,
  ar: /سوف|(?<!\p{L})س[يت](?:حظر|حجب|منع|غلق|وقف|علق|لغي|فرض|جمد|طلب)/u,
  fa: /خواهد (?:کرد|شد)|می‌?خواهد/u,
  hi: /करेग[ाी]|करेंगे/u,
};

const speaks = (
  patterns: Readonly<Record<string, RegExp>>,
  { language }: Pick<Source, 'language'>,
  text: string,
): boolean => patterns[baseLanguage(language)]?.test(text) ?? false;

/** True of a title that tells of a plan in so many words: what is still to come may be decided. */
export const planIsTitled = (source: Pick<Source, 'title' | 'language'>): boolean =>
  speaks(PLANS, source, source.title) && !toldAsDone(source.title);

/** True of a title that tells of something only as prepared or planned. */
export const isTitledAsPlan = (source: Pick<Source, 'title' | 'language'>): boolean =>
  planIsTitled(source) || (speaks(TO_COME, source, source.title) && !toldAsDone(source.title));

/** "Plans to block more": what is planned is not what the title tells. */
const MORE =
  /\b(?:more|others?|further|also|additional|next)\b|更多|其他|进一步|進一步|さらに|추가|ещё|еще|друг\p{L}{2}|\b(?:más|mais|otr[oa]s|outr[oa]s|autres|weitere|altri|altre|andere|lainnya)\b|diğer|أخرى|المزيد/iu;

/** True where the first sentence tells of it as planned, and of nothing more. */
const opensWithPlan = (source: Source, cues: readonly string[]): boolean => {
  const [first = ''] = sentencesOf(source);
  const tellsOfIt = findFirst(first.toLowerCase(), cues) >= 0;
  return tellsOfIt && speaks(PLANS, source, first) && !toldAsDone(first) && !MORE.test(first);
};

/** True where a title tells as done what its text tells as planned: "China blocks …", "authorities plan to block …". */
export const isTitledTooStrongly = (
  source: Source,
  { measures: [{ kind, stage }] }: Pick<Incident, 'measures'>,
  { taxonomy }: Pick<Catalogue, 'taxonomy'>,
): boolean =>
  BY_OTHERS.includes(kind) &&
  stage !== 'eased' &&
  !isTitledAsPlan(source) &&
  opensWithPlan(source, cuesIn(taxonomy.cues[kind] ?? {}, source.language));

/** "Prepares to block" is no block, and no order of one. */
export const isOnlyPrepared = (
  source: Source,
  incident: Pick<Incident, 'measures'>,
  catalogue: Pick<Catalogue, 'taxonomy'>,
): boolean => {
  const [{ kind, stage }] = incident.measures;
  if (stage === 'proposed') return false;
  const isPlan = BY_OTHERS.includes(kind) && stage !== 'eased' && isTitledAsPlan(source);
  return isPlan || isTitledTooStrongly(source, incident, catalogue);
};
