import { baseLanguage } from '../domain/base-language.ts';
import { anyMatches } from './any-matches.ts';
import type { Spoil } from './spoil.ts';
import { WARNS } from './words-of-bans.ts';

const CUTS: readonly RegExp[] = [
  /block|\bban(?!k)|halt|stop|suspend|\bcut|clos|\bend(?:s|ed)?\b|freez|froz|refus|prohibit|forbid|\bbar(?:s|red)?\b|deny/i,
  /禁|停|关闭|關閉|封|遮断|凍結|차단|중단|금지|거절/,
  /запре|блокир|приостан|прекра|закры|заборон|припин|зупин|закри/i,
  /prohib|prohíb|proíb|bloque|cierr|cerr|encerr|suspen|interdi|bloqu|coup|ferm|blocc|viet|chiud|sospen/iu,
  /sperr|kündig|untersag|verbiet|verbot|einstell|blokk|verbied|sluit|blok|zakaz|zamyk|zamkn|wstrzym/iu,
  /yasak|durdur|engel|kapat|larang|tutup|henti|chặn|cấm|ngừng|dừng|đóng|ระงับ|ห้าม|ปิด|บล็อก/iu,
  /حظر|وقف|إغلاق|تجميد|منع|مسدود|ممنوع|قطع|متوقف|रोक|बंद|प्रतिबंध|ब्लॉक/,
];

const LIMITS =
  /\blimit(?:s|ed|ing)?\b|\bcap(?:s|ped)?\b|限额|限額|限制|제한|制限|огранич|\blimit[aoó]|sınır|تقييد/giu;

/** A bank that sets a limit cuts nobody off. */
const onlyLimits: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'bank-cutoff' && title.search(LIMITS) >= 0 && !anyMatches(CUTS, title.replace(LIMITS, ' '));

/** Nor does a bank that is warned: "BaFin warns banks of transfers to crypto exchanges". */
const onlyWarns: Spoil = ({ title, language }, { measures: [{ kind }] }) =>
  kind === 'bank-cutoff' &&
  (WARNS[baseLanguage(language)]?.test(title.toLowerCase()) ?? false) &&
  !anyMatches(CUTS, title);

/** What banks do, or are told, that is less than to cut somebody off. */
export const NO_CUT_OFFS: readonly Spoil[] = [onlyLimits, onlyWarns];
