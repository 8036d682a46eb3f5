import { baseLanguage } from '../domain/base-language.ts';
import type { Catalogue, Exchange } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { rowsOf } from './acting-exchanges.ts';
import { isBackground } from './background.ts';
import { cuesIn } from './cues-in.ts';
import { explainsOrder } from './earlier-measure.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE } from './kinds-by-actor.ts';
import { nameStands } from './name-stands.ts';
import { isNotTaken } from './not-taken.ts';
import { asksWhy } from './only-possible.ts';
import { sentencesOf } from './opening.ts';
import type { PlainVerb } from './plain-verb.ts';
import { VERBS, type Verb, verbsFor } from './plain-verbs.ts';
import { withoutQuotes } from './quotes.ts';
import { tellsOfPart, tellsOfProduct } from './spoiled-strength.ts';
import { strikesDownBan } from './strikes-down-ban.ts';
import type { Told } from './told.ts';
import { isOfMoney } from './told-money.ts';
import { isUnsure, tellsOfEnd } from './unsure.ts';
import { LICENCES } from './words-of-bans.ts';

/** Whom it is done to must be named beside the verb. */
const DIRECT: readonly Verb[] = [
  'blocks-access',
  'settles',
  'fines',
  'sues',
  'charges',
  'accuses',
  'freezes-assets',
  'limits-business',
  'lists',
  'refuses',
  'revokes',
  'suspends-licence',
  'suspends',
];
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

/** Words that mean no other than the only exchange of an incident, where a clause leaves out its name. */
const OF_THE_ONE: readonly Verb[] = ['forbids-activities', 'loses-partner'];
/** What is told of exchanges that nobody names alone: crypto as such is outlawed, and a list is published of many. */
const OF_NOBODY: readonly Verb[] = ['outlaws', 'publishes-list'];
/** Stops, in whatever words: beside them stands what part of the business is to stop. */
const STOPS =
  /suspen|\bstop|\bhalt|\bcease|停|중단|정지|приостан|прекра|припин|durdur|وقف|توقف|\bpar(?:ar|em|e)\b|paral|dejar|cesar|cesser|arrêt|einstell|untersag|bırak|berhenti|ngừng|ระงับ/iu;

const isToldBy = (verb: Verb, clause: string, language: string, parties: Parties): boolean => {
  const at = clause.search(VERBS[verb][language] ?? NEVER);
  const isOfPart = verb === 'limits-business';
  if (isOfPart && !tellsOfPart(clause)) return false;
  if (at < 0 && !(isOfPart && STOPS.test(clause))) return false;
  if (verb === 'approves-law') return !ON_ITS_WAY.test(clause);
  if (verb === 'warns-of-licences' && clause.search(LICENCES[language] ?? NEVER) < 0) return false;
  if (OF_THE_ONE.includes(verb)) return parties.exchanges.length === 1;
  if (OF_NOBODY.includes(verb)) return parties.exchanges.length === 0;
  // A licence is that of whoever is spoken of.
  const isOfUnnamed = verb === 'suspends-licence' && parties.exchanges.length === 0;
  if (DIRECT.includes(verb) && !isOfUnnamed && !namesObject(clause, parties)) return false;
  return !REVERSIBLE.includes(verb) || !actsItself(clause, at, parties);
};

/** Told as done, in its clause; that a suit was settled or dropped, the whole title tells. */
const asTold = (verb: Verb, clause: string, title: string, language: string, isProposed: boolean) => {
  // "Refuses", "forbids" are no doubts about what they are said of.
  const others = OF_NO.includes(verb) ? clause.replace(VERBS[verb][language] ?? NEVER, ' ') : clause;
  const isAhead = isProposed || (verb !== 'forbids-activities' && isUnsure(others, language));
  if (verb === 'settles') return isAhead ? 'settles-soon' : verb;
  const isNarrower = verb === 'bans' && tellsOfProduct(title);
  return isAhead || isNarrower || (!OF_NO.includes(verb) && tellsOfEnd(title)) ? undefined : verb;
};

