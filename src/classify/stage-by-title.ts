import { baseLanguage } from '../domain/base-language.ts';
import { endsAsRumour } from '../domain/ends-as-rumour.ts';
import type { Kind, Stage } from '../domain/taxonomy.ts';
import type { Document } from './document.ts';

/** What customers wait for, put off: in folded letters, Arabic ones as they are folded. */
const DELAYS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:delay(?:s|ed|ing)?|postpon(?:es|ed|ing)|pushes back)\b.{0,30}\b(?:withdrawals?|payouts?|deposits?|reopening|relaunch|resum(?:ption|ing)|restart|refunds?)\b|\b(?:withdrawals?|payouts?|refunds?|reopening) (?:are |is )?(?:delayed|postponed)\b/,
  de: /(?:verzöger|verschieb|verschob).{0,30}(?:auszahlung|wiedereröffnung|wiederaufnahme|neustart)/,
  fr: /(?:retard|report|repouss).{0,20}(?:retraits|réouverture|reprise|remboursement)/,
  es: /(?:retras|aplaz|pospon|demor).{0,20}(?:retiros|reapertura|reanudaci|reembolso)/,
  pt: /(?:adia|atras).{0,20}(?:saques|reabertura|retomada|reembolso)/,
  it: /(?:ritard|rinvi|rimand|posticip).{0,20}(?:prelievi|riapertura|ripresa|rimborsi)/,
  nl: /(?:vertraag|vertraging|stelt).{0,30}(?:opnames|uitbetaling|heropening)/,
  pl: /(?:opóźni|odracz|odroczy|przesuw).{0,20}(?:wypłat|wznowieni|ponowne otwarci)/,
  ru: /(?:задерж|отклад|отложил|перенос|перенес).{0,25}(?:вывод|выплат|возобновлени|открыти)/,
  uk: /(?:затрим|відклад|відклал|перенос|перенес).{0,25}(?:виведенн|виплат|відновленн|відкритт)/,
  tr: /(?:çekim|para çekme|geri ödeme|yeniden açıl).{0,30}(?:ertele|gecik)/,
  id: /(?:tunda|menunda).{0,20}(?:penarikan|pembukaan)/,
  vi: /hoãn.{0,15}(?:rút tiền|mở lại)/,
  th: /เลื่อน.{0,15}(?:ถอน|เปิด)|ถอน.{0,10}ล่าช้า/,
  ko: /(?:출금|지급|재개|상환) ?(?:지연|연기)/,
  ja: /(?:出金|再開|返金)[^、。]{0,6}(?:遅|延期)/,
  zh: /(?:延[迟遲后後期]|推[迟遲])[^，。]{0,6}(?:提[现現款币幣领領]|出金|恢[复復]|重[启啟]|[兑兌]付)/,
  ar: /(?:تؤجل|یؤجل|تاجیل|تؤخر|تاخیر).{0,20}(?:السحب|استئناف|فتح)/,
  fa: /(?:تاخیر|تعویق).{0,20}(?:برداشت|بازگشایی)|(?:برداشت|بازگشایی).{0,20}(?:تاخیر|تعویق)/,
  hi: /(?:निकासी|भुगतान).{0,15}(?:देरी|टाल|टली)/,
};

const HEARSAY: ReadonlySet<Stage> = new Set<Stage>(['announced', 'in-force']);

/**
 * The stage that a title's own words leave of the one that was read. A ban that is put off is eased; withdrawals that are
 * put off are held up, whatever word of easing they share. What is only heard is neither announced nor in force.
 */
export const stageByTitle = (
  kind: Kind,
  stage: Stage,
  { normal, titleEnd, language }: Pick<Document, 'normal' | 'titleEnd' | 'language'>,
): Stage => {
  const title = normal.text.slice(0, titleEnd);
  const isDelay = DELAYS[baseLanguage(language)]?.test(title) ?? false;
  if (kind === 'service-halt' && stage === 'eased' && isDelay) return 'in-force';
  return HEARSAY.has(stage) && endsAsRumour(title, language) ? 'reported' : stage;
};
