import type { Catalogue } from '../domain/catalogue.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { Kind } from '../domain/taxonomy.ts';
import { anyMatches } from './any-matches.ts';
import { isBackground } from './background.ts';
import { explainsOrder, isMoreOfIt } from './earlier-measure.ts';
import { BY_GATEKEEPER, BY_OTHERS } from './kinds-by-actor.ts';
import { nameStands } from './name-stands.ts';
import { NOT } from './nuance.ts';
import { sentencesOf } from './opening.ts';
import { type Act, AGAINST_FIRMS, PLAIN } from './plain-acts.ts';
import { isSpoiledKind } from './spoiled-kind.ts';
import { tellsOfProduct, tellsOfSettlement } from './spoiled-strength.ts';
import type { Nuance } from './told.ts';
import { withoutCauses } from './without-causes.ts';

/** What breaks sanctions is not put under them by that. */
const BREAKS =
  /evad|evasion|breach|violat|обход|обійт|наруш|规避|逃避|規避|回避|회피|위반|elud|evasi|contourn|umgeh|التهرب|انتهاك|vi phạm/iu;
const ASKS = /[?？؟]/u;
const MOST = 2;

/** What is done to customers or to coins is told in its own words. */
const UPON_FIRMS: readonly Kind[] = [
  'bank-cutoff',
  'ban',
  'access-block',
  'licence-denied-or-revoked',
  'cease-and-desist',
  'warning',
  'market-exit',
  'service-halt',
  'account-freeze',
];

const actsIn = (words: typeof PLAIN, line: string): readonly Act[] =>
  words.filter(([, patterns]) => anyMatches(patterns, line)).map(([act]) => act);

/** A name such as "ก.ล.ต." ends no sentence. */
const SHORTEST = 15;

const againstFirm = ({ title, text }: Source): readonly Act[] => {
  const [first = '', second = ''] = sentencesOf({ text });
  const opening = [title, first, ...(first.length < SHORTEST ? [second] : [])].join('\n').toLowerCase();
  if (tellsOfSettlement(opening)) return ['act.settlement'];
  return actsIn(AGAINST_FIRMS, opening).filter((act) => act !== 'act.sanctions' || !BREAKS.test(opening));
};

/** Where the news is told of those who are touched: in the title, else in the first sentence where they are named. */
const linesOf = (
  source: Source,
  { exchanges: ids }: Incident,
  { exchanges }: Catalogue,
): readonly string[] => {
  const [first = ''] = sentencesOf(source);
  const named = exchanges.filter(({ id }) => ids.includes(id));
  const isOfThem = nameStands(`${source.title}\n${first}`.toLowerCase(), named).length > 0;
  const isNow = !isBackground(first, source.language, new Date(source.publishedAt).getUTCFullYear());
  return [source.title, ...(isOfThem && isNow ? [first] : [])].map((line) => line.toLowerCase());
};

/** Whose words may tell of another thing; those of a bank's tell of banks. */
const kindOf = (act: Act): Kind | undefined =>
  UPON_FIRMS.find((kind) => kind !== 'bank-cutoff' && act === `kind.${kind}`);

const plainly = (source: Source, incident: Incident, catalogue: Catalogue): readonly Act[] => {
  const [measure, ...further] = incident.measures;
  const isSpoiled = (act: Act): boolean => {
    const kind = kindOf(act);
    if (kind === 'service-halt' && tellsOfProduct(source.title)) return true;
    return (
      kind !== undefined &&
      // What is explained is still what the title calls it.
      !explainsOrder(source) &&
      isSpoiledKind(source, { ...incident, measures: [{ ...measure, kind }, ...further] }, catalogue)
    );
  };
  const told = linesOf(source, incident, catalogue)
    .filter((line) => !ASKS.test(line) && !NOT.test(line))
    .map((line) => actsIn(PLAIN, withoutCauses(line)))
    .find((acts) => acts.length > 0);
  const [act] = told ?? [];
  return act === undefined || isSpoiled(act) ? [] : [act];
};

/** What a title that upholds it tells beyond doubt. */
const KEPT: readonly Kind[] = ['ban', ...BY_GATEKEEPER];

/**
 * What the words of the first source say is done, where our sentence does not: which action is taken against a firm,
 * what is planned or goes on, or what a measure of another kind than the one that was read is called.
 */
export const evidentActs = (
  incident: Incident,
  { isVague, nuance }: { readonly isVague: boolean; readonly nuance: Nuance | undefined },
  catalogue: Catalogue,
): readonly Act[] => {
  const {
    sources: [source],
    measures: [{ kind, stage }],
  } = incident;
  if (nuance === 'kept') return KEPT.includes(kind) ? [`kind.${kind}`] : [];
  if (stage === 'eased' || source.feedKind === 'official') return [];
  if (nuance === 'proposed' && kind !== 'warning') return [`kind.${kind}`];
  if (nuance === 'discussed' && kind === 'access-block') return [`kind.${kind}`];
  if (nuance === 'reminder') return [`kind.${BY_OTHERS.includes(kind) ? kind : 'ban'}`];
  if (nuance !== undefined) return [];
  if (kind === 'enforcement') return againstFirm(source).slice(0, MOST);
  if (!isVague || !UPON_FIRMS.includes(kind)) return [];
  return isMoreOfIt(source, kind) ? [`kind.${kind}`] : plainly(source, incident, catalogue);
};
