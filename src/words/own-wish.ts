import type { Source } from '../domain/incident.ts';
import { anyMatches } from './any-matches.ts';
import { openingOf, sentencesOf } from './opening.ts';

/** What somebody gives up at its own wish. */
const AT_OWN_WISH =
  /\bvoluntar(?:y|ily)\b|\b(?:at|on) (?:its|their) (?:own )?request\b|\b(?:gets|got|given) (?:the )?(?:ok|nod|approval) (?:for|to)\b|主动|主動|自主|自愿|自願|자진|자발|добровольн|volunt[aá]ri|gönüllü|طوع/iu;

/** Who takes an application back has been refused nothing. */
const TAKES_BACK: readonly RegExp[] = [
  /\b(?:withdr[ae]ws?|withdrawn|withdrawing|pull(?:s|ed)|drop(?:s|ped)|abandon(?:s|ed)) (?:its |their |the |a |an )?(?:\S{1,15} ){0,4}(?:application|bid)\b/i,
  /(?:撤回|撤销|撤銷).{0,12}(?:申请|申請)|申請.{0,8}取り?下げ|(?:신청|신고)\S{0,2} ?(?:철회|취하)/,
  /(?:отозвал|отзывает|відкликал|відкликає)\p{L}{0,2} .{0,20}заяв|wycof\p{L}{1,6} wnios|başvuru\p{L}{0,8} geri çek/iu,
  /(?:desist|renunci|retir)\p{L}{1,4} (?:de |d[oa] |su |el |la |o |a |seu )?(?:solicitud|pedido|licencia|registro|licença)/iu,
  /retire(?:nt)? (?:sa|leur|la) (?:demande|candidature)|ritira (?:la )?(?:domanda|richiesta)/i,
  /(?:zieht|zog|ziehen) .{0,30}antrag .{0,20}zurück|trekt .{0,30}aanvraag .{0,20}in(?!\p{L})/iu,
  /سحب.{0,16}طلب|درخواست .{0,16}پس گرفت|आवेदन .{0,12}वापस|menarik .{0,16}permohonan|rút .{0,6}(?:đơn|hồ sơ)|ถอน(?:คำขอ|ใบสมัคร)/,
];

/** The sentences in which an entry says why. */
const SENTENCES = 2;

/** True where a title or a first sentence tells of an application that is taken back. */
export const takesBack = (source: Source): boolean => anyMatches(TAKES_BACK, openingOf(source));

/** True where a source says that an exchange itself gave up a licence, or the wish for one. */
export const isOwnWish = (source: Source): boolean =>
  AT_OWN_WISH.test([source.title, ...sentencesOf(source).slice(0, SENTENCES)].join('\n')) ||
  takesBack(source);
