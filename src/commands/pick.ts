import type { Button, TextCard } from '../domain/card.ts';
import type { Answer, Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Filter, Subscription } from '../domain/subscription.ts';
import { heading, inPlace, textCard } from './answer.ts';
import { describeFilter } from './describe-filter.ts';
import type { Desk } from './desk.ts';
import type { Dimension } from './dimensions.ts';
import { EVERYTHING } from './parse-filter.ts';
import { newSubscription, sameWish } from './subscription-of.ts';

/** Choices on one page: rows that still fit under a thumb. */
const PAGE = 8;
const COLUMNS = 2;
const TICK = '✅ ';
/** Bytes of what was searched for that a button has room for. */
const LONGEST_QUERY = 10;

interface Change {
  readonly on: boolean;
  readonly value: string;
}

/** What a keyboard shows: a page of a dimension of a filter, or what was searched for in it. */
interface Picking {
  readonly id: string;
  readonly letter: string;
  readonly dimension: Dimension;
  readonly page: number;
  readonly query?: string;
  /** A press says which state it wants, not "the other one": pressed twice it does no harm. */
  readonly change?: Change;
}

const changeIn = (word: string, dimension: Dimension): Change => {
  const value = dimension.value(word.slice(1));
  if (value === undefined)
    throw new UserError(dimension.search?.mistake ?? 'unknown-kind', { word: word.slice(1), suggestion: '' });
  return { on: word.startsWith('+'), value };
};

/** `a e`, `a e 3`, `a e 3 +okx`, `a e ?kra -kraken` from buttons; `a e ? kraken` where a name was typed. */
const readPicking = (said: string, { dimensions }: Desk): Picking => {
  const [id = '', letter = '', ...rest] = said.split(/\s+/);
  const dimension = dimensions.get(letter);
  if (dimension === undefined || id === '')
    throw new UserError('unknown-word', { word: said, suggestion: 'filters' });
  const picking = { id: id.toLowerCase(), letter, dimension, page: 0 };
  const [where = '0', ...more] = rest;
  if (where === '?') return { ...picking, query: more.join(' ') };
  const word = [...more].pop() ?? '';
  const isChange = /^[+-]\S/.test(word);
  const place = [where, ...(isChange ? more.slice(0, -1) : more)].join(' ');
  return {
    ...picking,
    ...(place.startsWith('?') ? { query: place.slice(1) } : { page: Math.floor(Number(place)) || 0 }),
    ...(isChange ? { change: changeIn(word, dimension) } : {}),
  };
};

const filterIn = (subscription: Subscription | undefined, id: string): Filter | undefined =>
  subscription?.filters.find((each) => each.id === id);

const changed = ({ dimension, change, id }: Picking, before: Filter | undefined): Filter | undefined => {
  const wish = before ?? { ...EVERYTHING, id };
  if (change === undefined) return before;
  const others = dimension.ticked(wish).filter((value) => value !== change.value);
  if (change.on) {
    const ticked = dimension.ticked(wish).includes(change.value);
    const values = dimension.isSingle ? [change.value] : [...others, change.value];
    return ticked && before !== undefined ? before : { ...dimension.withTicked(wish, values), id };
  }
  const after = { ...dimension.withTicked(wish, dimension.isSingle ? [change.value] : others), id };
  // Who takes back the only tick wants nothing, not everything.
  return before === undefined || sameWish(after, EVERYTHING) ? undefined : after;
};

/** Writes what a press changed; resolves to what stands then. */
const apply = async (picking: Picking, command: Command, desk: Desk): Promise<Subscription | undefined> => {
  const before = await desk.subscriptions.get(command.destination);
  const old = filterIn(before, picking.id);
  const filter = changed(picking, old);
  if (filter === old) return before;
  const { filters, ...rest } = before ?? newSubscription(command, desk);
  if (old === undefined && filters.length >= desk.filterLimit)
    throw new UserError('too-many-filters', { limit: desk.filterLimit });
  const kept = filters.flatMap((each) => (each !== old ? [each] : (filter ?? [])));
  const after = { ...rest, filters: old === undefined && filter !== undefined ? [...kept, filter] : kept };
  await desk.subscriptions.save(after);
  return after;
};

const cutQuery = (query: string): string => {
  let cut = '';
  for (const sign of query) {
    if (Buffer.byteLength(cut + sign) > LONGEST_QUERY) break;
    cut += sign;
  }
  return cut.trim();
};

interface Shown {
  readonly values: readonly string[];
  readonly pages: number;
  /** What was not found, and what may be meant. */
  readonly note?: string;
}

