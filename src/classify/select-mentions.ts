import { byStart } from '../domain/beside.ts';
import { countryOf } from '../domain/country-of.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Clue } from './clue.ts';
import { addClueFeatures, addName, beginning, createRunReader, type FeatureNames } from './clue-features.ts';
import type { Document } from './document.ts';
import { excepted } from './excepted.ts';
import type { Features } from './features.ts';
import type { ExchangeMention, Mentions } from './find-mentions.ts';
import { HASH_START } from './hash-text.ts';
import { imitated } from './imitated.ts';
import { inPassing } from './in-passing.ts';
import { inRetrospect } from './in-retrospect.ts';
import { isOccupier } from './occupier.ts';
import { related } from './related.ts';
import { ruledOut } from './ruled-out.ts';
import { type Run, runsOfNames } from './runs-of-names.ts';

/** A thing that the report may be about, and everything that speaks for or against it. */
export interface Candidate {
  /** Exchange id, or ISO code. */
  readonly id: string;
  readonly features: Features;
  /** Where it is first said. */
  readonly start: number;
  readonly end: number;
}

const toFeatures = (names: FeatureNames): Features => {
  const indices = new Uint32Array(names.size);
  let at = 0;
  for (const name of names) {
    indices[at] = name;
    at += 1;
  }
  return { indices, values: new Float32Array(indices.length).fill(1) };
};

const bucket = (count: number): string => (count >= 5 ? '5+' : count >= 3 ? '3+' : String(count));

/** A name that is said again and again has said it all by then. */
const MOST_CLUES = 6;

const candidatesOf = (
  clues: readonly Clue[],
  mentions: Mentions,
  document: Document,
  kind: string,
): readonly Candidate[] => {
  const runs = new Map<Clue, Run>();
  for (const run of runsOfNames(clues, document)) for (const clue of run.clues) runs.set(clue, run);
  const readRun = createRunReader(mentions, document, kind);
  const lists = groupBy(clues, ({ id }) => id);
  const titled = [...lists.values()].filter((list) => list.some(({ inTitle }) => inTitle)).length;
  return [...lists].map(([id, list], rank) => {
    const first = list[0];
    const standing = `titled ${bucket(titled)} ${list.some(({ inTitle }) => inTitle)}`;
    const [place, many] = [`rank ${bucket(rank)}`, `of ${bucket(lists.size)}`];
    const names: FeatureNames = new Set();
    for (const name of [
      `kind ${kind}`,
      `kind ${kind} ${place}`,
      place,
      many,
      `${many} ${place}`,
      standing,
      `said ${bucket(list.length)}`,
      `ways ${[...new Set(list.map(({ how }) => how))].sort().join('+')}`,
    ])
      addName(names, HASH_START, name);
    for (const [at, clue] of list.slice(0, MOST_CLUES).entries()) {
      const run = runs.get(clue);
      if (run === undefined) continue;
      const signs = readRun(run);
      if (at === 0) for (const name of signs.standing) addName(names, beginning(standing), name);
      addClueFeatures(names, clue, run, signs);
    }
    return { id, features: toFeatures(names), start: first?.start ?? 0, end: first?.end ?? 0 };
  });
};

const toClue = (mention: ExchangeMention, how: string): Clue => ({
  ...mention,
  id: mention.exchange.id,
  how,
});

const isGatekeeperToo = ({ start }: ExchangeMention, { authorities }: Mentions): boolean =>
  authorities.some((authority) => authority.start === start);

/** The exchanges that the entry names. It is known to be about exchanges by now: that is context enough for any name. */
export const exchangeCandidates = (
  document: Document,
  mentions: Mentions,
  kind: string,
): readonly Candidate[] => {
  const out = ruledOut(mentions.exchanges, mentions.cues);
  const named = [...mentions.exchanges, ...mentions.presumed];
  const apart = new Set([
    ...excepted(named, mentions.cues),
    ...imitated(document, named),
    ...inPassing(document, named, mentions.cues, kind),
    ...related(document, named),
  ]);
  const past = inRetrospect(document, mentions);
  const meant = mentions.exchanges.filter(
    ({ exchange }) => !out.has(exchange.id) && !past.has(exchange.id) && !apart.has(exchange.id),
  );
  const clues = [
    ...meant.map((mention) => toClue(mention, mention.exchange.status === 'active' ? 'name' : 'dead')),
    ...mentions.presumed
      .filter(({ exchange }) => !apart.has(exchange.id))
      .map((mention) => toClue(mention, isGatekeeperToo(mention, mentions) ? 'either' : 'presumed')),
  ];
  return candidatesOf(clues.toSorted(byStart), mentions, document, kind);
};

const placeClues = (document: Document, { places, hints }: Mentions): readonly Clue[] => [
  ...places
    .filter((mention) => !isOccupier(document, mention))
    .map((mention) => ({
      ...mention,
      id: countryOf(mention.place.code),
      how: mention.place.parent === undefined ? mention.form : 'subdivision',
    })),
  ...hints.map((mention) => ({ ...mention, id: countryOf(mention.place.code), how: 'hint' })),
];

const authorityClues = ({ authorities }: Mentions): readonly Clue[] =>
  authorities.flatMap((mention) => {
    const { jurisdiction, gatekeeper } = mention.authority;
    if (jurisdiction === undefined) return [];
    const how = gatekeeper ? 'gatekeeper' : mention.uncertain ? 'unsure-authority' : 'authority';
    return [{ ...mention, id: countryOf(jurisdiction), how }];
  });

/** Where its exchanges live, and which of their branches it names. */
const exchangeClues = ({ exchanges, presumed }: Mentions): readonly Clue[] =>
  [...exchanges, ...presumed].flatMap((mention) => {
    const { country } = mention.exchange;
    const { affiliate } = mention;
    return [
      ...(country === undefined ? [] : [{ ...mention, id: countryOf(country), how: 'home' }]),
      ...(affiliate === undefined ? [] : [{ ...mention, id: countryOf(affiliate.code), how: 'affiliate' }]),
    ];
  });

/** What stands nowhere in the text. */
const unwritten = (id: string, how: string): Clue => ({
  id,
  how,
  start: 0,
  end: 0,
  token: 0,
  tokenEnd: 0,
  clause: 0,
  inTitle: true,
});

/** The places that the entry names, itself or through an authority, or that its exchanges call home. */
export const placeCandidates = (
  document: Document,
  mentions: Mentions,
  kind: string,
  feedPlace?: string,
): readonly Candidate[] => {
  const feed = feedPlace === undefined ? [] : [unwritten(countryOf(feedPlace), 'feed')];
  const written = [
    ...placeClues(document, mentions),
    ...authorityClues(mentions),
    ...exchangeClues(mentions),
  ];
  const home = mentions.home === undefined ? [] : [unwritten(mentions.home, `language ${document.language}`)];
  const clues = [...written.toSorted(byStart), ...feed, ...home];
  return candidatesOf(clues, mentions, document, kind);
};