/** Verbs that deny something themselves. */
const OF_NO: readonly Verb[] = [
  'refuses',
  'revokes',
  'suspends-licence',
  'forbids-activities',
  'limits-business',
  'loses-partner',
];

const toldLine = (line: string): string => {
  const bare = line.toLowerCase();
  return asksWhy(bare) ? bare.replace(/[?？؟¿]/gu, ' ') : bare;
};

const verbIn = (line: string, language: string, told: Told, parties: Parties): PlainVerb | undefined => {
  const title = toldLine(line);
  const bare = withoutQuotes(title);
  const isProposed = told.measures[0].stage === 'proposed';
  for (const verb of verbsFor(told)) {
    // Rules are quoted as they stand; what else stands in quotation marks may be a figure of speech.
    const isOfRules = OF_RULES.includes(verb);
    const clauses = verb === 'warns-of-licences' ? [bare] : clausesOf(isOfRules ? title : bare, language);
    const clause = clauses.find((one) => isToldBy(verb, one, language, parties));
    if (clause !== undefined) return isOfRules ? verb : asTold(verb, clause, bare, language, isProposed);
  }
  return undefined;
};

/** What the first sentence of a text may tell where the title tells nothing: it names all whom it is told of. */
const TOLD_IN_TEXT: readonly PlainVerb[] = [
  'fines',
  'forbids-activities',
  'limits-business',
  'lists',
  'loses-partner',
  'refuses',
  'revokes',
  'suspends-licence',
];
/** What no exchange need be named for. */
const OF_RULES_IN_TEXT: PlainVerb = 'approves-law';
/** One house, or one reading, of several. */
const ON_ITS_WAY =
  /委[员員]|众议院|眾議院|下院|一[读讀]|初审|衆院|상임위|소위|\b(?:committee|house|reading|panel|comisión|comissão|cámara|câmara|diputados|deputados|commission|ausschuss|camera)\b|комитет|перв\p{L}{2,3} чтени|komisyon|لجنة/iu;

const verbOf = (source: Source, told: Told, parties: Parties): PlainVerb | undefined => {
  const language = baseLanguage(source.language);
  const titled = verbIn(source.title, language, told, parties);
  if (titled === 'bans' && explainsOrder(source)) return undefined;
  if (titled !== undefined && titled !== 'bans') return titled;
  const [first = ''] = sentencesOf(source);
  const isNow = !isBackground(first, source.language, new Date(source.publishedAt).getUTCFullYear());
  const said = isNow ? verbIn(first, language, told, parties) : undefined;
  if (said === OF_RULES_IN_TEXT) return said;
  const isTheirs =
    parties.exchanges.length > 0
      ? said !== undefined && TOLD_IN_TEXT.includes(said)
      : said === 'limits-business';
  return isTheirs ? said : titled;
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
  if (stage === 'eased') return told.sources.some(strikesDownBan) ? 'strikes-down' : undefined;
  const isOther = told.nuance !== undefined && told.nuance !== 'inquiry';
  if (direction === 'eases' || isOther || told.revision > 1) return undefined;
  if (isNobodys(told) || told.sources.some(isNotTaken)) return undefined;
  const actor = authorities.find(({ id }) => id === told.authority);
  const said = told.sources.map((source) =>
    verbOf(source, told, {
      exchanges: exchanges.filter(({ id }) => told.exchanges.includes(id)),
      actors: actor === undefined ? [] : namesOf(actor),
      venues: cuesIn(taxonomy.cues.venue ?? {}, source.language),
      areOfficers: told.areOfficers === true,
    }),
  );
  const verb = said.find((one) => one !== undefined);
  // Some end trade in one money, and others do something else: none of it is said of all.
  const isOfSome = told.money === undefined && told.sources.some(isOfMoney);
  return verb === 'halts-trading' && isOfSome ? undefined : verb;
};
