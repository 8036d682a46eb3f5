import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { findFirst } from './find-name.ts';
import { nameStands } from './name-stands.ts';
import { openingOf, sentencesOf } from './opening.ts';

/** What is surely an exchange's own act where nobody else was found to act. */
const SURELY: readonly Kind[] = ['market-exit', 'delisting'];
/** What is its own where it is the subject of what is told; a halt or a freeze may as well be a bank's or a court's. */
const AS_SUBJECT: readonly Kind[] = [...SURELY, 'service-halt', 'account-freeze', 'rulemaking'];

/** "Exclusive: Binance …". */
const LABEL = /^[^:：\n]{1,20}[:：]/u;
/** So near the beginning stands the subject: a quotation mark or an article may stand before it. */
const FIRST = 4;

/** "The exchange Binance", "منصة بينانس": what it is, before its name. */
const SORT =
  /^(?:the |la |el |le |a |o )?(?:crypto(?:currency)? )?(?:exchange|bursa(?: kripto)?|börse|bourse|plateforme|plataforma|corretora|piattaforma|kryptobörse|giełda|(?:крипто)?биржа|منصة|بورصة|거래소|(?:加密货币|加密貨幣|暗号資産|仮想通貨)?(?:交易所|取引所)|sàn(?: giao dịch)?) ?/u;

const isSubject = (line: string, exchanges: Catalogue['exchanges']): boolean => {
  const told = line.toLowerCase().replace(SORT, '');
  const label = LABEL.exec(told)?.[0].length ?? 0;
  return nameStands(told, exchanges).some(
    ({ start }) => start <= FIRST || (start >= label && start <= label + FIRST),
  );
};

const opensWith = (source: Source, exchanges: Catalogue['exchanges']): boolean =>
  nameStands(source.title.toLowerCase(), exchanges).length > 0
    ? isSubject(source.title, exchanges)
    : isSubject(sentencesOf(source)[0] ?? '', exchanges);

/** True where a source begins with one of the exchanges. */
export const isSubjectOf = (
  source: Source,
  ids: readonly string[],
  { exchanges }: Pick<Catalogue, 'exchanges'>,
): boolean =>
  opensWith(
    source,
    exchanges.filter(({ id }) => ids.includes(id)),
  );

/** An authority in the title may be the one who acts: "Kraken was driven out by the FSA". */
const isTitled = (
  id: string | undefined,
  sources: readonly Source[],
  { authorities }: Catalogue,
): boolean => {
  const authority = authorities.find((one) => one.id === id);
  if (authority === undefined) return false;
  const names = namesOf(authority);
  return sources.some(({ title }) => findFirst(title.toLowerCase(), names) >= 0);
};

/** Who is left without a bank or money by it is hit, and does not act: "está sem parceiro bancário". */
const LOSES: readonly RegExp[] = [
  /\b(?:lose[sd]?|losing|without|dropped by|cut off by) (?:a |an |its |their |any )?(?:bank|payment|partner|processor)/i,
  /sem parceiro|rompimento|perde (?:o |seu )?(?:parceiro|banco)|sin (?:socio|proveedor|banco)|pierde (?:a )?su (?:socio|banco)/i,
  /perd son partenaire|sans partenaire|verliert (?:seinen |ihren )?(?:partner|bank)|ohne (?:bank|zahlungs)/i,
  /лишил\p{L}{2,3} банк|потерял\p{L}? банк|без банк|остал\p{L}{2,3} без/iu,
  /失去.{0,6}(?:银行|銀行|支付|合作)|(?:銀行|提携先)を失|(?:은행|제휴).{0,4}(?:잃|끊|해지)/,
  /بدون (?:بنك|شريك)|bankasız|kaybetti/,
  // What it owns is frozen by somebody else.
  /(?:冻结|凍結)\S{0,12}(?:存款|资产|資產)/,
];

const isHit = (source: Source): boolean => anyMatches(LOSES, openingOf(source));

/** True where an exchange takes the measure itself: nobody else is told to act, and its kind or its first words say so. */
export const isOwnAct = (
  { authority: read, sources, measures: [{ kind }] }: Incident,
  told: { readonly authority: string | undefined; readonly exchanges: readonly string[] },
  catalogue: Catalogue,
): boolean => {
  if (told.authority !== undefined || told.exchanges.length === 0) return false;
  if (sources.some(isHit)) return false;
  if (read === undefined && SURELY.includes(kind)) return true;
  if (!AS_SUBJECT.includes(kind) || isTitled(read, sources, catalogue)) return false;
  const exchanges = catalogue.exchanges.filter(({ id }) => told.exchanges.includes(id));
  return sources.every((source) => opensWith(source, exchanges));
};
