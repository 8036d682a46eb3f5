import type { Source } from '../domain/incident.ts';
import { anyMatches } from './any-matches.ts';
import { OWN_ACTS } from './kinds-by-actor.ts';
import type { Spoil } from './spoil.ts';

/** What an authority does not do: "does not revoke the licence, but bars new business". */
const NOT_DONE_BY_OTHERS: readonly RegExp[] = [
  /\b(?:(?:do|does|did|has|have|will|would) not|(?:do|does|did|has|have|would)n['’]t|won['’]t|not|never) (?:yet )?(?:revok|withdraw|cancel|suspend|bann?|block|fin(?:e|ed|ing)\b|su(?:e|ed|ing)\b|charg|restrict|strip|prohibit|forbid|outlaw)/i,
  /(?:[未没沒]有?|并未|並未|[并並]不|不会|不會|暂不|暫不|不予)(?:被)?(?:吊[销銷]|撤[销銷]|取消|禁止|封[锁鎖禁]|屏蔽|暂停|暫停|[处處][罚罰]|起[诉訴])/,
  /(?:取り?消し|禁止|遮断|停止|処分)(?:は|を)?(?:しない|せず|見送|行わ(?:ない|ず))|(?:취소|정지|차단|금지|제재)(?:는|은|를|을)? ?(?:하지 않|않기로|면해|피해)/,
  /(?<!\p{L})no (?:les? |se |ha |han |va a )?(?:retir|revoc|cancel|prohíb|prohib|bloque|sancion|mult|suspend)/iu,
  /(?<!\p{L})não (?:lhe |vai |foi |irá )?(?:revog|cass|cancel|retir|proíb|proib|bloque|mult|suspend)/iu,
  /(?<!\p{L})n(?:e |['’])(?:\p{L}{1,8} ){0,2}?(?:retir|révoqu|interdi|bloqu|suspen|sanctionn)\p{L}{0,5} (?:pas|plus)(?!\p{L})|(?<!\p{L})non (?:ha |gli )?(?:revoc|ritir|viet|blocc|sospen|mult)/iu,
  /(?<!\p{L})(?:entzieht|entziehen|widerruft|widerrufen|untersagt|verbietet|sperrt|trekt|verbiedt|blokkeert)(?: [^\s,;:]{1,20}){0,5} (?:nicht|niet)(?!\p{L})|(?<!\p{L})(?:nicht|niet) (?:entzogen|widerrufen|verboten|gesperrt|untersagt|ingetrokken|geblokkeerd)/iu,
  /(?<!\p{L})(?:не|nie) (?:стал\p{L}{0,2} |буд[еу]т |буде )?(?:отозва|отозвал|отзыва|отзывать|аннулир|запре[тщ]|блокир|заблокир|приостан|лиш[аи]|оштраф|відклика|анулю|заборон|cof|zakaz|blok|odbier)/iu,
  /(?:iptal et|yasakla|engelle|askıya al|durdur)\p{L}{0,2}m(?:edi|adı|iyor|ıyor|eyecek|ayacak)/iu,
  /(?:لم|لن) [تي](?:سحب|لغ|حظر|حجب|منع|علق|وقف)|(?:tidak|belum) (?:mencabut|cabut|melarang|memblokir|membekukan)|không (?:thu hồi|cấm|chặn|đình chỉ)/iu,
];

/** True where a title says that somebody does not act. */
export const isNotTaken = ({ title }: Pick<Source, 'title'>): boolean =>
  anyMatches(NOT_DONE_BY_OTHERS, title);

/** What an exchange does not do: "it is no halt of trading". */
const NOT_DONE_ITSELF: readonly RegExp[] = [
  /\b(?:not|never) (?:a |an )?(?:halt(?:ing|ed)?|suspend(?:ing|ed)?|freez(?:ing|e)|leav(?:ing|e)|exit(?:ing)?|clos(?:ing|ed))\b|\bno (?:halt|suspension|freeze|shutdown)\b/i,
  /(?:중단|정지|동결|폐쇄|철수|폐업)(?:은|는|이|가)? ?(?:아냐|아니|아닌|없다|없어|사실무근|계획 없)/,
  /(?:停止|凍結|撤退|閉鎖)(?:では|は|し)(?:ない|なく|ていない)/,
  /(?:并非|並非|不是|没有|沒有|未|不会|不會)(?:暂停|暫停|停止|冻结|凍結|关闭|關閉|退出)/,
  /(?<!\p{L})no (?:ha |se |va a |está )?(?:suspend|deten|detuv|congel|cerr|cierr|abandon)|(?<!\p{L})não (?:vai |está )?(?:suspend|paralis|congel|fech|encerr|deix)/iu,
  /не (?:приостан|прекра|заморо|закры|уход|покид)|(?:durdur|kapat|askıya al)\p{L}{0,3}m(?:adı|ıyor|ayacak)/iu,
];

/** True where a title says that an exchange does not do what is read of it. */
export const isNoOwnAct: Spoil = ({ title }, { measures: [{ kind, stage }] }) =>
  OWN_ACTS.includes(kind) && stage !== 'eased' && anyMatches(NOT_DONE_ITSELF, title);
