import type { Authority } from '../domain/catalogue.ts';
import type { Source } from '../domain/incident.ts';
import { namesOf } from '../domain/names-of.ts';
import { anyMatches } from './any-matches.ts';
import { findFirst } from './find-name.ts';
import { openingOf } from './opening.ts';

/**
 * Words of a name that tell what sort of body it is, by the locale's key of that sort. "Kosovo police" in the list of
 * names of a central bank means the police.
 */
const SORTS: readonly (readonly [string, RegExp])[] = [
  ['police', /\bpolice\b|警察|警方|경찰|полици|policía|polícia|الشرطة|\bpolizei/iu],
  [
    'prosecutor',
    /prosecut|attorney general|检察|檢察|検察|검찰|прокур|fiscal[ií]a|procuradoria|savcı|النيابة|staatsanwalt/iu,
  ],
  ['court', /\bcourts?\b|\bjudges?\b|法院|법원|裁判所|(?<!\p{L})суд|tribunal|mahkeme|محكمة|gericht/iu],
  [
    'central-bank',
    /\b(?:central|national|reserve) bank\b|中央银行|央行|中央銀行|中銀|중앙은행|центробанк|нацбанк|banco central|merkez bankası|المصرف المركزي|البنك المركزي|zentralbank|banque centrale/iu,
  ],
  [
    'legislature',
    /\bparliament\b|\blawmakers?\b|\bsenate\b|\bcongress\b|议会|議會|議会|国会|國會|국회|парламент|госдум|البرلمان/iu,
  ],
  ['ministry', /\bministry\b|министерств|ministerio|ministério|bakanlığı|وزارة|ministerium|ministère/iu],
  [
    'authorities',
    /\bauthorities\b|\bofficials\b|\bgovernment\b|政府|(?<!金融|規制|監督)当局|(?<!金融|監管)當局|(?<!금융 ?|증권 ?)당국|정부|власт(?:и|ей|ям)|правительств|gobierno|autoridades|governo|hükümet|yetkili|السلطات|الحكومة|behörden|autorités|gouvernement|regierung/iu,
  ],
  ['regulator', /\bregulators?\b|\bwatchdogs?\b|监管机构|監管機構|規制当局|регулятор/iu],
];

/** What else a body of a type is rightly called: a police force may be a ministry's, a regulator a central bank. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  regulator: ['ministry', 'central-bank', 'regulator'],
  'central-bank': ['central-bank'],
  'self-regulator': ['regulator'],
  telecom: ['ministry', 'regulator'],
  fiu: ['regulator', 'ministry'],
  tax: ['ministry', 'regulator'],
  police: ['police', 'ministry'],
  prosecutor: ['prosecutor', 'ministry'],
  ministry: ['ministry'],
  government: ['ministry'],
  court: ['court'],
  legislature: ['legislature'],
};

/** "Financial authorities" are several regulators, of whichever of them the text goes on to tell. */
const OF_SEVERAL = /금융 ?당국|金融当局|金融當局|金融监管部门|\bfinancial authorities\b/iu;

const sortOf = (name: string): string | undefined => SORTS.find(([, words]) => words.test(name))?.[0];

/** "A New York court" may be any court there, of whatever level. */
const COURT = /^(?:\p{L}{2,15} ){1,2}court$/iu;
const ONE_COURT =
  /\b(?:supreme|high|district|federal|appeals?|circuit|superior|constitutional|bankruptcy|commercial|criminal|city|county)\b/i;

/** "Canadian regulators" are some of a country's, whichever of them is listed under that name. */
const REGULATOR = /^(?:[\p{L}.'’]{2,20} ){1,3}(?:regulators?|watchdogs?)$/iu;
const ONE_REGULATOR: readonly RegExp[] = [
  /\b(?:securities|financial|finance|markets?|banking|crypto|insurance|derivatives|futures|commodities|competition)\b/i,
  /\btelecom|\b(?:media|communications?|internet|gambling|data|privacy|advertising|city)\b/i,
];
const SEVERAL_REGULATORS = /\b(?:regulators|watchdogs)$/iu;

const isSomeRegulator = (name: string, authority: Authority): boolean =>
  authority.type === 'regulator' &&
  name !== authority.name &&
  (SEVERAL_REGULATORS.test(name) || (REGULATOR.test(name) && !anyMatches(ONE_REGULATOR, name)));

const isSomeCourt = (name: string, authority: Authority): boolean =>
  authority.type === 'court' && name !== authority.name && COURT.test(name) && !ONE_COURT.test(name);

/** The sort of body that a name means if it is another than the authority listed under it; absent for names of its own. */
const otherSort = (name: string, authority: Authority): string | undefined => {
  if (OF_SEVERAL.test(name) || isSomeRegulator(name, authority)) return 'regulator';
  if (isSomeCourt(name, authority)) return 'court';
  const sort = sortOf(name);
  if (sort === undefined || sort === sortOf(authority.name)) return undefined;
  return ALSO[authority.type]?.includes(sort) ? undefined : sort;
};

/**
 * An authority as its sources name it: by its id where they use a name of its own; where they only say "Kazakh
 * authorities" or "Dutch police", as that sort of body. Lists of names hold such words so that a place and an actor are
 * known; which body it was they do not tell.
 */
export const ownName = (authority: Authority, sources: readonly Source[]): string => {
  const names = namesOf(authority);
  const sorted = names.map((name) => ({ name, other: otherSort(name, authority) }));
  const own = sorted.filter(({ other }) => other === undefined).map(({ name }) => name);
  const others = sorted.flatMap(({ name, other }) => (other === undefined ? [] : [{ name, other }]));
  if (others.length === 0 || sources.some(({ feedKind }) => feedKind === 'official')) return authority.id;
  const openings = sources.map(openingOf);
  if (openings.some((opening) => findFirst(opening, own) >= 0)) return authority.id;
  const meant = others.find(({ name }) => openings.some((opening) => findFirst(opening, [name]) >= 0));
  return meant?.other ?? authority.id;
};
