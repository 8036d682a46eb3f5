import type { Incident, Source } from '../domain/incident.ts';
import { toldAsDone } from './asked.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';

/** Verbs of who has it still before him, by language. */
const PREPARES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:prepar(?:es?|ing)|plans?|planning|will|set to|ready to|about to|intends?|aims? to|eyes)\b/iu,
  zh: /准备(?!金)|準備(?!金)|拟(?!议)|擬(?!議)|计划|計劃|即将|即將|将(?:于|会|要|对)|將(?:於|會|要|對)/u,
  ja: /予定|準備(?!金)|検討|方針|計画/u,
  ko: /예정|준비(?!금)|검토|추진|계획|키로/u,
  th: /เตรียม|วางแผน/u,
  vi: /(?<!\p{L})(?:sắp|chuẩn bị|dự kiến|sẽ)(?!\p{L})/iu,
  id: /(?<!\p{L})(?:akan|siap|berencana)(?!\p{L})/iu,
  ru: /готов(?:ит|ят)|планиру|собира(?:е|ю)тся|намерен|(?<!\p{L})буд[еу]т(?!\p{L})/iu,
  uk: /готу(?:є|ю)|плану|збира(?:є|ю)ться|має намір/iu,
  pl: /przygotow|planuj|zamierza|(?<!\p{L})(?:będzie|będą|chce|chcą)(?!\p{L})/iu,
  tr: /hazırlan|hazırlı[kğ]|planl|(?:acak|ecek)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:preparan?|planean?|prevén?|van? a|alistan?|(?!teherán)\p{L}{3,}(?:ará|erá|irá)n?)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:preparam?|planejam?|prevê(?:em)?|vai|vão|pretendem?|\p{L}{3,}(?:ará|erá|irá))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:(?:se )?prépare(?:nt)?|prévoi(?:t|ent)|envisage(?:nt)?|compte(?:nt)?|va|vont)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:bereite[nt]|plan(?:t|en)|will|wollen|soll|sollen)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:si prepara|prepara(?:no)?|intende|vuole|pronta|pronto a)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:bereidt|plant|wil|willen|gaat|gaan|zal)(?!\p{L})/iu,
  ar: /(?:[يت]ستعد|[يت]عتزم|[يت]خطط|[يت]نوي|سوف|(?<!\p{L})س[يت](?:حظر|حجب|منع|غلق|وقف|علق|لغي|فرض|جمد|طلب))/u,
  hi: /तैयारी|करेग[ाी]|करेंगे|योजना/u,
};

/** True of a title that tells of something only as prepared or planned. */
const tellsOfPlans = ({ title, language }: Pick<Source, 'title' | 'language'>): boolean =>
  PREPARES[language.split('-')[0] ?? '']?.test(title) === true && !toldAsDone(title);

/** "Prepares to block" is no block, and no order of one. */
export const isOnlyPrepared = (
  source: Pick<Source, 'title' | 'language'>,
  { measures: [{ kind, stage }] }: Pick<Incident, 'measures'>,
): boolean => BY_OTHERS.includes(kind) && stage !== 'eased' && stage !== 'proposed' && tellsOfPlans(source);
