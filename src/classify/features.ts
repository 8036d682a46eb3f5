import type { Document } from './document.ts';
import type { Mentions } from './find-mentions.ts';

/** Sparse features of a document: hashed names and their weights, each name once. */
export interface Features {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

export const FEATURE_BITS = 20;
const MASK = (1 << FEATURE_BITS) - 1;

/** FNV-1a over UTF-16 units, well mixed: 0 to 2^32 - 1. */
export const hashText = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};

const hashFeature = (name: string): number => hashText(name) & MASK;

/** A word, or a name that stands for its class, in the order of the text. */
interface Unit {
  readonly word: string;
  readonly named: boolean;
  readonly dense: boolean;
  readonly clause: number;
  readonly inTitle: boolean;
}

/** A class or cue at a place in the text. */
interface Sign {
  readonly name: string;
  readonly at: number;
  readonly clause: number;
  readonly inTitle: boolean;
}

const GATEKEEPERS = new Set(['bank', 'payment', 'app-store', 'network']);

const authorityClass = (type: string): string => (GATEKEEPERS.has(type) ? 'GK' : 'AU');

const shape = (word: string): string => {
  if (/^(?:19|20)\d\d$/.test(word)) return '#year';
  if (/^\d+$/.test(word)) return word.length <= 2 ? '#small' : '#number';
  return /^\d/.test(word) ? '#mixed' : word;
};

const toUnits = (document: Document, mentions: Mentions): readonly Unit[] => {
  const names = new Map<number, { readonly word: string; readonly tokenEnd: number }>();
  for (const { token, tokenEnd } of mentions.places) names.set(token, { word: '@PL', tokenEnd });
  for (const { token, tokenEnd } of mentions.exchanges) names.set(token, { word: '@EX', tokenEnd });
  for (const { token, tokenEnd, authority } of mentions.authorities)
    names.set(token, { word: `@${authorityClass(authority.type)}`, tokenEnd });
  const units: Unit[] = [];
  for (let at = 0; at < document.tokens.length; ) {
    const token = document.tokens[at];
    if (token === undefined) break;
    const name = names.get(at);
    const { clause, dense } = token;
    const inTitle = token.start < document.titleEnd;
    if (name === undefined) units.push({ word: shape(token.text), named: false, dense, clause, inTitle });
    else units.push({ word: name.word, named: true, dense: false, clause, inTitle });
    at = name === undefined ? at + 1 : Math.max(name.tokenEnd, at + 1);
  }
  return units;
};

/** Groups of cues that serve the reading of fields alone: they say nothing of whether an entry counts. */
const FIELDS_ONLY: ReadonlySet<string> = new Set([
  'spared',
  'dated',
  'disputed',
  'central-bank',
  'telecom-regulator',
]);

const toSigns = (mentions: Mentions): readonly Sign[] =>
  [
    ...mentions.exchanges.map((m) => ({ name: 'EX', at: m.token, clause: m.clause, inTitle: m.inTitle })),
    ...mentions.places.map((m) => ({ name: 'PL', at: m.token, clause: m.clause, inTitle: m.inTitle })),
    ...mentions.authorities.map((m) => ({
      name: authorityClass(m.authority.type) === 'GK' ? `GK-${m.authority.type}` : `AU-${m.authority.type}`,
      at: m.token,
      clause: m.clause,
      inTitle: m.inTitle,
    })),
    ...mentions.cues
      .filter(({ group }) => !FIELDS_ONLY.has(group))
      .map((m) => ({ name: m.group, at: m.token, clause: m.clause, inTitle: m.inTitle })),
  ].sort((a, b) => a.at - b.at);

const NEAR = 5;
const MAX_SIGNS = 60;

type Emit = (name: string, inTitle: boolean) => void;

const emitSigns = (signs: readonly Sign[], emit: Emit): void => {
  const kept = signs.slice(0, MAX_SIGNS);
  for (const [index, sign] of kept.entries()) {
    emit(`s ${sign.name}`, sign.inTitle);
    for (const other of kept.slice(index + 1, index + 16)) {
      if (other.inTitle !== sign.inTitle || other.name === sign.name) continue;
      const far = other.clause !== sign.clause ? 'c' : other.at - sign.at > NEAR ? 'f' : 'n';
      emit(`p${far} ${sign.name} ${other.name}`, sign.inTitle);
      emit(`p ${sign.name} ${other.name}`, sign.inTitle);
    }
  }
};

