import { baseLanguage } from '../domain/base-language.ts';
import type { Exchange } from '../domain/catalogue.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { ordersOthers } from './asked.ts';
import { isContested } from './contested.ts';
import { cuesIn } from './cues-in.ts';
import { isDoneByExchange } from './done-by-exchange.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE, BY_OTHERS } from './kinds-by-actor.ts';
import { NO_CUT_OFFS } from './no-cut-off.ts';
import { isOnlyPossible } from './only-possible.ts';
import { openingOf, sentencesOf } from './opening.ts';
import { OTHER_FREEZES } from './other-freezes.ts';
import { isOwnWish } from './own-wish.ts';
import { isOfSanctionsLaw } from './sanctions-law.ts';
import type { Spoil } from './spoil.ts';
import { WEAKENED } from './spoiled-strength.ts';
import { areToldApart } from './told-apart.ts';
import { TOLD_OTHERWISE } from './told-otherwise.ts';
import { VENUES } from './unnamed-object.ts';
import { OUTAGES } from './verbs-of-leaving.ts';
import { withoutCauses } from './without-causes.ts';

/** What is told of "exchanges" only where exchanges are spoken of: rules and bans may be for coins, wallets or owners. */
const UPON_EXCHANGES: readonly Kind[] = [...BY_OTHERS, 'rulemaking'];

const NEVER = /(?!)/;

/** The sentences in which the news is told. */
const SENTENCES = 3;

/** Those names that need no context. */
const plainNamesOf = ({ name, aliases }: Exchange): readonly string[] => [
  name,
  ...aliases.filter(({ needsContext }) => !needsContext).map(({ text }) => text),
];

const isTitled = (title: string, exchanges: readonly Exchange[]): boolean =>
  findFirst(title.toLowerCase(), exchanges.flatMap(plainNamesOf)) >= 0;

const orders: Spoil = (source, { measures: [{ kind }] }) => kind === 'ban' && ordersOthers(source);

const CENTRAL_BANK =
  /\b(?:central|national|reserve) bank\b|中央银行|央行|中央銀行|중앙은행|центробанк|центральн[а-я]{2,3} банк/giu;
const MONEY =
  /bank|\bcards?\b|payment|\bupi\b|visa|mastercard|paypal|fiat|银行|銀行|支付|은행|실명|結済|決済|банк|карт|платеж|banco|banca|bancári|بانک|واریز|درگاه|tarjeta|cart[aã]o|pagos|pagamento|ödeme|kart|بنك|بنوك|مصرف|مصارف|دفع|zahlung|paiement|बैंक|ngân hàng|ธนาคาร/iu;

const speaksOfNoMoney: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'bank-cutoff' && !MONEY.test(title.replace(CENTRAL_BANK, ' '));

const LIFTING =
  /\b(?:lift(?:s|ed|ing)?\b|loosen|lossen|eas(?:e|es|ing)\b|relax|unban|legali[sz]|repeal)|取消|解除|放宽|放寬|松绑|解禁|완화|해제|緩和|снять запрет|снима|смягч|levant|flexibiliz|kaldır|رفع/iu;

/** True of a title that tells of a lifting. */
export const tellsOfLifting = (title: string): boolean => LIFTING.test(title);

const lifts: Spoil = ({ title }, { measures: [{ stage, direction }] }) =>
  direction === 'tightens' && stage !== 'eased' && LIFTING.test(title);

/** An account that is closed for good is not frozen. */
const FREEZING =
  /freez|froz|block|lock|seiz|suspend|restrict|冻结|凍結|封|동결|정지|заморо|заморажив|блокир|арест|congel|bloque|embarg|dondur|bloke|تجميد|تجمد|مصادر|einfr|gel(?:é|er|ée)|bevr|sperr/iu;
const READ_WELL = /^(?:en|zh|ja|ko|ru|es|pt|tr|ar|de|fr|nl)\b/;

const freezesNothing: Spoil = (source, { measures: [{ kind }] }) =>
  kind === 'account-freeze' && READ_WELL.test(source.language) && !FREEZING.test(openingOf(source));

