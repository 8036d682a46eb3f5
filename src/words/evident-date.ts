import type { Incident } from '../domain/incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { isBackground } from './background.ts';
import { sentencesOf } from './opening.ts';

/** Words that make a day the one on which a measure begins or ends, of every language that we tell in or read often. */
const DUE =
  /\b(?:by|from|until|till|before|after|since|starting|start(?:s|ed)?|begin(?:s|ning)?|as of|effective|deadline|no later than|take[sn]? effect|took effect|into force|in force|close[sd]?|end(?:s|ed)?|cease[sd]?|expire[sd]?|halt(?:s|ed)?|on|due)\b|起|之前|以前|前|截止|截至|生效|施行|实施|實施|关闭|關閉|停止|下架|\b(?:desde|a partir|hasta|antes|até|vigor|plazo|prazo|ab|bis|dal|entro|dès|jusqu|avant|vanaf|tot)(?!\p{L})| до | со? |начиная|вступ|から|まで|より|부터|까지|시행|itibaren|kadar|اعتبار|حتى|قبل|بدء/iu;

/** What somebody said or did on a day is news of that day, not a date to act by. */
const SAYING =
  /表示|称|稱|宣布|消息|讯|訊|晚间|晚間|报道|報道|\b(?:said|told|reported|announced|posted|wrote|tweeted|dijo|disse|dedi|açıkladı)\b|сообщил|заявил|밝혔|発表|述べ/iu;

/** Papers, hearings and advertisements have days of their own: "must show a notice by 30 June". */
const OF_PAPERS: readonly RegExp[] = [
  /\b(?:ads?|adverts?|advertis\w{3,6}|promotions?|notices?|plans?|records?|reports?|responses?|repl(?:y|ies)|hearings?|comments?|consultation|appeal)\b/i,
  /广告|廣告|方案|提交|上报|听证|聽證|征求意见|広告|提出|公聴|意見公募|광고|제출|청문|의견수렴/,
  /реклам|отч[её]т|слушани|звіт|слухан|\breklam|\brapor|duruşma|sprawozda|przesłuchan/i,
  /\b(?:anuncios?|publicidad|publicidade|anúncios?|informes?|audiencia|audiência|pubblicità|udienza)(?!\p{L})/iu,
  /\b(?:publicités?|audience|rapports?|werbung|anzeigen|bericht|anhörung|reclames?|hoorzitting|iklan|laporan|sidang)(?!\p{L})/iu,
  /إعلان|تقرير|جلسة|تبلیغ|گزارش|جلسه|विज्ञापन|रिपोर्ट|सुनवाई|quảng cáo|báo cáo|โฆษณา|รายงาน|ไต่สวน/,
];

/** "As the rules take effect on 8 October": what makes an exchange act has another day than its act. */
const OF_RULES: readonly RegExp[] = [
  /\b(?:rules?|laws?|regime|regulations?|sanctions|directive) (?:\w{2,10} )?(?:take|come|enter|go|start|appl)/i,
  /(?:新规|新規|法规|法規|规定|規定|法案|法令|改正法).{0,8}(?:生效|施行|实施|實施|発効)|(?:법|규정|규제)\S{0,2} ?(?:시행|발효)/,
  /(?:закон|правил|санкци|норм)\S{0,4} (?:\S{1,12} )?(?:вступ|набува|начн)/i,
  /\b(?:normas?|ley|lei|regras|reglas|legge|regole|règles|loi) (?:\S{1,12} )?(?:entr|vig)/i,
  /\b(?:gesetz|regeln|verordnung|wet|regels) .{0,16}(?:in kraft|gilt|gelten|van kracht)/i,
  /(?:yasa|kural|düzenleme)\S{0,6} (?:yürürlü|devreye)|(?:قانون|قواعد|مقررات) .{0,12}(?:سري|تنفيذ|اجرا)/,
];

const DAY_OF_OTHERS = { rulemaking: OF_PAPERS, measure: [...OF_PAPERS, ...OF_RULES] } as const;

/** "Within 120 days": from when they count, an entry seldom says. */
const SPAN =
  /\d{1,3}[ -]?(?:days?|weeks?|months?|tage?|wochen?|monat|d[ií]as?|seman|mes(?:es)?\b|mês|jours?|semaine|mois|giorni|settiman|mesi|dni|tygod|miesi|дн|недел|тижн|месяц|місяц|dagen|weken|maand|gün|hafta|\bay\b|hari|minggu|bulan|ngày|tuần|tháng|日|天|周|週|个月|個月|か月|ヶ月|일|주|개월|วัน|สัปดาห์|เดือน|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|روز|هفته|ماه|दिन|हफ्ते|महीन)/iu;

const NUMBER = /(?<![\d.,])\d{1,2}(?!\d|[.,]\d)/g;

const CLAUSE_END = /[,;，；、]\s?/u;

const says = (sentence: string, day: number): boolean =>
  [...sentence.matchAll(NUMBER)].some(([number]) => Number(number) === day);

/** The clause of a sentence that gives the day tells of something else that is due on it. */
const isOfOthers = (sentence: string, day: number, kind: Kind): boolean => {
  const others = kind === 'rulemaking' ? DAY_OF_OTHERS.rulemaking : DAY_OF_OTHERS.measure;
  return sentence.split(CLAUSE_END).some((clause) => says(clause, day) && anyMatches(others, clause));
};

/** `own`: the sources give it as the measure's; `near`: counted, or of what goes with it, and not to be stated. */
export type DayEvidence = 'own' | 'near' | 'none';

/**
 * Whether a sentence that gives the day makes it the measure's: it is not one of the past, nor the day on which somebody
 * spoke. A day that no sentence gives in figures stands ("tomorrow", "end of June"), unless it was counted from a span
 * ("within 120 days").
 */
export const dayEvidence = (
  at: Instant,
  kind: Kind,
  { sources }: Pick<Incident, 'sources'>,
  year: number,
): DayEvidence => {
  const day = new Date(at).getUTCDate();
  const telling = sources.flatMap((source) =>
    [source.title, ...sentencesOf(source)]
      .filter((sentence) => says(sentence, day))
      .map((sentence) => ({ sentence, language: source.language })),
  );
  if (telling.length === 0) {
    return sources.some(({ title, text }) => SPAN.test(`${title}\n${text}`)) ? 'near' : 'own';
  }
  const due = telling.filter(
    ({ sentence, language }) =>
      !isBackground(sentence, language, year) && DUE.test(sentence) && !SAYING.test(sentence),
  );
  if (due.length === 0) return 'none';
  return due.every(({ sentence }) => isOfOthers(sentence, day, kind)) ? 'near' : 'own';
};
