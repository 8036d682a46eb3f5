import type { Catalogue } from '../domain/catalogue.ts';
import type { Measure, Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import type { Kind, Stage } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { isTemperedByText, toldAsDone } from './asked.ts';
import { cuesIn } from './cues-in.ts';
import { findFirst } from './find-name.ts';
import { BY_EXCHANGE, BY_GATEKEEPER, UPON_COMPANY } from './kinds-by-actor.ts';
import { createLeavesNothingOut } from './leaves-nothing-out.ts';
import { nameStands } from './name-stands.ts';
import { sentencesOf } from './opening.ts';
import type { Told } from './told.ts';

/** Each set of rules is its own, and so is each suit, fine or probe: no sentence of ours tells it as well as its title. */
const OF_ITS_OWN: readonly Kind[] = ['rulemaking', 'enforcement'];
/** Of which a title may tell in its first words as of a thing done. */
const NOT_DONE: readonly Stage[] = ['reported', 'proposed', 'announced'];

/** Words of an English title that our sentence would drop, and that change how much it says. */
const QUALIFIED =
  /\b(?:some|certain|several|partial(?:ly)?|part of|subset|limit(?:s|ed)?|more|under|below|until|still|not|another|otc|ach|staking|derivatives?|futures|cash-?back|cards?|rewards?|earn|yield|lending|institutional|addresses|assets|users|-backed|-owned)\b/iu;
/** Words of one that tells of something on its way, of its course in court, or of what somebody else thinks of it. */
const AROUND_IT: readonly RegExp[] = [
  /\b(?:seeks?|looks?|wants?|considers?|mulls?|weighs?|plans?|moves? to|ready|potential|likely|may|might|could)\b/i,
  /\b(?:asks?|urges?|calls?|requests?|opposes?|follow(?:s|ing)?|faced|ahead|in response|concurrent)\b/i,
  /\b(?:settle(?:s|d|ment)?|resolves?|granted|permission|waives?|forgoe?s?|relinquish\w{0,4}|dismiss\w{0,4}|motion)\b/i,
  /\b(?:courts?|judges?|rul(?:es|ing)|wells|negotiat\w{0,4}|claims?|claiming|labels?)\b/i,
  /\b(?:bankrupt\w{0,4}|chapter|administrators|liquidation|outage|disruption|issues|targets)\b/i,
  /\b(?:ex-\p{L}{1,20}|former|ceos?|founders?|executives?|advisers?|lawmakers?|senators?)\b/iu,
];
/** A longer title tells of more than one thing. */
const MOST_WORDS = 15;

const isSimple = (line: string): boolean =>
  line.split(' ').length <= MOST_WORDS && !QUALIFIED.test(line) && !anyMatches(AROUND_IT, line);

/** What English titles tell as about to be done, and what several do. */
const TO_DO = /\b(?:to|will) (?:block|ban|bar|prohibit|outlaw|cut|remove|freeze|restrict)\b/iu;
/** Beside them "to block" is no more than what is said: a plan, or a wish. */
const SAYS_LESS =
  /\b(?:plans?|moves?|seeks?|wants?|aims?|propos\w{1,3}|consider\w{0,2}|ask\w{0,2}|urg\w{1,2}|calls?|prepar\w{1,3}|may|could|might)\b/iu;
const LESS = /\b(?:may|might|could|urged|asked|sought|requested|called on|recommended)\b/iu;
const DO =
  /\b(?:authorities|regulators|officials|banks|providers|operators) (?:block|ban|bar|remove|cut|freeze)\b/iu;

type Names = readonly string[];

type LeavesNothingOut = ReturnType<typeof createLeavesNothingOut>;

const createBearing = (
  told: Told,
  { exchanges, authorities, taxonomy }: Catalogue,
  leavesNothingOut: LeavesNothingOut,
) => {
  const [{ kind, stage }] = told.measures;
  const meant = exchanges.filter(({ id }) => told.exchanges.includes(id));
  const cues = (group: string, { language }: Source): Names => cuesIn(taxonomy.cues[group] ?? {}, language);
  const isIn = (line: string, names: Names): boolean => findFirst(line, names) >= 0;
  const isNamed = (line: string, id: string | undefined): boolean => {
    const known = authorities.find((one) => one.id === id);
    return id === undefined || known === undefined || isIn(line, namesOf(known));
  };

  /** The one whom a headline names first, or, where it names nobody, exchanges. */
  const hasObject = (line: string, source: Source): boolean =>
    meant.length > 0 ? nameStands(line, meant)[0]?.id !== undefined : isIn(line, cues('venue', source));

  const hasActor = (line: string): boolean =>
    BY_EXCHANGE.includes(kind) || (isNamed(line, told.authority) && isNamed(line, told.through));

  /** "Blocks five exchanges", of what is to begin in a month, or of what its text only asks for. */
  const outruns = (line: string, source: Source): boolean =>
    NOT_DONE.includes(stage) &&
    BY_GATEKEEPER.includes(kind) &&
    (toldAsDone(line) || DO.test(line) || outrunsText(line, source));

  /** "To block nine exchanges", where the text says that somebody may, or has asked for it. */
  const outrunsText = (line: string, source: Source): boolean =>
    !SAYS_LESS.test(line) &&
    (isTemperedByText(source) ||
      (stage === 'proposed' && TO_DO.test(line) && LESS.test(sentencesOf(source)[0] ?? '')));

  /** "Bans 120 exchanges", of what was read as a plan: which of both is true the reader may see. */
  const isSure = (line: string): boolean =>
    stage !== 'proposed' || kind !== 'ban' || TO_DO.test(line) || SAYS_LESS.test(line);

  const isBorne = (source: Source, line: string): boolean =>
    !OF_ITS_OWN.includes(kind) &&
    isSure(line) &&
    (!source.language.startsWith('en') || (isSimple(line) && leavesNothingOut(line, told))) &&
    isIn(line, cues(kind, source)) &&
    hasActor(line) &&
    hasObject(line, source);

  /** Something of what the news is about: a title such as "Number of the day" tells nothing. */
  const tells = (line: string, source: Source): boolean =>
    nameStands(line, meant).length > 0 ||
    isIn(line, cues('venue', source)) ||
    isIn(line, cues('anchor', source));

  return (source: Source): boolean => {
    const line = source.title.toLowerCase();
    if (source.feedKind === 'official' || cues(kind, source).length === 0 || outruns(line, source))
      return true;
    return isBorne(source, line) || !tells(line, source);
  };
};

/** What is done to the local firm alone, a title mostly tells of the whole. */
const isOfLocalFirm = ({ kind, scope }: Measure): boolean =>
  UPON_COMPANY.includes(kind) && scope.entity === 'local-firm';

/**
 * Finds whether a headline of ours says no more than a title does: who acts, what is done, to whom and through whom stand
 * in it, and in English no word besides; or whether no title would do better, because it tells nothing, or
 * tells more than is true yet. Once an incident has been revised, what its first title said is past.
 */
export const createBorneByTitles = (catalogue: Catalogue): ((told: Told) => boolean) => {
  const leavesNothingOut = createLeavesNothingOut(catalogue);
  return (told) =>
    told.revision > 1 ||
    isOfLocalFirm(told.measures[0]) ||
    (told.areOfficers !== true && told.sources.some(createBearing(told, catalogue, leavesNothingOut)));
};
