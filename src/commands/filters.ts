import type { TextCard } from '../domain/card.ts';
import type { Answer, Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Filter, Subscription } from '../domain/subscription.ts';
import { heading, inPlace, openly, textCard } from './answer.ts';
import { askedWish } from './asked-wish.ts';
import { describeFilter, unknownIds } from './describe-filter.ts';
import type { Desk, Handler } from './desk.ts';
import { subscriptionOf } from './subscription-of.ts';

const show = (subscription: Subscription, language: string, { words, catalogue }: Desk): TextCard => {
  const { filters, cadence, zone } = subscription;
  const say = (key: string, params?: Record<string, string | number>): string =>
    words.say(language, key, params);
  if (filters.length === 0) return textCard([say('commands.filters.none')]);
  const gone = [...new Set(filters.flatMap((filter) => unknownIds(filter, catalogue)))];
  return textCard(
    [
      heading(say('commands.filters.heading', { count: filters.length })),
      ...filters.map((filter) =>
        say('commands.filters.line', { id: filter.id, filter: describeFilter(filter, words, language) }),
      ),
      gone.length > 0 ? say('commands.filters.unknown-ids', { ids: gone.join(', ') }) : undefined,
      say('commands.filters.settings', {
        cadence: say(`cadence.${cadence}`),
        language: subscription.language,
        zone,
      }),
    ],
    filters.map(({ id }) => [
      { label: say('commands.filters.edit', { id }), verb: 'filters', id: `edit ${id}` },
      { label: say('commands.filters.delete', { id }), verb: 'filters', id: `delete ${id}` },
    ]),
  );
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
  const rest = show(after, language, desk);
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
  if (asked === '')
    return openly({
      ...textCard([
        words.say(language, 'commands.filters.line', {
          id: before.id,
          filter: describeFilter(before, words, language),
        }),
        [{ text: `/filters edit ${before.id} ${desk.filterWords(before, language)}`, code: true }],
      ]),
      asks: `filters edit ${before.id}`,
    });
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

/** `filters`, `filters delete a`, `filters edit a <words>`. */
export const filters: Handler = async (command, desk) => {
  const subscription = await subscriptionOf(command, desk);
  const asked = command.words.trim();
  if (asked === '') return openly(show(subscription, command.language, desk));
  const [verb = '', id = '', ...rest] = asked.split(/\s+/);
  if (/^(?:delete|remove|del|rm)$/i.test(verb)) return remove(subscription, id, command, desk);
  if (/^(?:edit|change)$/i.test(verb)) return edit(subscription, id, rest.join(' '), command, desk);
  if (verb.toLowerCase() === 'show') return openly(show(subscription, command.language, desk));
  throw new UserError('unknown-word', { word: verb, suggestion: 'filters delete a, filters edit a' });
};
