import { putCompany } from './company-features.ts';
import type { Document } from './document.ts';
import { createFeatureBag, type FeatureBag } from './feature-bag.ts';
import type { Mentions } from './find-mentions.ts';
import { askedTokens } from './questions.ts';
import { authorityClass, type Sign, toSigns } from './sign.ts';

/** Sparse features of a document: hashed names and their weights, each name once. */
export interface Features {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** A word, or a name that stands for its class, in the order of the text. */
interface Unit {
  readonly word: string;
  readonly named: boolean;
  readonly dense: boolean;
  readonly clause: number;
  readonly inTitle: boolean;
}

const ZERO = 48;
const NINE = 57;

const shape = (word: string): string => {
  const first = word.charCodeAt(0);
  if (first < ZERO || first > NINE) return word;
  if (/^(?:19|20)\d\d$/.test(word)) return '#year';
  if (/^\d+$/.test(word)) return word.length <= 2 ? '#small' : '#number';
  return '#mixed';
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

const NEAR = 5;
const MAX_SIGNS = 60;

const emit = (bag: FeatureBag, sort: string, name: string, inTitle: boolean): void => {
  bag.begin(sort, inTitle);
  bag.write(name);
  bag.put();
};

const emitPair = (bag: FeatureBag, sort: string, { name, inTitle }: Sign, other: string): void => {
  bag.begin(sort, inTitle);
  bag.write(name);
  bag.write(' ');
  bag.write(other);
  bag.put();
};

const emitSigns = (signs: readonly Sign[], bag: FeatureBag): void => {
  const count = Math.min(signs.length, MAX_SIGNS);
  for (let index = 0; index < count; index += 1) {
    const sign = signs[index];
    if (sign === undefined) break;
    emit(bag, 's ', sign.name, sign.inTitle);
    for (let next = index + 1; next < Math.min(index + 16, count); next += 1) {
      const other = signs[next];
      if (other === undefined || other.inTitle !== sign.inTitle || other.name === sign.name) continue;
      const far = other.clause !== sign.clause ? 'pc ' : other.at - sign.at > NEAR ? 'pf ' : 'pn ';
      emitPair(bag, far, sign, other.name);
      emitPair(bag, 'p ', sign, other.name);
    }
  }
};

const emitGrams = (units: readonly Unit[], bag: FeatureBag): void => {
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (unit === undefined) break;
    const { word, inTitle } = unit;
    emit(bag, 'w ', word, inTitle);
    bag.begin('g ', inTitle);
    bag.write(word);
    const longest = unit.dense ? 4 : 3;
    for (let next = index + 1; next < index + longest; next += 1) {
      const other = units[next];
      if (other === undefined || other.inTitle !== inTitle) break;
      bag.write(' ');
      bag.write(other.word);
      bag.put();
    }
    const skipped = units[index + 2];
    if (skipped === undefined || skipped.inTitle !== inTitle) continue;
    bag.begin('k ', inTitle);
    bag.write(word);
    bag.write(' ');
    bag.write(skipped.word);
    bag.put();
  }
};

/** Pieces of long words, so that an unseen ending still speaks. */
const emitStems = (units: readonly Unit[], bag: FeatureBag): void => {
  for (const { word, named, dense, inTitle } of units) {
    if (named || dense || word.length < 6 || word.startsWith('#')) continue;
    emit(bag, 'b ', word.slice(0, 4), inTitle);
    emit(bag, 'b ', word.slice(0, 5), inTitle);
    emit(bag, 'b ', word.slice(0, 7), inTitle);
  }
};

const emitAround = (units: readonly Unit[], bag: FeatureBag): void => {
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index];
    if (unit?.word !== '@EX') continue;
    for (let near = Math.max(0, index - 8); near < Math.min(units.length, index + 9); near += 1) {
      const other = units[near];
      if (other === undefined || near === index || other.clause !== unit.clause || other.dense) continue;
      emit(bag, near < index ? 'e< ' : 'e> ', other.word, unit.inTitle);
    }
  }
};

const bucket = (count: number): string => (count > 3 ? 'many' : String(count));

/** What is known of an entry beside its words. */
export interface EntryFacts {
  readonly feedKind: 'official' | 'exchange' | 'press';
}

const emitFacts = (document: Document, mentions: Mentions, facts: EntryFacts, bag: FeatureBag): void => {
  const inTitle = (items: readonly { readonly inTitle: boolean }[]): number =>
    items.filter((item) => item.inTitle).length;
  const tell = (sort: string, fact: string): void => emit(bag, sort, fact, true);
  tell('f kind ', facts.feedKind);
  tell('f ex ', bucket(inTitle(mentions.exchanges)));
  tell('f pl ', bucket(inTitle(mentions.places)));
  tell('f au ', bucket(inTitle(mentions.authorities)));
  tell('f q ', String(/[?？؟]/.test(document.normal.text.slice(0, document.titleEnd))));
  tell('f begins ', String(/^\W*\d/.test(document.normal.text)));
  const first = mentions.exchanges[0];
  if (first?.inTitle === true) tell('f ex first ', String(first.token < 3));
};

/** What all words of a document weigh together (as the square root of their squares). */
const WORD_WEIGHT = 8;

/** What is told of an entry. */
export interface EntryFeatures {
  readonly features: Features;
  /** The same, and what each sign is in the company of: whether an entry counts hangs on it; its fields are read better without. */
  readonly inCompany: Features;
}

/** What is evidence counts as it is; a word that is none has its share. The company comes last. */
const join = (evidence: FeatureBag, words: FeatureBag, company: FeatureBag): EntryFeatures => {
  let size = evidence.size;
  words.each((index) => {
    if (!evidence.has(index)) size += 1;
  });
  const indices = new Uint32Array(size + company.size);
  const values = new Float32Array(size + company.size);
  let at = 0;
  const add = (index: number, value: number): void => {
    indices[at] = index;
    values[at] = value;
    at += 1;
  };
  evidence.each(add);
  const share = WORD_WEIGHT / Math.sqrt(Math.max(words.size, 1));
  words.each((index, value) => {
    if (!evidence.has(index)) add(index, value * share);
  });
  company.each(add);
  return {
    features: { indices: indices.subarray(0, size), values: values.subarray(0, size) },
    inCompany: { indices, values },
  };
};

/** Reads what a document says. Evidence (signs and their pairs) counts in full; words share a fixed weight, so that length tells nothing. */
export type ExtractFeatures = (document: Document, mentions: Mentions, facts: EntryFacts) => EntryFeatures;

/** The bags are kept from text to text: making them anew costs as much as filling them. */
export const createFeatureExtractor = (): ExtractFeatures => {
  const evidence = createFeatureBag();
  const words = createFeatureBag();
  const company = createFeatureBag();
  return (document, mentions, facts) => {
    evidence.clear();
    words.clear();
    company.clear();
    const units = toUnits(document, mentions);
    const signs = toSigns(mentions, askedTokens(document));
    emitSigns(signs, evidence);
    emitFacts(document, mentions, facts, evidence);
    emitGrams(units, words);
    emitStems(units, words);
    emitAround(units, words);
    putCompany(signs, document, company);
    return join(evidence, words, company);
  };
};