const emitGrams = (units: readonly Unit[], emit: Emit): void => {
  for (const [index, unit] of units.entries()) {
    emit(`w ${unit.word}`, unit.inTitle);
    let gram = unit.word;
    const longest = unit.dense ? 4 : 3;
    for (let next = index + 1; next < index + longest; next += 1) {
      const other = units[next];
      if (other === undefined || other.inTitle !== unit.inTitle) break;
      gram += ` ${other.word}`;
      emit(`g ${gram}`, unit.inTitle);
    }
    const skipped = units[index + 2];
    if (skipped !== undefined && skipped.inTitle === unit.inTitle)
      emit(`k ${unit.word} ${skipped.word}`, unit.inTitle);
  }
};

/** Pieces of long words, so that an unseen ending still speaks. */
const emitStems = (units: readonly Unit[], emit: Emit): void => {
  for (const { word, named, dense, inTitle } of units) {
    if (named || dense || word.length < 6 || word.startsWith('#')) continue;
    emit(`b ${word.slice(0, 4)}`, inTitle);
    emit(`b ${word.slice(0, 5)}`, inTitle);
    emit(`b ${word.slice(0, 7)}`, inTitle);
  }
};

const emitAround = (units: readonly Unit[], emit: Emit): void => {
  for (const [index, unit] of units.entries()) {
    if (unit.word !== '@EX') continue;
    for (let near = Math.max(0, index - 8); near < Math.min(units.length, index + 9); near += 1) {
      const other = units[near];
      if (other === undefined || near === index || other.clause !== unit.clause || other.dense) continue;
      emit(`${near < index ? 'e<' : 'e>'} ${other.word}`, unit.inTitle);
    }
  }
};

const bucket = (count: number): string => (count > 3 ? 'many' : String(count));

/** What is known of an entry beside its words. */
export interface EntryFacts {
  readonly feedKind: 'official' | 'exchange' | 'press';
}

const emitFacts = (document: Document, mentions: Mentions, facts: EntryFacts, emit: Emit): void => {
  const inTitle = (items: readonly { readonly inTitle: boolean }[]): number =>
    items.filter((item) => item.inTitle).length;
  emit(`f kind ${facts.feedKind}`, true);
  emit(`f ex ${bucket(inTitle(mentions.exchanges))}`, true);
  emit(`f pl ${bucket(inTitle(mentions.places))}`, true);
  emit(`f au ${bucket(inTitle(mentions.authorities))}`, true);
  emit(`f q ${/[?？؟]/.test(document.normal.text.slice(0, document.titleEnd))}`, true);
  emit(`f begins ${/^\W*\d/.test(document.normal.text)}`, true);
  const first = mentions.exchanges[0];
  if (first?.inTitle === true) emit(`f ex first ${first.token < 3}`, true);
};

/** Evidence (signs and their pairs) counts in full; words share a fixed weight, so that length tells nothing. */
export const extractFeatures = (document: Document, mentions: Mentions, facts: EntryFacts): Features => {
  const evidence = new Map<number, number>();
  const words = new Map<number, number>();
  const emitTo =
    (into: Map<number, number>): Emit =>
    (name, inTitle) => {
      into.set(hashFeature(`${inTitle ? 'T' : 'X'}${name}`), inTitle ? 1 : 0.5);
      const any = hashFeature(`A${name}`);
      if (inTitle || !into.has(any)) into.set(any, inTitle ? 1 : 0.5);
    };
  const units = toUnits(document, mentions);
  emitSigns(toSigns(mentions), emitTo(evidence));
  emitFacts(document, mentions, facts, emitTo(evidence));
  emitGrams(units, emitTo(words));
  emitStems(units, emitTo(words));
  emitAround(units, emitTo(words));
  const share = WORD_WEIGHT / Math.sqrt(Math.max(words.size, 1));
  for (const [index, value] of words) if (!evidence.has(index)) evidence.set(index, value * share);
  return { indices: Uint32Array.from(evidence.keys()), values: Float32Array.from(evidence.values()) };
};

const WORD_WEIGHT = 8;
