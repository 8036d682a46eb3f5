import type { Clue } from './clue.ts';
import { clueFeatures, standingFeatures } from './clue-features.ts';
import type { Document } from './document.ts';
import type { Features } from './features.ts';
import type { ExchangeMention, Mentions } from './find-mentions.ts';
import { hashText } from './hash-text.ts';
import { inRetrospect } from './in-retrospect.ts';
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

const toFeatures = (names: ReadonlySet<string>): Features => {
  const indices = Uint32Array.from([...names].map(hashText));
  return { indices, values: new Float32Array(indices.length).fill(1) };
};

const bucket = (count: number): string => (count >= 5 ? '5+' : count >= 3 ? '3+' : String(count));

const candidatesOf = (
  clues: readonly Clue[],
  mentions: Mentions,
  document: Document,
  kind: string,
): readonly Candidate[] => {
  const runs = new Map<Clue, Run>(
    runsOfNames(clues, document).flatMap((run) => run.clues.map((clue) => [clue, run] as const)),
  );
  const byId = new Map<string, Clue[]>();
  for (const clue of clues) {
    const list = byId.get(clue.id);
    if (list === undefined) byId.set(clue.id, [clue]);
    else list.push(clue);
  }
  const titled = [...byId.values()].filter((list) => list.some(({ inTitle }) => inTitle)).length;
  return [...byId.entries()].map(([id, list], rank) => {
    const first = list[0];
    const isTitled = list.some(({ inTitle }) => inTitle);
    const standing = `titled ${bucket(titled)} ${isTitled}`;
    const firstRun = first === undefined ? undefined : runs.get(first);
    const names = new Set([
      `kind ${kind}`,
      `kind ${kind} rank ${bucket(rank)}`,
      `rank ${bucket(rank)}`,
      `of ${bucket(byId.size)}`,
      `of ${bucket(byId.size)} rank ${bucket(rank)}`,
      standing,
      ...(firstRun === undefined
        ? []
        : standingFeatures(firstRun, mentions, document, kind).map((name) => `${standing} ${name}`)),
      `said ${bucket(list.length)}`,
      `ways ${[...new Set(list.map(({ how }) => how))].sort().join('+')}`,
      ...list.slice(0, 6).flatMap((clue) => {
        const run = runs.get(clue);
        return run === undefined ? [] : clueFeatures(clue, run, mentions, document, kind);
      }),
    ]);
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

const inOrder = (clues: readonly Clue[]): readonly Clue[] => [...clues].sort((a, b) => a.start - b.start);

/** The exchanges that the entry names. It is known to be about exchanges by now: that is context enough for any name. */
export const exchangeCandidates = (
  document: Document,
  mentions: Mentions,
  kind: string,
): readonly Candidate[] => {
  const out = ruledOut(mentions.exchanges, mentions.cues);
  const past = inRetrospect(document, mentions);
  const meant = mentions.exchanges.filter(({ exchange }) => !out.has(exchange.id) && !past.has(exchange.id));
  const clues = [
    ...meant.map((mention) => toClue(mention, mention.exchange.status === 'active' ? 'name' : 'dead')),
    ...mentions.presumed.map((mention) =>
      toClue(mention, isGatekeeperToo(mention, mentions) ? 'either' : 'presumed'),
    ),
  ];
  return candidatesOf(inOrder(clues), mentions, document, kind);
};

const countryOf = (code: string): string => code.split('-')[0] ?? code;

const placeClues = ({ places, hints }: Mentions): readonly Clue[] => [
  ...places.map((mention) => ({
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

/** Where a language is mostly read, by CLDR's likely subtags: news in Korean that names no country is Korean news. */
const languageClues = (language: string): readonly Clue[] => {
  if (language === 'und') return [];
  const { region } = new Intl.Locale(language).maximize();
  return region === undefined ? [] : [unwritten(region, `language ${language}`)];
};

/** The places that the entry names, itself or through an authority, or that its exchanges call home. */
export const placeCandidates = (
  document: Document,
  mentions: Mentions,
  kind: string,
  feedPlace?: string,
): readonly Candidate[] => {
  const feed = feedPlace === undefined ? [] : [unwritten(countryOf(feedPlace), 'feed')];
  const written = [...placeClues(mentions), ...authorityClues(mentions), ...exchangeClues(mentions)];
  const clues = [...inOrder(written), ...feed, ...languageClues(document.language)];
  return candidatesOf(clues, mentions, document, kind);
};
