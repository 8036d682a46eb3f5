import type { Document } from './document.ts';
import type { Features } from './features.ts';
import type { CueMention, Mentions } from './find-mentions.ts';
import { hashText } from './hash-text.ts';
import { ruledOut } from './ruled-out.ts';
import type { Token } from './tokenise.ts';

/** A thing that the report may be about, and everything that speaks for or against it. */
export interface Candidate {
  /** Exchange id, or ISO code. */
  readonly id: string;
  readonly features: Features;
  /** Where it is first said. */
  readonly start: number;
  readonly end: number;
}

interface Clue {
  readonly id: string;
  /** How it is said: `name`, `adjective`, `authority`, `home`, … */
  readonly how: string;
  readonly start: number;
  readonly end: number;
  readonly token: number;
  readonly clause: number;
  readonly inTitle: boolean;
}

const toFeatures = (names: ReadonlySet<string>): Features => {
  const indices = Uint32Array.from([...names].map(hashText));
  return { indices, values: new Float32Array(indices.length).fill(1) };
};

const bucket = (count: number): string => (count >= 5 ? '5+' : count >= 3 ? '3+' : String(count));

const cuesNear = (cues: readonly CueMention[], clue: Clue): readonly string[] =>
  cues
    .filter(({ clause, token }) => clause === clue.clause && Math.abs(token - clue.token) <= 12)
    .flatMap(({ group, token }) => [
      `${token < clue.token ? 'after' : 'before'} ${group}`,
      ...(Math.abs(token - clue.token) <= 3 ? [`next to ${group}`] : []),
    ]);

const tokenAfter = ({ tokens }: Document, { token, end }: Clue): Token | undefined => {
  let at = token;
  while ((tokens[at]?.start ?? end) < end) at += 1;
  return tokens[at];
};

/** One clue in its sentence. */
const clueFeatures = (clue: Clue, mentions: Mentions, document: Document): readonly string[] => {
  const where = clue.inTitle ? 'title' : 'text';
  const previous = document.tokens[clue.token - 1]?.text ?? '^';
  const next = tokenAfter(document, clue)?.text ?? '$';
  return [
    `${clue.how} in ${where}`,
    `how ${clue.how}`,
    `prev ${previous}`,
    `next ${next}`,
    `${clue.how} prev ${previous}`,
    ...cuesNear(mentions.cues, clue).flatMap((near) => [near, `${where} ${near}`, `${clue.how} ${near}`]),
  ];
};

const candidatesOf = (
  clues: readonly Clue[],
  mentions: Mentions,
  document: Document,
  context: readonly string[],
): readonly Candidate[] => {
  const byId = new Map<string, Clue[]>();
  for (const clue of clues) {
    const list = byId.get(clue.id);
    if (list === undefined) byId.set(clue.id, [clue]);
    else list.push(clue);
  }
  const titled = [...byId.values()].filter((list) => list.some(({ inTitle }) => inTitle)).length;
  return [...byId.entries()].map(([id, list], rank) => {
    const first = list[0];
    const names = new Set([
      ...context,
      ...context.map((name) => `${name} rank ${bucket(rank)}`),
      `rank ${bucket(rank)}`,
      `of ${bucket(byId.size)}`,
      `of ${bucket(byId.size)} rank ${bucket(rank)}`,
      `titled ${bucket(titled)} ${list.some(({ inTitle }) => inTitle)}`,
      `said ${bucket(list.length)}`,
      `ways ${[...new Set(list.map(({ how }) => how))].sort().join('+')}`,
      ...list.slice(0, 6).flatMap((clue) => clueFeatures(clue, mentions, document)),
    ]);
    return { id, features: toFeatures(names), start: first?.start ?? 0, end: first?.end ?? 0 };
  });
};

/** The exchanges that the entry names. */
export const exchangeCandidates = (
  document: Document,
  mentions: Mentions,
  context: readonly string[],
): readonly Candidate[] => {
  const out = ruledOut(mentions.exchanges, mentions.cues);
  const meant = mentions.exchanges.filter(({ exchange }) => !out.has(exchange.id));
  const clues = meant.map(
    (mention): Clue => ({
      ...mention,
      id: mention.exchange.id,
      how: mention.exchange.status === 'active' ? 'name' : 'dead',
    }),
  );
  return candidatesOf(clues, mentions, document, context);
};

const countryOf = (code: string): string => code.split('-')[0] ?? code;

/** The places that the entry names, itself or through an authority, or that its exchanges call home. */
export const placeCandidates = (
  document: Document,
  mentions: Mentions,
  context: readonly string[],
  feedPlace?: string,
): readonly Candidate[] => {
  const places = mentions.places.map(
    (mention): Clue => ({
      ...mention,
      id: countryOf(mention.place.code),
      how: mention.place.parent === undefined ? mention.form : 'subdivision',
    }),
  );
  const authorities = mentions.authorities.flatMap((mention): Clue[] => {
    const { jurisdiction, gatekeeper } = mention.authority;
    if (jurisdiction === undefined) return [];
    const how = gatekeeper ? 'gatekeeper' : mention.uncertain ? 'unsure-authority' : 'authority';
    return [{ ...mention, id: countryOf(jurisdiction), how }];
  });
  const homes = mentions.exchanges.flatMap((mention): Clue[] =>
    mention.exchange.country === undefined
      ? []
      : [{ ...mention, id: countryOf(mention.exchange.country), how: 'home' }],
  );
  const feed: Clue[] =
    feedPlace === undefined
      ? []
      : [{ id: countryOf(feedPlace), how: 'feed', start: 0, end: 0, token: 0, clause: 0, inTitle: true }];
  return candidatesOf([...places, ...authorities, ...homes, ...feed], mentions, document, context);
};