/** What an exchange gives up beside its business, or for a while, is no leaving of a market. */
const PART =
  /\b(?:derivatives?|futures|margin|leverag(?:e|ed|ing)|staking|options|stock tokens?|p2p|otc|lending|stablecoins?|token|coin|cash-?back|rewards?|cards?|earn|yield|products?|institutional)\b|\bsuspend|sospend|zawiesz|\bpaus(?:e|es|ed|ing)\b|\bhalt(?:s|ed|ing)?\b|暂停|暫停|一時停止|приостан|\bsuspend(?:e|er|eu|ió|e)|askıya/iu;
const WHOLLY =
  /\b(?:exit|leav|quit|withdraw|shut|clos|ceas|abandon|pull(?:s|ing)? out|retreat|wind)|退出|清退|撤出|撤退|철수|폐업|закрыва|уходит|покида|cierra|abandona|encerra|deixa|çekil|ayrıl/iu;

const leavesInPart: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'market-exit' && PART.test(title) && !WHOLLY.test(withoutCauses(title));

/** What may be is not what is. */
const MAY =
  /\b(?:may|might|could)\b|सकता है|सकती है|सकते हैं|\b(?:podr[ií]an?|poder(?:ia|iam)|pourrai(?:t|ent)|könnten?)\b|может|могут|olabilir|かもしれ|可能(?!性)/iu;
const NOT_YET: readonly string[] = ['proposed', 'eased'];

/** True of a title that tells of what may be. */
export const tellsOfMaybe = (title: string): boolean => MAY.test(title);

const mayBe: Spoil = ({ title }, { measures: [{ stage }] }) =>
  !NOT_YET.includes(stage) && tellsOfMaybe(title);

/** True where a title names an exchange that the reading has not, and none that it has: the one meant is missing. */
const meansAnother: Spoil = ({ title }, { exchanges: ids }, { exchanges }) =>
  ids.length > 0 &&
  !isTitled(
    title,
    exchanges.filter(({ id }) => ids.includes(id)),
  ) &&
  isTitled(
    title,
    exchanges.filter(({ id }) => !ids.includes(id)),
  );

/** Nobody says that the measure is for exchanges; of a ban the title must say so, or name one. */
const isNotUponExchanges: Spoil = (source, { exchanges: ids, measures: [{ kind }] }, catalogue) => {
  const { title, language } = source;
  if (!UPON_EXCHANGES.includes(kind)) return ids.length === 0 && BY_EXCHANGE.includes(kind);
  if (ids.length > 0 && kind !== 'ban') return false;
  const named = catalogue.exchanges.filter(({ id }) => ids.includes(id));
  if (isTitled(title, named)) return false;
  const venues = cuesIn(catalogue.taxonomy.cues.venue ?? {}, language);
  const line = kind === 'ban' ? title.toLowerCase() : openingOf(source);
  return venues.length > 0 && findFirst(line, venues) < 0 && !VENUES.test(line);
};

/** What a title may tell in words of its own where the text goes on to tell of more. */
const TITLED_AS: Partial<Readonly<Record<Kind, readonly Kind[]>>> = {
  ban: ['warning', 'enforcement'],
  'cease-and-desist': ['warning'],
  enforcement: ['warning'],
  'service-halt': ['bank-cutoff'],
};

const isOtherwiseTitled: Spoil = ({ title, language }, { measures: [{ kind }] }, { taxonomy }) => {
  const rivals = TITLED_AS[kind] ?? [];
  const tells = (one: Kind): boolean =>
    findFirst(title.toLowerCase(), cuesIn(taxonomy.cues[one] ?? {}, language)) >= 0;
  return rivals.some(tells) && !tells(kind);
};

/** Who refuses to take somebody off a list warns of nobody anew. */
const KEEPS =
  /\brefus(?:es|ed|ing) to (?:remove|drop|take)\b|\bse nieg(?:a|an|ó) a (?:sacar|retirar|quitar)|\b(?:se )?recus(?:a|ou)(?:-se)? a (?:retirar|tirar|remover)|\brefuse(?:nt)? de (?:retirer|sortir)|отказ(?:ыва|а)\p{L}{1,4} (?:исключ|убра|убир)|拒[绝絕](?:移除|撤销|撤銷|移出)/iu;