const found = (query: string, { dimension, change }: Picking, language: string, desk: Desk): Shown => {
  const { search } = dimension;
  const hits = search?.find(query, language) ?? [];
  const page = hits.slice(0, PAGE);
  // What was ticked stays in sight, though a button may remember less than was typed.
  if (change !== undefined && !page.includes(change.value)) page.unshift(change.value);
  if (page.length > 0) return { values: page.slice(0, PAGE), pages: 1 };
  const near = search?.nearest(query);
  const suggestion = near === undefined ? '' : dimension.label(near, language);
  const mistake = new UserError(search?.mistake ?? 'unknown-word', { word: query, suggestion });
  const [paragraph] = desk.words.mistake(mistake, language).paragraphs;
  const note = (paragraph ?? []).map((part) => (typeof part === 'string' ? part : part.text)).join('');
  return { values: near === undefined ? [] : [near], pages: 1, note };
};

const shown = (picking: Picking, language: string, desk: Desk): Shown => {
  const { dimension, page, query = '' } = picking;
  if (query !== '') return found(query, picking, language, desk);
  const all = dimension.values(language);
  return {
    values: all.slice(page * PAGE, (page + 1) * PAGE),
    pages: Math.ceil(all.length / PAGE),
  };
};

const inRows = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  Array.from({ length: Math.ceil(buttons.length / COLUMNS) }, (_, at) =>
    buttons.slice(at * COLUMNS, (at + 1) * COLUMNS),
  );

const hears = (
  subscription: Subscription | undefined,
  filter: Filter | undefined,
  language: string,
  { words }: Desk,
): string => {
  if (filter === undefined) return words.say(language, 'commands.pick.nothing');
  const wish = describeFilter(filter, words, language);
  const isOne = subscription?.filters.length === 1;
  const line = isOne ? 'commands.subscribe.done' : 'commands.filters.line';
  const narrowed = filter.exchanges.length > 0 && filter.jurisdictions.length > 0;
  return [
    words.say(language, line, { id: filter.id, filter: wish }),
    ...(narrowed && !filter.onlyWhenNamed ? [words.say(language, 'commands.pick.both')] : []),
  ].join('\n');
};

const keyboard = (
  picking: Picking,
  { values, pages }: Shown,
  ticked: readonly string[],
  language: string,
  { words }: Desk,
): readonly (readonly Button[])[] => {
  const { id, letter, dimension, page, query = '' } = picking;
  const press = (label: string, rest: string): Button => ({ label, verb: 'filters', id: rest });
  const here = `pick ${id} ${letter}`;
  const place = query === '' ? String(page) : `?${cutQuery(query)}`;
  const choices = values.map((value) => {
    const isOn = ticked.includes(value);
    const sign = isOn && !dimension.isSingle ? '-' : '+';
    return press(
      `${isOn ? TICK : ''}${dimension.label(value, language)}`,
      `${here} ${place} ${sign}${dimension.code(value)}`,
    );
  });
  const other = { e: ['p', 'countries'], p: ['e', 'exchanges'] }[letter];
  const [otherLetter, otherKey] = other ?? [];
  return [
    ...inRows(choices),
    [
      ...(page > 0 ? [press(`‹ ${page}`, `${here} ${page - 1}`)] : []),
      ...(query !== '' ? [press('‹', `${here} 0`)] : []),
      ...(query === '' && page + 1 < pages ? [press(`${page + 2} ›`, `${here} ${page + 1}`)] : []),
    ],
    [
      otherLetter === undefined
        ? press(words.say(language, 'commands.back'), `edit ${id}`)
        : press(words.say(language, `commands.pick.${otherKey}`), `pick ${id} ${otherLetter} 0`),
      press(words.say(language, 'commands.pick.done'), 'done'),
    ],
  ];
};

const picker = (
  picking: Picking,
  subscription: Subscription | undefined,
  language: string,
  desk: Desk,
): TextCard => {
  const { words } = desk;
  const { id, letter, dimension, page } = picking;
  const filter = filterIn(subscription, id);
  const what = shown(picking, language, desk);
  const leaf = { page: page + 1, pages: what.pages };
  const card = textCard(
    [
      heading(words.say(language, `commands.pick.${dimension.key}`)),
      hears(subscription, filter, language, desk),
      what.note,
      dimension.search === undefined ? undefined : words.say(language, 'commands.pick.hint'),
      what.pages > 1 ? words.say(language, 'commands.pick.page', leaf) : undefined,
    ],
    keyboard(picking, what, filter === undefined ? [] : dimension.ticked(filter), language, desk),
  );
  return dimension.search === undefined ? card : { ...card, asks: `filters pick ${id} ${letter} ?` };
};

/** Chooses on a keyboard that is edited with each tick; what is ticked counts at once. */
export const pick = async (said: string, command: Command, desk: Desk): Promise<Answer> => {
  const picking = readPicking(said, desk);
  const subscription = await apply(picking, command, desk);
  return inPlace(picker(picking, subscription, command.language, desk));
};
