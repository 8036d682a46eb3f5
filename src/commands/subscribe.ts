import type { Text } from '../domain/card.ts';
import type { Answer, Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Words } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Severity } from '../domain/taxonomy.ts';
import { openly, textCard } from './answer.ts';
import { askedWish } from './asked-wish.ts';
import type { Linked } from './deep-link.ts';
import { describeFilter, unknownIds } from './describe-filter.ts';
import type { Desk, Handler } from './desk.ts';
import { cadenceLine } from './digest.ts';
import { freeId, newSubscription, sameWish } from './subscription-of.ts';

/** A wish, and the role to be mentioned with its alerts. */
interface Asked extends Linked {
  readonly role?: string;
}

const ROLE = /(?:\bmention(?:ing)?\s+)?<@&(\d+)>/i;

/** People are called together for what is grave, unless the wish itself says from where. */
const mentionedFrom = (wished: Severity): Severity => (wished === 'low' ? 'high' : wished);

const withWish = (
  before: Subscription,
  { filter, cadence, role }: Asked,
  id: string,
  desk: Desk,
): Subscription => {
  const { missingRight: _, ...rest } = before;
  const isActive = before.state === 'active';
  return {
    ...rest,
    state: 'active',
    stateSince: isActive ? before.stateSince : desk.clock.now(),
    cadence: cadence ?? before.cadence,
    ...(role === undefined ? {} : { mention: { role, from: mentionedFrom(filter.minSeverity) } }),
    filters: before.filters.some((each) => each.id === id)
      ? before.filters
      : [...before.filters, { ...filter, id }],
  };
};

const mentionLine = ({ mention }: Subscription, language: string, words: Words): string | undefined =>
  mention === undefined
    ? undefined
    : words.say(language, 'commands.subscribe.mention', {
        severity: words.say(language, `severity.${mention.from}`),
      });

const told = (
  subscription: Subscription,
  wish: Linked['filter'],
  id: string,
  isNew: boolean,
  { language }: Command,
  { words, catalogue }: Desk,
): Answer => {
  const say = (key: string, params?: Record<string, string>): string => words.say(language, key, params);
  const filter = describeFilter(wish, words, language);
  const gone = unknownIds(wish, catalogue);
  const done: Text = [say(isNew ? 'commands.subscribe.done' : 'commands.subscribe.already', { filter })];
  return openly(
    textCard(
      [
        done,
        gone.length > 0 ? say('commands.filters.unknown-ids', { ids: gone.join(', ') }) : undefined,
        cadenceLine(subscription, words, language),
        mentionLine(subscription, language, words),
        say('commands.subscribe.hint'),
      ],
      isNew ? [[{ label: say('commands.subscribe.undo'), verb: 'filters', id: `delete ${id}` }]] : [],
    ),
  );
};

/** Adds a wish to what the place wants, which begins with it where there was nothing. */
export const addWish = async (linked: Asked, command: Command, desk: Desk): Promise<Answer> => {
  const before = (await desk.subscriptions.get(command.destination)) ?? newSubscription(command, desk);
  const same = before.filters.find((each) => sameWish(each, linked.filter));
  if (same === undefined && before.filters.length >= desk.filterLimit)
    throw new UserError('too-many-filters', { limit: desk.filterLimit });
  const id = same?.id ?? freeId(before.filters);
  const after = withWish(before, linked, id, desk);
  await desk.subscriptions.save(after);
  return told(after, linked.filter, id, same === undefined, command, desk);
};

/** `subscribe [words] [mention <@&role>]`: without words, everything. */
export const subscribe: Handler = (command, desk) => {
  const role = ROLE.exec(command.words)?.[1];
  const wish = askedWish(command.words.replace(ROLE, ' '), command, desk);
  return addWish({ ...wish, ...(role === undefined ? {} : { role }) }, command, desk);
};
