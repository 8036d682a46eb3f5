import { baseLanguage } from '../domain/base-language.ts';
import type { Catalogue, Exchange } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { rowsOf } from './acting-exchanges.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE } from './kinds-by-actor.ts';
import { nameStands } from './name-stands.ts';
import type { PlainVerb } from './plain-verb.ts';
import { withoutQuotes } from './quotes.ts';
import { tellsOfProduct } from './spoiled-strength.ts';
import type { Told } from './told.ts';
import { isUnsure, tellsOfEnd } from './unsure.ts';
import { ACCUSES, CHARGES, FINES, SETTLES, SUES, type Verbs } from './verbs-of-authorities.ts';
import {
  CLOSES,
  CLOSES_ACCOUNTS,
  ENDS_SERVICE,
  GOES_BANKRUPT,
  HALTS_WITHDRAWALS,
} from './verbs-of-exchanges.ts';
import { ARRESTS, FREEZES_ASSETS, RAIDS, SEIZES } from './verbs-of-police.ts';
import { BANS, LICENCES, RULES } from './words-of-bans.ts';

const VERBS: Readonly<Record<Exclude<PlainVerb, 'settles-soon'>, Verbs>> = {
  accuses: ACCUSES,
  arrests: ARRESTS,
  bankrupt: GOES_BANKRUPT,
  bans: BANS,
  charges: CHARGES,
  closes: CLOSES,
  'closes-accounts': CLOSES_ACCOUNTS,
  'ends-service': ENDS_SERVICE,
  fines: FINES,
  'freezes-assets': FREEZES_ASSETS,
  'halts-withdrawals': HALTS_WITHDRAWALS,
  licences: LICENCES,
  raids: RAIDS,
  rules: RULES,
  seizes: SEIZES,
  settles: SETTLES,
  sues: SUES,
};
type Verb = keyof typeof VERBS;

/** Of several that a title tells the first counts: who settles pays, and was sued before. */
const BY_AUTHORITY: readonly Verb[] = [
  'settles',
  'fines',
  'sues',
  'charges',
  'arrests',
  'raids',
  'seizes',
  'accuses',
];
/** What is told more plainly only where the words of the kind itself are missing. */
const WHERE_VAGUE: Partial<Readonly<Record<Kind, readonly Verb[]>>> = {
  ban: ['bans'],
  'access-block': ['bans'],
  'cease-and-desist': ['bans'],
  'bank-cutoff': ['closes-accounts'],
  'account-freeze': ['freezes-assets'],
  'service-halt': ['bankrupt', 'halts-withdrawals', 'closes', 'ends-service'],
  'market-exit': ['closes', 'ends-service'],
  rulemaking: ['licences', 'rules'],
};
/** Whom it is done to must be named beside the verb. */
const DIRECT: readonly Verb[] = ['settles', 'fines', 'sues', 'charges', 'accuses', 'freezes-assets'];
/** What an exchange may do to others, too. */
const REVERSIBLE: readonly Verb[] = ['sues', 'charges', 'accuses', 'freezes-assets'];
/** Told with their stage. */
const OF_RULES: readonly Verb[] = ['licences', 'rules'];

/** Where one clause ends; in languages that put the one spoken of first, a comma follows him. Its mark stays with it. */
const CLAUSE = /(?<=[;；!！。?？|｜》:：—–…\n，])|(?<=,)(?!\p{N})/u;
const SPOKEN_OF_FIRST = /(?<=[;；!！。?？|｜》:：—–…\n])/u;
const TOPIC_FIRST: readonly string[] = ['ja', 'ko', 'tr'];
const NEVER = /(?!)/;

const clausesOf = (title: string, language: string): readonly string[] =>
  title.split(TOPIC_FIRST.includes(language) ? SPOKEN_OF_FIRST : CLAUSE);

