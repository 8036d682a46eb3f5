import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { ordersOthers } from './asked.ts';
import { isContested } from './contested.ts';
import { cuesIn } from './cues-in.ts';
import { isDoneByExchange } from './done-by-exchange.ts';
import { findFirst } from './find-name.ts';
import { openingOf } from './opening.ts';
import { areToldApart } from './told-apart.ts';

/** Languages that write "miljoenenboete" for a fine of millions: a cue may stand within a word. */
const COMPOUNDING = /^(?:de|nl|sv|da|nb|no|fi)\b/;
const LONG_ENOUGH = 5;

const standsIn = (opening: string, cues: readonly string[], language: string): boolean =>
  findFirst(opening, cues) >= 0 ||
  (COMPOUNDING.test(language) &&
    cues
      .map((cue) => cue.replace(/\*$/, ''))
      .some((cue) => cue.length >= LONG_ENOUGH && /^[\p{L} ]+$/u.test(cue) && opening.includes(cue)));

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

const CENTRAL_BANK =
  /\b(?:central|national|reserve) bank\b|中央银行|央行|中央銀行|중앙은행|центробанк|центральн[а-я]{2,3} банк/giu;
const MONEY =
  /bank|\bcards?\b|payment|\bupi\b|visa|mastercard|paypal|fiat|银行|銀行|支付|은행|실명|結済|決済|банк|карт|платеж|banco|banca|tarjeta|cart[aã]o|pagos|pagamento|ödeme|kart|بنك|بنوك|مصرف|مصارف|دفع|zahlung|paiement|बैंक|ngân hàng|ธนาคาร/iu;
const LIFTING =
  /\b(?:lift(?:s|ed|ing)?\b|loosen|lossen|eas(?:e|es|ing)\b|relax|unban|legali[sz]|repeal)|取消|解除|放宽|放寬|松绑|解禁|완화|해제|緩和|снять запрет|снима|смягч|levant|flexibiliz|kaldır|رفع/iu;

/** An account that is closed for good is not frozen. */
const FREEZING =
  /freez|froz|block|lock|seiz|suspend|restrict|冻结|凍結|封|동결|정지|заморо|заморажив|блокир|арест|congel|bloque|embarg|dondur|bloke|تجميد|تجمد|einfr|gel(?:é|er|ée)|bevr|sperr/iu;
const READ_WELL = /^(?:en|zh|ja|ko|ru|es|pt|tr|ar|de|fr|nl)\b/;

const isFreeze = (source: Source): boolean =>
  !READ_WELL.test(source.language) || FREEZING.test(openingOf(source));

/** Kinds that words of other kinds share: what must be there beside the cue, or must not. */
const isSpoiled = (
  source: Source,
  { exchanges, measures: [{ kind, stage, direction }] }: Incident,
  catalogue: Catalogue,
): boolean => {
  const { title, language } = source;
  if (kind === 'ban' && ordersOthers({ title, language })) return true;
  if (kind === 'bank-cutoff' && !MONEY.test(title.replace(CENTRAL_BANK, ' '))) return true;
  if (direction === 'tightens' && stage !== 'eased' && LIFTING.test(title)) return true;
  if (kind === 'account-freeze' && !isFreeze(source)) return true;
  if (exchanges.length > 0) return false;
  if (BY_EXCHANGE.includes(kind)) return true;
  const venues = cuesIn(catalogue.taxonomy.cues.venue ?? {}, language);
  if (venues.length === 0 || !UPON_EXCHANGES.includes(kind)) return false;
  return !standsIn(kind === 'ban' ? title.toLowerCase() : openingOf(source), venues, language);
};

const isBorneOut = (source: Source, incident: Incident, catalogue: Catalogue): boolean => {
  const {
    measures: [{ kind }],
    exchanges,
  } = incident;
  // What an authority publishes in its list of warnings is a warning, whatever words it has.
  if (source.feedKind === 'official' || source.title === '') return true;
  if (BY_OTHERS.includes(kind) && isDoneByExchange(source, exchanges, catalogue)) return false;
  if (isSpoiled(source, incident, catalogue) || areToldApart(source, exchanges, catalogue)) return false;
  if (!BY_EXCHANGE.includes(kind) && isContested(source, exchanges, catalogue)) return false;
  const cues = cuesIn(catalogue.taxonomy.cues[kind] ?? {}, source.language);
  return cues.length === 0 || standsIn(openingOf(source), cues, source.language);
};

/**
 * True where a source says in its title or first sentence what kind of measure it is. Where none does, the kind was
 * read from the wording as a whole, and is wrong about every second time (39 of 180 entries read, 18 of them wrong).
 */
export const isEvidentKind = (incident: Incident, catalogue: Catalogue): boolean =>
  incident.sources.some((source) => isBorneOut(source, incident, catalogue));
