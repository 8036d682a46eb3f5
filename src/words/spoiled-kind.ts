import type { Catalogue, Exchange } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { ordersOthers } from './asked.ts';
import { isContested } from './contested.ts';
import { cuesIn } from './cues-in.ts';
import { isDoneByExchange } from './done-by-exchange.ts';
import { findFirst } from './find-name.ts';
import { openingOf } from './opening.ts';
import { areToldApart } from './told-apart.ts';

/** Why the words of a source do not bear out its kind, although they hold a cue of it. */
type Spoil = (source: Source, incident: Incident, catalogue: Catalogue) => boolean;

/** What only somebody else can do to an exchange. */
const BY_OTHERS: readonly Kind[] = [
  'ban',
  'access-block',
  'social-block',
  'bank-cutoff',
  'licence-denied-or-revoked',
  'cease-and-desist',
];

/** What is told of "exchanges" only where exchanges are spoken of: rules and bans may be for coins, wallets or owners. */
const UPON_EXCHANGES: readonly Kind[] = [...BY_OTHERS, 'rulemaking'];

/** What an exchange does: of exchanges that nobody names, it is mostly what may become of some. */
const BY_EXCHANGE: readonly Kind[] = ['market-exit', 'service-halt', 'delisting'];

const namesOf = ({ name, aliases }: Exchange): readonly string[] => [
  name,
  ...aliases.filter(({ needsContext }) => !needsContext).map(({ text }) => text),
];

const isTitled = (title: string, exchanges: readonly Exchange[]): boolean =>
  findFirst(title.toLowerCase(), exchanges.flatMap(namesOf)) >= 0;

const orders: Spoil = (source, { measures: [{ kind }] }) => kind === 'ban' && ordersOthers(source);

const CENTRAL_BANK =
  /\b(?:central|national|reserve) bank\b|中央银行|央行|中央銀行|중앙은행|центробанк|центральн[а-я]{2,3} банк/giu;
const MONEY =
  /bank|\bcards?\b|payment|\bupi\b|visa|mastercard|paypal|fiat|银行|銀行|支付|은행|실명|結済|決済|банк|карт|платеж|banco|banca|tarjeta|cart[aã]o|pagos|pagamento|ödeme|kart|بنك|بنوك|مصرف|مصارف|دفع|zahlung|paiement|बैंक|ngân hàng|ธนาคาร/iu;

const speaksOfNoMoney: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'bank-cutoff' && !MONEY.test(title.replace(CENTRAL_BANK, ' '));

const LIFTING =
  /\b(?:lift(?:s|ed|ing)?\b|loosen|lossen|eas(?:e|es|ing)\b|relax|unban|legali[sz]|repeal)|取消|解除|放宽|放寬|松绑|解禁|완화|해제|緩和|снять запрет|снима|смягч|levant|flexibiliz|kaldır|رفع/iu;

const lifts: Spoil = ({ title }, { measures: [{ stage, direction }] }) =>
  direction === 'tightens' && stage !== 'eased' && LIFTING.test(title);

/** An account that is closed for good is not frozen. */
const FREEZING =
  /freez|froz|block|lock|seiz|suspend|restrict|冻结|凍結|封|동결|정지|заморо|заморажив|блокир|арест|congel|bloque|embarg|dondur|bloke|تجميد|تجمد|einfr|gel(?:é|er|ée)|bevr|sperr/iu;
const READ_WELL = /^(?:en|zh|ja|ko|ru|es|pt|tr|ar|de|fr|nl)\b/;

const freezesNothing: Spoil = (source, { measures: [{ kind }] }) =>
  kind === 'account-freeze' && READ_WELL.test(source.language) && !FREEZING.test(openingOf(source));

/** What an exchange gives up beside its business, or for a while, is no leaving of a market. */
const PART =
  /\b(?:derivatives?|futures|margin|leverag\w+|staking|options|stock tokens?|p2p|otc|lending|stablecoins?|token|coin)\b|\bsuspend|\bpaus(?:e|es|ed|ing)\b|暂停|暫停|一時停止|приостан|\bsuspend(?:e|er|eu|ió|e)|askıya/iu;
const WHOLLY =
  /\b(?:exit|leav|quit|withdraw|shut|clos|ceas|abandon|pull(?:s|ing)? out|retreat|wind)|退出|清退|撤出|撤退|철수|폐업|закрыва|уходит|покида|cierra|abandona|encerra|deixa|çekil|ayrıl/iu;

const leavesInPart: Spoil = ({ title }, { measures: [{ kind }] }) =>
  kind === 'market-exit' && PART.test(title) && !WHOLLY.test(title);

/** What may be is not what is. */
const MAY =
  /\b(?:may|might|could)\b|सकता है|सकती है|सकते हैं|\b(?:podr[ií]an?|poder(?:ia|iam)|pourrai(?:t|ent)|könnten?)\b|может|могут|olabilir|かもしれ|可能(?!性)/iu;
const NOT_YET: readonly string[] = ['proposed', 'eased'];

const mayBe: Spoil = ({ title }, { measures: [{ stage }] }) => !NOT_YET.includes(stage) && MAY.test(title);

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
  return venues.length > 0 && findFirst(line, venues) < 0;
};

/** What a title may tell in words of its own where the text goes on to tell of more. */
const TITLED_AS: Partial<Readonly<Record<Kind, Kind>>> = {
  ban: 'warning',
  'cease-and-desist': 'warning',
  enforcement: 'warning',
  'service-halt': 'bank-cutoff',
};

const isOtherwiseTitled: Spoil = ({ title, language }, { measures: [{ kind }] }, { taxonomy }) => {
  const rival = TITLED_AS[kind];
  const tells = (one: Kind): boolean =>
    findFirst(title.toLowerCase(), cuesIn(taxonomy.cues[one] ?? {}, language)) >= 0;
  return rival !== undefined && tells(rival) && !tells(kind);
};

/** Who refuses to take somebody off a list warns of nobody anew. */
const KEEPS =
  /\brefus(?:es|ed|ing) to (?:remove|drop|take)\b|\bse nieg(?:a|an|ó) a (?:sacar|retirar|quitar)|\b(?:se )?recus(?:a|ou)(?:-se)? a (?:retirar|tirar|remover)|\brefuse(?:nt)? de (?:retirer|sortir)|отказ(?:ыва|а)\p{L}{1,4} (?:исключ|убра|убир)|拒[绝絕](?:移除|撤销|撤銷|移出)/iu;

const warnsOfNobodyAnew: Spoil = (source, { measures: [{ kind }] }) =>
  kind === 'warning' && KEEPS.test(openingOf(source));

const isBackground: Spoil = (source, { exchanges, measures: [{ kind }] }, catalogue) =>
  (BY_OTHERS.includes(kind) && isDoneByExchange(source, exchanges, catalogue)) ||
  (!BY_EXCHANGE.includes(kind) && isContested(source, exchanges, catalogue));

const SPOILS: readonly Spoil[] = [
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
  isBackground,
  areToldApart,
];

/** True where a source tells of something that shares its words with the kind, and is another thing. */
export const isSpoiledKind: Spoil = (source, incident, catalogue) =>
  SPOILS.some((spoils) => spoils(source, incident, catalogue));