const warnsOfNobodyAnew: Spoil = (source, { measures: [{ kind }] }) =>
  kind === 'warning' && KEEPS.test(openingOf(source));

/** "Two of these are ordered to stop": what is told of some is not done to all whom the source names. */
const OF_THESE =
  /(?:このうち|そのうち|うち\p{N}{1,2}社|其中|이 ?가운데|이 ?중|\b(?:two|three|some|one|several|\d{1,3}) of (?:them|these|which|those)\b|\b(?:dos|dois|duas|tres|três|algun[ao]s) de (?:ell[ao]s|las cuales|los cuales|les)\b|(?:из них|из которых)|\bdavon\b|\bdont\b|bunlardan)/iu;

const isOfSomeOnly: Spoil = (source, { exchanges, measures: [{ kind }] }, { taxonomy }) => {
  if (exchanges.length < 2) return false;
  const cues = cuesIn(taxonomy.cues[kind] ?? {}, source.language);
  return sentencesOf(source)
    .slice(0, SENTENCES)
    .some((line) => OF_THESE.test(line) && findFirst(line.toLowerCase(), cues) >= 0);
};

/** What is only expected: "is expected to sanction several exchanges". */
const EXPECTED =
  /것으로 (?:예상|전망|보인|관측)|(?:预计|預計|预期|預期)(?:将|將|会|會)|見通し|見込み|\b(?:is|are) (?:expected|likely) to\b|\bse espera que\b|\bespera-se\b|\bdever(?:á|ão) (?:ser )?\p{L}{3}|ожида(?:ется|ют)|bekleniyor|من المتوقع|\bdevrai(?:t|ent)\b|\bdürften?\b/iu;

const isOnlyExpected: Spoil = (source, { measures: [{ stage }] }) =>
  !NOT_YET.includes(stage) && EXPECTED.test(openingOf(source));

/** Whose licence goes at its own wish is refused nothing. */
const isAtOwnWish: Spoil = (source, { measures: [{ kind }] }) =>
  kind === 'licence-denied-or-revoked' && isOwnWish(source);