/** Somebody of an exchange, and not the exchange: "a former employee of Coinbase". */
const SOMEBODY_BEHIND =
  /^(?:['’]s? | ?的| ?の)? ?(?:\d{1,2}[名位人个個]?)?(?:ex-?|former |前|전 |元)?(?:employee|staff|manager|executive|ceo|founder|user|customer|员工|員工|高管|主管|经理|經理|创始人|創辦人|用户|用戶|직원|임직원|대표|창업자|이용자|社員|従業員|元社員|幹部|代表|çalışan|kurucu)/u;
const SOMEBODY_BEFORE =
  /(?:employees?|manager|executive|ceo|founder|users?|emplead[oa]s?|directiv[oa]s?|fundador(?:es)?|gerente|usuarios|funcionári[oa]s?|executiv[oa]s?|employés?|fondateurs?|mitarbeiter|gründer|сотрудник\p{L}{0,3}|основател\p{L}{0,3}|глав[ауеы]) (?:of |de |del |da |do |von |d['’])?(?:the |la |биржи |криптобиржи )?$/u;
/** "Is sued", where the exchange stands before the verb. */
const PASSIVE =
  /被|遭|受|获|獲|面|피소|당|받|(?<!\p{L})(?:was|is|been|gets|by|es|fue|ha sido|é|foi|est|wurde|wird|viene|stata|będzie|została)(?!\p{L})|され|られ|açıldı|edildi/u;
/** "SEC 对 Coinbase …": whom a verb behind it is for. */
const TOWARDS = /(?:[对對向将將以就与與和跟把]|に対し|против|contra|gegen|contre)\s?$/u;

interface Parties {
  readonly exchanges: readonly Exchange[];
  /** Names of those who act, where they have any. */
  readonly actors: readonly string[];
  readonly venues: readonly string[];
  readonly areOfficers: boolean;
}

/** True where the exchange itself is the one who sues. */
const actsItself = (clause: string, verbAt: number, { exchanges, actors }: Parties): boolean => {
  const [stand] = nameStands(clause, exchanges);
  if (stand === undefined || stand.start > verbAt) return false;
  const actor = findFirst(clause, actors);
  if (actor >= 0 && actor < stand.start) return false;
  return !TOWARDS.test(clause.slice(0, stand.start)) && !PASSIVE.test(clause.slice(stand.end));
};

/** True where a clause names whom it is done to: all of the exchanges, or exchanges as such, and nobody of theirs instead. */
const namesObject = (clause: string, { exchanges, venues, areOfficers }: Parties): boolean => {
  if (exchanges.length === 0) return findFirst(clause, venues) >= 0;
  const stands = nameStands(clause, exchanges);
  return (
    stands.length === exchanges.length &&
    rowsOf(clause, stands).length === 1 &&
    (areOfficers ||
      !stands.some(
        ({ start, end }) =>
          SOMEBODY_BEHIND.test(clause.slice(end)) || SOMEBODY_BEFORE.test(clause.slice(0, start)),
      ))
  );
};

const isToldBy = (verb: Verb, clause: string, language: string, parties: Parties): boolean => {
  const at = clause.search(VERBS[verb][language] ?? NEVER);
  if (at < 0) return false;
  if (DIRECT.includes(verb) && !namesObject(clause, parties)) return false;
  return !REVERSIBLE.includes(verb) || !actsItself(clause, at, parties);
};

const verbsFor = ({ isVague = false, measures: [{ kind }] }: Told): readonly Verb[] =>
  kind === 'enforcement' ? BY_AUTHORITY : isVague ? (WHERE_VAGUE[kind] ?? []) : [];

/** Told as done, in its clause; that a suit was settled or dropped, the whole title tells. */
const asTold = (verb: Verb, clause: string, title: string, language: string, isProposed: boolean) => {
  const isAhead = isProposed || isUnsure(clause, language);
  if (verb === 'settles') return isAhead ? 'settles-soon' : verb;
  const isNarrower = verb === 'bans' && tellsOfProduct(title);
  return isAhead || isNarrower || tellsOfEnd(title) ? undefined : verb;
};

const verbIn = (source: Source, told: Told, parties: Parties): PlainVerb | undefined => {
  const language = baseLanguage(source.language);
  const title = source.title.toLowerCase();
  const bare = withoutQuotes(title);
  const isProposed = told.measures[0].stage === 'proposed';
  for (const verb of verbsFor(told)) {
    // Rules are quoted as they stand; what else stands in quotation marks may be a figure of speech.
    const isOfRules = OF_RULES.includes(verb);
    const clause = clausesOf(isOfRules ? title : bare, language).find((one) =>
      isToldBy(verb, one, language, parties),
    );
    if (clause !== undefined) return isOfRules ? verb : asTold(verb, clause, bare, language, isProposed);
  }
  return undefined;
};

/** What exchanges do is not told where an authority is named for it, nor where none of them is. */
const isNobodys = ({ measures: [{ kind }], authority, exchanges }: Told): boolean =>
  BY_EXCHANGE.includes(kind) && (authority !== undefined || exchanges.length === 0);

/**
 * The plain verb of a title ("sues", 起訴, 기소), where it tells of something done to the exchanges of the incident, or
 * by them, and says more than the kind of the measure does.
 */
export const evidentVerb = (
  told: Told,
  { authorities, exchanges, taxonomy }: Catalogue,
): PlainVerb | undefined => {
  const [{ stage, direction }] = told.measures;
  const isOther = told.nuance !== undefined && told.nuance !== 'inquiry';
  if (stage === 'eased' || direction === 'eases' || isOther || told.revision > 1) return undefined;
  if (isNobodys(told)) return undefined;
  const actor = authorities.find(({ id }) => id === told.authority);
  const said = told.sources.map((source) =>
    verbIn(source, told, {
      exchanges: exchanges.filter(({ id }) => told.exchanges.includes(id)),
      actors: actor === undefined ? [] : namesOf(actor),
      venues: cuesIn(taxonomy.cues.venue ?? {}, source.language),
      areOfficers: told.areOfficers === true,
    }),
  );
  return said.find((verb) => verb !== undefined);
};
