import type { Button, TextCard } from '../domain/card.ts';
import type { Answer, Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Filter, Subscription } from '../domain/subscription.ts';
import { heading, inPlace, openly, textCard } from './answer.ts';
import { askedWish } from './asked-wish.ts';
import { describeFilter, unknownIds } from './describe-filter.ts';
import type { Desk, Handler } from './desk.ts';
import { languageName } from './language-name.ts';
import { pick } from './pick.ts';
import { freeId, subscriptionOf } from './subscription-of.ts';

/** A button that says `filters` and these words. */
const press = (label: string, id: string): Button => ({ label, verb: 'filters', id });

/** Filters on one page: each is two buttons, and Discord has five rows of five. */
const PAGE = 8;

const show = (
  subscription: Subscription,
  language: string,
  { words, catalogue }: Desk,
  asked = 0,
): TextCard => {
  const { filters, cadence, zone } = subscription;
  const pages = Math.max(1, Math.ceil(filters.length / PAGE));
  const page = Math.min(Math.max(asked, 0), pages - 1);
  const shown = filters.slice(page * PAGE, (page + 1) * PAGE);
  const tell = (key: string, params?: Record<string, string | number>): string =>
    words.say(language, `commands.${key}`, params);
  const next = freeId(filters);
  const more = [
    press(`+ ${tell('pick.exchanges')}`, `pick ${next} e 0`),
    press(`+ ${tell('pick.countries')}`, `pick ${next} p 0`),
  ];
  if (filters.length === 0) return textCard([tell('filters.none')], [more]);
  const gone = [...new Set(filters.flatMap((filter) => unknownIds(filter, catalogue)))];
  return textCard(
    [
      heading(tell('filters.heading', { count: filters.length })),
      ...shown.map((filter) =>
        tell('filters.line', { id: filter.id, filter: describeFilter(filter, words, language) }),
      ),
      pages > 1 ? tell('pick.page', { page: page + 1, pages }) : undefined,
      gone.length > 0 ? tell('filters.unknown-ids', { ids: gone.join(', ') }) : undefined,
      tell('filters.settings', {
        cadence: words.say(language, `cadence.${cadence}`),
        language: languageName(subscription.language, language),
        zone,
      }),
    ],
    [
      ...shown.map(({ id }) => [
        press(tell('filters.edit', { id }), `edit ${id}`),
        press(tell('filters.delete', { id }), `delete ${id}`),
      ]),
      [
        ...(page > 0 ? [press(`‹ ${page}`, `page ${page - 1}`)] : []),
        ...(page + 1 < pages ? [press(`${page + 2} ›`, `page ${page + 1}`)] : []),
      ],
      more,
    ],
  );
};

/** What of a filter can be changed on a keyboard, or by saying it anew. */
const editCard = (filter: Filter, language: string, { words, filterWords, dimensions }: Desk): TextCard => {
  const { id } = filter;
  const tell = (key: string, params?: Record<string, string>): string =>
    words.say(language, `commands.${key}`, params);
  const [exchanges, places, ...others] = [...dimensions].map(([letter, { key }]) =>
    press(tell(`pick.${key}`), `pick ${id} ${letter} 0`),
  );
  const line = tell('filters.line', { id, filter: describeFilter(filter, words, language) });
  return {
    ...textCard(
      [
        heading(line),
        tell('pick.change'),
        [{ text: `/filters edit ${id} ${filterWords(filter, language)}`, code: true }],
      ],
      [
        [exchanges, places].filter((button) => button !== undefined),
        others,
        [press(tell('filters.delete', { id }), `delete ${id}`), press(tell('back'), 'done')],
      ],
    ),
    asks: `filters edit ${id}`,
  };
};

const filterIn = ({ filters }: Subscription, id: string): Filter => {
  const filter = filters.find((each) => each.id === id.toLowerCase());
  if (filter === undefined) throw new UserError('unknown-filter', { word: id });
  return filter;
};

const remove = async (
  subscription: Subscription,
  id: string,
  { language }: Command,
  desk: Desk,
): Promise<Answer> => {
  const filter = filterIn(subscription, id);
  const after = { ...subscription, filters: subscription.filters.filter((each) => each !== filter) };
  await desk.subscriptions.save(after);
  const deleted = desk.words.say(language, 'commands.filters.deleted', {
    filter: describeFilter(filter, desk.words, language),
  });
  const page = Math.floor(subscription.filters.indexOf(filter) / PAGE);
  const rest = show(after, language, desk, page);
  return inPlace({ ...rest, paragraphs: [[deleted], ...rest.paragraphs] });
};

const edit = async (
  subscription: Subscription,
  id: string,
  asked: string,
  command: Command,
  desk: Desk,
): Promise<Answer> => {
  const before = filterIn(subscription, id);
  const { words } = desk;
  const { language } = command;
  if (asked === '') return inPlace(editCard(before, language, desk));
  const { filter, cadence } = askedWish(asked, command, desk);
  const changed: Filter = { ...filter, id: before.id };
  await desk.subscriptions.save({
    ...subscription,
    cadence: cadence ?? subscription.cadence,
    filters: subscription.filters.map((each) => (each === before ? changed : each)),
  });
  return openly(
    textCard([
      words.say(language, 'commands.filters.changed', {
        id: before.id,
        filter: describeFilter(changed, words, language),
      }),
    ]),
  );
};

const DONE = 'done';

const done = (subscription: Subscription, { language }: Command, desk: Desk): Answer => {
  const card = show(subscription, language, desk);
  const hint = subscription.filters.length > 0 ? [[desk.words.say(language, 'commands.subscribe.hint')]] : [];
  return inPlace({ ...card, paragraphs: [...card.paragraphs, ...hint] });
};

/** `filters`, `filters delete a`, `filters edit a [words]`, and what the keyboards say: `filters pick …`, `filters done`. */
export const filters: Handler = async (command, desk) => {
  const asked = command.words.trim();
  // A keyboard may be the first thing that a place sees.
  if (/^pick\s/i.test(asked)) return pick(asked.slice('pick '.length).trim(), command, desk);
  const subscription = await subscriptionOf(command, desk);
  if (asked.toLowerCase() === DONE) return done(subscription, command, desk);
  if (asked === '') return openly(show(subscription, command.language, desk));
  const [verb = '', id = '', ...rest] = asked.split(/\s+/);
  if (/^(?:delete|remove|del|rm)$/i.test(verb)) return remove(subscription, id, command, desk);
  if (/^(?:edit|change)$/i.test(verb)) return edit(subscription, id, rest.join(' '), command, desk);
  if (verb.toLowerCase() === 'show') return openly(show(subscription, command.language, desk));
  if (verb.toLowerCase() === 'page')
    return inPlace(show(subscription, command.language, desk, Math.floor(Number(id)) || 0));
  throw new UserError('unknown-word', { word: verb, suggestion: 'filters delete a, filters edit a' });
};