/** Who is taken off a list of those at work may have lost a licence, or have closed before. */
const OFF_A_LIST: readonly RegExp[] = [
  /\b(?:removed|dropped|struck|deleted|taken) (?:from|off) .{0,40}\blist\b/i,
  /(?:移出|剔除|移除).{0,16}名[单單]|[从從自].{0,20}名[单單].{0,4}(?:移除|剔除|删除|刪除)|(?:一覧|リスト)から(?:削除|除外)/,
  /(?:명단|목록)에서 ?(?:제외|삭제|빠)/,
  /исключ[а-я]{1,5} .{0,20}из (?:списка|перечня)/i,
  /виключ[а-яіїє]{1,5} .{0,20}(?:з|зі) (?:списку|переліку)/i,
  /listesi\p{L}{0,3}['’]?n?den (?:çıkar|sil)|dari daftar|khỏi danh sách|ออกจากรายชื่อ|सूची से|از (?:فهرست|لیست)|من (?:القائمة|قائمة)/iu,
  /de (?:la|su|sua|da) lista|da lista|dalla lista|de la liste|von der liste|van de lijst|z listy/i,
];
const OF_LICENCE =
  /licen[cs]|permit|registr|authori[sz]ation|牌照|许可|許可|登録|登记|登記|등록|인가|면허|лиценз|ліценз|реестр|реєстр|autoriza|autorisation|agrément|lizenz|erlaubnis|vergunning|zezwoleni|lisans|izin|giấy phép|ใบอนุญาต|ترخيص|مجوز|लाइसेंस/iu;

const leavesAList: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'licence-denied-or-revoked' && anyMatches(OFF_A_LIST, title) && !OF_LICENCE.test(title);

/** An order to stop saying something leaves the business alone. */
const STOPS_SAYING =
  /\b(?:stop|cease|halt)(?:s|ping|ed)? (?:claiming|saying|advertising|marketing|promoting|misleading|suggesting|using|falsely)\b/iu;

const stopsSaying: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'cease-and-desist' && STOPS_SAYING.test(title);

/** A token that stays is not delisted, whatever of it is given up. */
const OF_TOKEN =
  /\b(?:support|withdrawals?|deposits?) (?:for|of) .{0,40}\b(?:transactions?|transfers?|deposits?|withdrawals?|networks?|upgrades?|feature)\b/iu;
const DELISTS = /delist|de-list|\bremov|\bdrops?\b|\btrading\b/iu;

const keepsToken: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'delisting' && OF_TOKEN.test(title) && !DELISTS.test(title);

/** Who gives up cards delists no token. */
const CARDS =
  /\b(?:cards?|tarjetas?|cart[aã]o|cartões|cartes?|carte|karten?|kaarten|karty|kart(?:lar)?)\b|карт(?!ин)|カード|카드|卡(?!尔|爾)|بطاق|کارت|कार्ड|thẻ|บัตร/iu;

const isOfCards: Spoil = ({ title }, { measures: [{ kind }] }) => kind === 'delisting' && CARDS.test(title);

/** What nobody decides. */
const isOutage: Spoil = ({ title, language }, { measures: [{ kind }] }) =>
  kind === 'service-halt' && (OUTAGES[baseLanguage(language)] ?? NEVER).test(title.toLowerCase());

/** Who goes bankrupt need not have stopped anything yet. */
const BANKRUPT =
  /bankrupt|chapter 11|\badministrators\b|liquidation|破产|破產|파산|破産|банкрот|quiebra|bancarrota|falência|recuperação judicial|insolven|faillite|dépose.{0,8} bilan|fallimento|faillissement|upadłoś|банкрут|pailit|bangkrut|ล้มละลาย|phá sản|ورشکست|दिवाल|\biflas|إفلاس/iu;
const HALTS =
  /halt|suspend|paus|\bstop|clos|shut|ceas|freez|froze|resum|withdraw|停|关闭|關閉|중단|정지|폐쇄|останов|приостан|закры|paraliz|congel|cierr|encerr|durdur|askı|تعليق|وقف|cesse|ferme|bloqu|schlie|stell|sospend|chiud|stopp|wstrzym|zamyk|зупин|закри|henti|tutup|ระงับ|ปิด|dừng|ngừng|đóng cửa|متوقف|बंद/iu;

const isOnlyBankrupt: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'service-halt' && BANKRUPT.test(title) && !HALTS.test(title);

/** What nobody does to an exchange that is itself the one who acts. */
const UPON_IT: readonly Kind[] = [...BY_OTHERS, 'enforcement', 'rulemaking', 'warning'];

const isBackground: Spoil = (source, { exchanges, measures: [{ kind }] }, catalogue) =>
  (UPON_IT.includes(kind) && isDoneByExchange(source, exchanges, catalogue)) ||
  (!BY_EXCHANGE.includes(kind) && isContested(source, exchanges, catalogue));

const SPOILS: readonly Spoil[] = [
  isOnlyPossible,
  orders,
  speaksOfNoMoney,
  lifts,
  freezesNothing,
  leavesInPart,
  mayBe,
  meansAnother,
  isNotUponExchanges,
  isOtherwiseTitled,
  warnsOfNobodyAnew,
  isOfSomeOnly,
  isOnlyExpected,
  isAtOwnWish,
  leavesAList,
  stopsSaying,
  keepsToken,
  isOfCards,
  ...NO_CUT_OFFS,
  ...OTHER_FREEZES,
  isOutage,
  isOnlyBankrupt,
  isBackground,
  areToldApart,
  isOfSanctionsLaw,
  ...TOLD_OTHERWISE,
  ...WEAKENED,
];

/** True where a source tells of something that shares its words with the kind, and is another thing. */
export const isSpoiledKind: Spoil = (source, incident, catalogue) =>
  SPOILS.some((spoils) => spoils(source, incident, catalogue));
