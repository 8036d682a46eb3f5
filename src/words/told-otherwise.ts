import { baseLanguage } from '../domain/base-language.ts';
import { namesOf } from '../domain/names-of.ts';
import { isOfOneNetwork } from '../domain/one-network.ts';
import { anyMatches } from './any-matches.ts';
import { cuesIn } from './cues-in.ts';
import { isDeniedInTitle } from './denied.ts';
import { findFirst } from './find-name.ts';
import { isKept } from './kept.ts';
import { BY_OTHERS } from './kinds-by-actor.ts';
import { isNoOwnAct, isNotTaken } from './not-taken.ts';
import { openingOf } from './opening.ts';
import type { Spoil } from './spoil.ts';
import { haltedCoin } from './told-coin.ts';
import { BLOCKS_ACCESS } from './verbs-of-access.ts';
import type { Verbs } from './verbs-of-authorities.ts';
import { REFUSES, REVOKES, SUSPENDS_LICENCE } from './verbs-of-licences.ts';
import { WARNS } from './words-of-bans.ts';

/** "Bans access to Kraken": the site is blocked, and the firm may go on. */
const forbidsAccess: Spoil = ({ title, language }, { measures: [{ kind }] }) =>
  kind === 'ban' && (BLOCKS_ACCESS[baseLanguage(language)]?.test(title.toLowerCase()) ?? false);

const BANK = /bank|банк|银行|銀行|은행|banc[oa]|banque|بنك|مصرف|ธนาคาร|ngân hàng|बैंक/iu;

/** "Kraken halts withdrawals", after its bank left it: who cut whom off the title does not say. */
const haltsItself: Spoil = ({ title, language }, { exchanges: ids, measures }, { exchanges, taxonomy }) => {
  const [{ kind, stage }] = measures;
  if (kind !== 'bank-cutoff' || stage === 'eased' || BANK.test(title)) return false;
  const line = title.toLowerCase();
  const names = exchanges.filter(({ id }) => ids.includes(id)).flatMap(namesOf);
  const subject = findFirst(line, names);
  return subject >= 0 && findFirst(line, cuesIn(taxonomy.cues['service-halt'] ?? {}, language)) > subject;
};

/** "Resumes withdrawals on Polygon": the others were never halted, and no coin says so. */
const isOfNetwork: Spoil = ({ title, language }, incident) => {
  const [{ kind, scope }] = incident.measures;
  return (
    kind === 'service-halt' &&
    isOfOneNetwork(title, language) &&
    haltedCoin(incident, scope.functions) === undefined
  );
};

/** An authority that opens proceedings does more than to warn. */
const PROCEEDS: readonly RegExp[] = [
  /\b(?:sanction(?:s|ing)?|enforcement|disciplinary|infringement) (?:proceedings?|process|case)\b|\bshow[- ]cause notices?\b/i,
  /processos? (?:administrativos? )?sancionador|(?:expediente|procedimiento) sancionador|procédure de sanction|bußgeldverfahren|procedimento sanzionatorio/i,
  /立案|(?:处罚|處罰)程序|제재 ?절차|処分手続|дело об административн|soruşturma (?:açtı|başlat)/i,
];

const proceeds: Spoil = (source, { measures: [{ kind }] }) =>
  kind === 'warning' &&
  anyMatches(PROCEEDS, openingOf(source)) &&
  !(WARNS[baseLanguage(source.language)]?.test(source.title.toLowerCase()) ?? false);

/** What is taken for a time is neither refused nor withdrawn. */
export const isForATime: Spoil = ({ title, language }, { measures: [{ kind }] }) => {
  const tells = (verbs: Verbs): boolean => verbs[baseLanguage(language)]?.test(title.toLowerCase()) ?? false;
  return (
    kind === 'licence-denied-or-revoked' && tells(SUSPENDS_LICENCE) && !tells(REVOKES) && !tells(REFUSES)
  );
};

/** What misuses a name is no exchange: "blocks 12 sites imitating Binance". */
const IMITATIONS: readonly RegExp[] = [
  /\b(?:imitat(?:ing|es?|ions?)|impersonat|mimic|posing as|look-?alikes?|clones?\b|fake|counterfeit|bogus|phishing)/i,
  /冒充|假冒|仿冒|偽冒|山寨|钓鱼|釣魚|偽サイト|かたる|騙る|なりすま|사칭|가짜|피싱/,
  /suplant|hac(?:e|en) pasar|\bclon|falsifica|(?<!\p{L})(?:web|página|sitio|site|app)s? fals[oa]s?|se pass(?:a|am) p/iu,
  /usurp|faux sites?|gefälscht|fake-?shop|spaccia|podszywa|fałszyw|zich voor als/i,
  /клон|подделк|поддельн|фальшив|фишинг|под видом|підроб|під виглядом/i,
  /sahte|taklit|tiruan|palsu|giả mạo|mạo danh|تنتحل|ينتحل|مزيف|تصيد|ปลอม|แอบอ้าง|फर्जी|नकली|جعلی/i,
];

const isOfImitations: Spoil = ({ title }, { exchanges, measures: [{ kind }] }) =>
  exchanges.length === 0 && BY_OTHERS.includes(kind) && anyMatches(IMITATIONS, title);

/** Of a measure that stands, is denied or is not taken, the kind is not told as done. */
const isUndone: Spoil = (source, { measures: [{ kind }] }) =>
  isKept(source, kind) || isDeniedInTitle(source, kind) || (BY_OTHERS.includes(kind) && isNotTaken(source));

/** Titles and first sentences that tell of something else than the kind. */
export const TOLD_OTHERWISE: readonly Spoil[] = [
  forbidsAccess,
  isNoOwnAct,
  haltsItself,
  isOfNetwork,
  proceeds,
  isForATime,
  isOfImitations,
  isUndone,
];
