import type { Text } from '../domain/card.ts';
import type { Answer, Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Subscription } from '../domain/subscription.ts';
import { openly, textCard } from './answer.ts';
import { fromDeepLink, isDeepLink } from './deep-link.ts';
import { describeFilter } from './describe-filter.ts';
import type { Desk, Handler } from './desk.ts';
import { addWish } from './subscribe.ts';
import { isAllowed, WHO_MAY } from './who-may.ts';

/** The filter on which the keyboards of the greeting work. */
const FIRST = 'a';

const followLink = (command: Command, desk: Desk): Promise<Answer> => {
  const linked = fromDeepLink(command.words.trim(), desk.catalogue);
  if (linked === undefined) throw new UserError('broken-link');
  return addWish(linked, command, desk);
};

/** What the place hears of already, for those who begin again. */
const standing = (
  { filters }: Pick<Subscription, 'filters'>,
  language: string,
  { words }: Desk,
): readonly (string | Text)[] => [
  words.say(language, 'commands.filters.heading', { count: filters.length }),
  ...filters.map((filter) =>
    words.say(language, 'commands.filters.line', {
      id: filter.id,
      filter: describeFilter(filter, words, language),
    }),
  ),
  words.say(language, 'commands.subscribe.hint'),
];

/** Greets, and subscribes in two taps; a link's wish is taken up at once. */
export const start: Handler = async (command, desk) => {
  const { words } = desk;
  const { language, may } = command;
  const say = (key: string): string => words.say(language, `greeting.${key}`);
  const help = [{ label: say('help'), verb: 'help', id: '' }];
  if (!isAllowed(may, WHO_MAY.subscribe)) return openly(textCard([say('group')], [help]));
  if (isDeepLink(command.words.trim())) return followLink(command, desk);
  const { filters = [] } = (await desk.subscriptions.get(command.destination)) ?? {};
  const first = filters[0]?.id ?? FIRST;
  return openly(
    textCard(
      [say('start'), ...(filters.length === 0 ? [say('start-next')] : standing({ filters }, language, desk))],
      [
        [{ label: say('everything'), verb: 'subscribe', id: 'all' }],
        [
          { label: say('exchanges'), verb: 'filters', id: `pick ${first} e 0` },
          { label: say('countries'), verb: 'filters', id: `pick ${first} p 0` },
        ],
        help,
      ],
    ),
  );
};
