import { type Stand, standsBefore, standsBehind } from '../domain/beside.ts';

/** So far from a day stands what makes it the end of a measure, in UTF-16 units of folded text. */
const REACH = 80;

/** Before the day: "the order, in force until", "bans mining until", "действует до". */
const BEFORE: readonly RegExp[] = [
  /\b(?:in force|in effect|in place|valid|effective|extended|prolonged|bann?(?:s|ed|ing)?|block(?:s|ed|ing)?|prohibit(?:s|ed|ion)?|suspen(?:ds|ded|sion))(?: [\p{L}'-]{1,20}){0,6} (?:until|till|through|to)(?: the)? $/u,
  /\b(?:order|ban|measure|restriction|suspension|block|decree|licen[cs]e)s?,?(?: which| that)?(?: will)? (?:expires?|lapses?)(?: on)? $/,
  /(?:in kraft|gültig|gilt|verlängert|befristet|verbo(?:t|ten)|verbietet|untersagt|gesperrt|sperrt)(?: [\p{L}-]{1,20}){0,6} bis(?: zum| einschließlich)? $/u,
  /(?:en vigueur|valable|prolongée?|interdi(?:t|te|ction)|bloqu(?:e|é|ée)|suspend(?:u|ue)?)(?: [\p{L}'-]{1,20}){0,6} jusqu'(?:au|à|en) ?$/u,
  /(?:vigente|en vigor|válid[oa]|prorrogad[oa]|prohíb\p{L}{1,3}|prohibi\p{L}{1,5}|bloquead[oa]|suspendid[oa])(?: [\p{L}-]{1,20}){0,6} hasta(?: el)? $/u,
  /(?:em vigor|válid[oa]|prorrogad[oa]|pro[ií]b\p{L}{1,5}|bloquead[oa]|suspens[oa])(?: [\p{L}-]{1,20}){0,6} até(?: o| ao)? $/u,
  /(?:in vigore|valid[oa]|prorogat[oa]|vieta\p{L}{0,3}|divieto|sospes[oa])(?: [\p{L}'-]{1,20}){0,6} fino (?:al|a) $/u,
  /(?:van kracht|geldig|geldt|verleng(?:d|t)|verbied(?:t|en)|verboden)(?: [\p{L}-]{1,20}){0,6} tot(?: en met)? $/u,
  /(?:obowiązuje|ważn\p{L}{1,2}|przedłuż\p{L}{1,4}|zakaz\p{L}{0,5})(?: [\p{L}-]{1,20}){0,6} do $/u,
  /(?:действу\p{L}{1,3}|действител\p{L}{1,3}|продл\p{L}{1,5}|в силе|запре[тщ]\p{L}{0,5}|заблокирова\p{L}{1,3})(?: [\p{L}-]{1,20}){0,6} до(?: конца)? $/u,
  /(?:діє|чинн\p{L}{1,3}|подовж\p{L}{1,5}|заборон\p{L}{0,5})(?: [\p{L}-]{1,20}){0,6} до $/u,
  /(?:ساري|ساريه|يسري|تسري|حظر|تحظر|يحظر)(?: [\p{L}-]{1,15}){0,5} حتى $/u,
  /(?:berlaku|diperpanjang|dilarang|larangan)(?: [\p{L}-]{1,15}){0,5} (?:hingga|sampai) $/u,
  /(?:hiệu lực|gia hạn|cấm)(?: [\p{L}-]{1,10}){0,6} (?:cho )?đến(?: ngày| hết ngày)? $/u,
  /(?:有效期?至|有效期到|延[长長]至)$/,
];

/** Behind it: "3月末まで有効", "12월 31일까지 한시", "31 Mart'a kadar yasak". */
const BEHIND: readonly RegExp[] = [
  /^(?:に|で)?(?:失効|期限切れ)|^まで(?:有効|の間|の期間|延長|禁止|停止)/,
  /^까지 ?(?:유효|연장|한시|효력|금지|정지)/,
  /^(?:'?\p{L}{1,3})? (?:tarihine )?kadar (?:geçerli|uzat|yürürlük|yasak|engel)/u,
  /^(?:止)?(?:到期|失效|[届屆]满)/,
];

/** True of a day on which a measure ends: it bites before. */
export const isLastDay = (text: string, date: Stand): boolean =>
  standsBefore(BEFORE, text, date, REACH) || standsBehind(BEHIND, text, date, REACH);
