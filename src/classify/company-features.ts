import { baseLanguage } from '../domain/base-language.ts';
import { KINDS } from '../domain/taxonomy.ts';
import type { Document } from './document.ts';
import type { FeatureBag } from './feature-bag.ts';
import type { Sign } from './sign.ts';

const KIND_NAMES: ReadonlySet<string> = new Set(KINDS);

/** Who and what a restriction needs: measure, authority, exchange (by its name or not) and place. */
const PARTIES: readonly (readonly [party: string, isParty: (name: string) => boolean])[] = [
  ['kind', (name) => KIND_NAMES.has(name)],
  ['authority', (name) => name.startsWith('AU-')],
  ['exchange', (name) => name === 'EX'],
  ['venue', (name) => name === 'venue'],
  ['place', (name) => name === 'PL'],
];

/** So many names of a text are held against those of its title. */
const MOST_OF_TEXT = 12;

const emit = (bag: FeatureBag, sort: string, name: string, rest: string): void => {
  bag.beginWhole(sort);
  bag.write(name);
  bag.write(rest);
  bag.put();
};

const emitParties = (bag: FeatureBag, sort: string, names: ReadonlySet<string>): void => {
  const present = PARTIES.map(([party, isParty]) => ` ${party} ${[...names].some(isParty)}`);
  emit(bag, sort, 'all', present.join(''));
  for (const name of names) for (const party of present) emit(bag, sort, name, party);
};

const emitLanguage = (
  bag: FeatureBag,
  signs: readonly Sign[],
  { language, normal, titleEnd }: Document,
): void => {
  const sort = baseLanguage(language) === 'en' ? 'english ' : 'other ';
  const hasText = normal.text.slice(titleEnd).trim() !== '';
  emit(bag, sort, hasText ? 'with text' : 'title only', '');
  for (const { name, inTitle } of signs) emit(bag, sort, name, inTitle ? ' title' : ' text');
};

const emitTitleAndText = (
  bag: FeatureBag,
  ofTitle: ReadonlySet<string>,
  ofText: ReadonlySet<string>,
): void => {
  const firstOfText = [...ofText].slice(0, MOST_OF_TEXT);
  for (const name of ofText) if (!ofTitle.has(name)) emit(bag, 'text alone ', name, '');
  for (const name of ofTitle) {
    emit(bag, 'again ', name, ` ${ofText.has(name)}`);
    for (const other of firstOfText) emit(bag, 'title and text ', name, ` ${other}`);
  }
};

const namesOf = (signs: readonly Sign[], isSuch: (sign: Sign) => boolean): ReadonlySet<string> =>
  new Set(signs.filter(isSuch).map(({ name }) => name));

/**
 * What each sign is in the company of: a cue says one thing beside an exchange and another without, one in English and
 * another elsewhere, one where the text bears the title out and another where it does not.
 */
export const emitCompany = (signs: readonly Sign[], document: Document, bag: FeatureBag): void => {
  const ofTitle = namesOf(signs, ({ inTitle }) => inTitle);
  const ofText = namesOf(signs, ({ inTitle }) => !inTitle);
  emitParties(bag, 'title ', ofTitle);
  emitParties(bag, 'entry ', new Set([...ofTitle, ...ofText]));
  emitLanguage(bag, signs, document);
  if (ofText.size > 0) emitTitleAndText(bag, ofTitle, ofText);
};
