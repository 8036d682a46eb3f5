import type { Authority, Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { anyMatches } from './any-matches.ts';
import { areKin } from './are-kin.ts';
import { areMadeByOthers } from './are-made-by-others.ts';
import { askingAt, movesOthers } from './asked.ts';
import { cuesIn } from './cues-in.ts';
import { isDoneByExchange } from './done-by-exchange.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE, BY_GATEKEEPER } from './kinds-by-actor.ts';
import { isOfLawmaker } from './of-lawmaker.ts';
import { isOnlyLicensor } from './only-licensor.ts';
import { LOOK_INTO, openingOf, sentencesOf } from './opening.ts';
import { ownName } from './own-name.ts';
import { takesBack } from './own-wish.ts';
import type { Told } from './told.ts';

/** "by the SEC", where it follows the exchange that it acts upon. */
const BY = /(?:\bby|\bpor|\bpar|\bvon|\bda|被|由)(?: (?:the|la|el|o|a|le|der|die))? ?$/u;

/** An exchange that freezes accounts by itself stands before whoever is the cause: "Binance blocks relatives of …". */
const actsBehindExchange = (
  title: string,
  exchanges: readonly string[],
  names: readonly string[],
): boolean => {
  const exchange = findFirst(title, exchanges);
  if (exchange < 0) return false;
  const actor = findFirst(title, names);
  return actor < 0 || (actor > exchange && !BY.test(title.slice(0, actor)));
};

const isNamedIn = (text: string, names: readonly string[]): boolean => findFirst(text, names) >= 0;

/** An exchange that froze accounts by itself, as far as the title tells. */
const isSelfDone = (
  line: string,
  exchanges: readonly string[],
  names: readonly string[],
  catalogue: Catalogue,
): boolean => {
  const venues = catalogue.exchanges.filter(({ id }) => exchanges.includes(id));
  return actsBehindExchange(line, venues.flatMap(namesOf), names);
};

const COUNTRY = /^[A-Z]{2}$/;

/** Of another country than where it bites: mostly a namesake ("the prosecutor general"), unless the title has it. */
const isForeign = ({ jurisdiction }: Authority, { jurisdictions }: Incident): boolean =>
  jurisdiction !== undefined &&
  COUNTRY.test(jurisdiction) &&
  jurisdiction !== 'EU' &&
  jurisdictions.length > 0 &&
  !jurisdictions.includes(jurisdiction);

/** "The FIU urges the ministry to block": in English, the one behind the verb is asked. */
const isAskedOne = (source: Source, names: readonly string[]): boolean => {
  const asks = askingAt(source);
  return asks >= 0 && source.language.startsWith('en') && findFirst(source.title.toLowerCase(), names) > asks;
};

/** Where the title has a gatekeeper act and nobody move it, that a certain authority made it act is more than we know. */
const isGatekeepersOwn = (
  { through, measures: [{ kind }], sources: [source] }: Incident,
  { jurisdiction }: Authority,
  authorities: ReadonlyMap<string, Authority>,
): boolean => {
  const gatekeeper = through === undefined ? undefined : authorities.get(through);
  return (
    gatekeeper !== undefined &&
    jurisdiction !== undefined &&
    BY_GATEKEEPER.includes(kind) &&
    isNamedIn(source.title.toLowerCase(), namesOf(gatekeeper)) &&
    !movesOthers(source)
  );
};

/** "According to data of BelGIE": who tells of it. */
const TELLS = /according to|segundo|según|secondo|selon|laut|по данным|согласно|据|據/iu;
/** A clause ends at a mark; so far before a name stands what makes it a witness. */
const MARKS = /[,.;，。；]/u;
const WITNESS_BEFORE = 45;

const isTeller = (opening: string, names: readonly string[]): boolean => {
  const at = findFirst(opening, names);
  const clause =
    opening
      .slice(Math.max(0, at - WITNESS_BEFORE), at)
      .split(MARKS)
      .at(-1) ?? '';
  return at >= 0 && TELLS.test(clause);
};

/** Not named, named only as who tells of it or further on, or beside others of its country, of whom any may be the one who acts. */
const isOneOfMany = (source: Source, authority: Authority, { authorities }: Catalogue): boolean => {
  if (source.feedKind === 'official' || source.text === '') return false;
  const text = `${source.title}\n${source.text}`.slice(0, LOOK_INTO).toLowerCase();
  const names = namesOf(authority);
  return (
    !isNamedIn(openingOf(source), names) ||
    isTeller(openingOf(source), names) ||
    authorities.some(
      (other) =>
        other.jurisdiction === authority.jurisdiction &&
        !other.gatekeeper &&
        !areKin(other, authority) &&
        isNamedIn(text, namesOf(other)),
    )
  );
};

/** "Pleads guilty in US court": where it happens, and not who acts. */
const IN = /(?:\bin|\bat|\bbefore)(?: an?| the)? $/;

const isVenue = ({ type }: Authority, sources: readonly Source[], names: readonly string[]): boolean =>
  type === 'court' &&
  sources.some(({ title, language }) => {
    const at = findFirst(title.toLowerCase(), names);
    return at >= 0 && language.startsWith('en') && IN.test(title.toLowerCase().slice(0, at));
  });

/** Another who acts in an English opening, told only by sort. */
const SOMEBODY = /\bthe (?:ministry|government|agency|central bank|police|prosecutors?|court)\b/;

const isBesideAnother = (source: Source): boolean =>
  source.language.startsWith('en') && SOMEBODY.test(openingOf(source));

/** A court or a judge, whichever it is, in a title; not one to whom somebody goes, nor one who once named a monitor. */
const COURTS: readonly RegExp[] = [
  /(?<!\b(?:to|in|asks?|before) (?:(?:a|the|federal|district|supreme) ){0,2})\b(?:court|judge|tribunal)s?\b(?![- ]appointed)|法院|法官|裁判所|地裁|高裁|법원|지법|고법|판사/i,
  /(?<!\p{L}|(?:ante|al|ao|en|no|na|devant) (?:el |la |le |un )?)(?:juez|jueza|juzgado|tribunal|la corte|la justicia|juiz|juíza|justiça|juge|cour d|giudice|tribunale|gericht|richter|rechter|rechtbank|sąd)(?!\p{L})/iu,
  /(?<!\p{L}|[ву] |до )(?:суд(?:а|у|ом|ья|ьи|ов)?|суддя)(?!\p{L})|mahkeme|hâkim|(?:ال)?محكمة|قاض|pengadilan|hakim|tòa án|ศาล|अदालत|न्यायालय|دادگاه/iu,
];

/** The title has a court decide, and a text names another body: that one obeys, or asked for it. */
const isDecidedByCourt = ({ title }: Source, { type }: Authority): boolean =>
  type !== 'court' && anyMatches(COURTS, title);

/** Those who act, where a text does not say who they are. */
const SOME_DEPARTMENTS =
  /(?:相关|有关|主管|相關|有關)(?:监管|監管|管理|主管)?(?:部门|部門|机构|機構)|\b(?:relevant|competent) (?:regulators?|authorit|departments?)|(?:관계|관련) ?(?:당국|부처|기관)|関係(?:当局|省庁)|соответствующ\p{L}{2} (?:орган|ведомств)|autoridades competentes/iu;

/** The title tells of an authority, and a sentence behind it of the measure, which others took. */
const isOfDepartments = (
  source: Source,
  names: readonly string[],
  { measures: [{ kind }] }: Told,
  { taxonomy }: Catalogue,
): boolean => {
  const cues = cuesIn(taxonomy.cues[kind] ?? {}, source.language);
  const holdsCue = (line: string): boolean => findFirst(line, cues) >= 0;
  if (holdsCue(source.title.toLowerCase())) return false;
  const [first] = sentencesOf(source)
    .map((line) => line.toLowerCase())
    .filter(holdsCue);
  return first !== undefined && SOME_DEPARTMENTS.test(first) && !isNamedIn(first, names);
};

/** Not named in a title, an authority may be anybody of whom the text tells. */
const isAnybody = (
  incident: Told,
  authority: Authority,
  authorities: ReadonlyMap<string, Authority>,
  catalogue: Catalogue,
): boolean =>
  incident.isVague === true ||
  isForeign(authority, incident) ||
  isGatekeepersOwn(incident, authority, authorities) ||
  isDecidedByCourt(incident.sources[0], authority) ||
  isBesideAnother(incident.sources[0]) ||
  isOneOfMany(incident.sources[0], authority, catalogue);

/** Behind the name of who only lends the room: "at the meeting held by the FSA". */
const HOSTS =
  /^(?:所)?(?:举行|舉行|主办|主辦|召开|召開|举办|舉辦)的|^(?:が|の)?(?:主催|開催)(?:する|した|の)|^(?:이|가)? ?(?:주최|개최)한/u;

const isHost = (source: Source, names: readonly string[]): boolean => {
  const line = source.title.toLowerCase();
  return names.some((name) => {
    const at = findFirst(line, [name]);
    return at >= 0 && HOSTS.test(line.slice(at + name.length));
  });
};

/** The title makes an exchange act, or it has given up what nobody refused it. */
const isOwnDoing = (
  { exchanges, sources: [source], measures: [{ kind }] }: Told,
  catalogue: Catalogue,
): boolean =>
  isDoneByExchange(source, exchanges, catalogue) ||
  (kind === 'licence-denied-or-revoked' && takesBack(source));

/** Whose act it is, as far as nobody else is made the one who does it. */
const actingAuthority = (
  incident: Told,
  authorities: ReadonlyMap<string, Authority>,
  catalogue: Catalogue,
): string | undefined => {
  const { authority: id, exchanges, measures, sources, isVague = false } = incident;
  const [{ kind, stage }] = measures;
  const [source] = sources;
  const { title } = source;
  if (id === undefined || sources.every(isOfLawmaker) || isOwnDoing(incident, catalogue)) return undefined;
  const authority = authorities.get(id);
  if (authority === undefined) return isVague ? undefined : id;
  const names = namesOf(authority);
  const line = title.toLowerCase();
  if (kind === 'account-freeze') {
    return isSelfDone(line, exchanges, names, catalogue) ? undefined : id;
  }
  const isTitled = sources.some((one) => isNamedIn(one.title.toLowerCase(), names));
  if (
    (!isTitled && isAnybody(incident, authority, authorities, catalogue)) ||
    isAskedOne(source, names) ||
    isHost(source, names) ||
    (isTitled && isOnlyLicensor(line, names)) ||
    isOfDepartments(source, names, incident, catalogue) ||
    isVenue(authority, sources, names)
  ) {
    return undefined;
  }
  // Whoever is named beside what an exchange does may be anybody, unless a title has it make others act.
  if (BY_EXCHANGE.includes(kind)) return isTitled && !isVague && sources.some(movesOthers) ? id : undefined;
  return kind === 'rulemaking' && areMadeByOthers(source, stage, authority, isTitled) ? undefined : id;
};

/** Whoever acts, as the sources name it, unless the words of the first one make somebody else the one who does. */
export const evidentAuthority = (
  incident: Told,
  authorities: ReadonlyMap<string, Authority>,
  catalogue: Catalogue,
): string | undefined => {
  const id = actingAuthority(incident, authorities, catalogue);
  const authority = id === undefined ? undefined : authorities.get(id);
  return authority === undefined ? id : ownName(authority, incident.sources);
};
