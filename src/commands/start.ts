import type { Answer, Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import { inPlace, openly, textCard } from './answer.ts';
import { fromDeepLink, isDeepLink } from './deep-link.ts';
import type { Desk, Handler } from './desk.ts';
import { addWish } from './subscribe.ts';
import { isAllowed, WHO_MAY } from './who-may.ts';

const CHOOSE = 'choose';

const followLink = (command: Command, desk: Desk): Promise<Answer> => {
  const linked = fromDeepLink(command.words.trim(), desk.catalogue);
  if (linked === undefined) throw new UserError('broken-link');
  return addWish(linked, command, desk);
};

const choose = ({ language }: Command, { words }: Desk): Answer =>
  inPlace({
    ...textCard([
      words.say(language, 'commands.what.subscribe'),
      [{ text: words.say(language, 'commands.example.subscribe'), code: true }],
    ]),
    asks: 'subscribe',
  });

/** Greets, and subscribes in two taps; a link's wish is taken up at once. */
export const start: Handler = (command, desk) => {
  const { words } = desk;
  const { language, may } = command;
  if (!isAllowed(may, WHO_MAY.subscribe))
    return openly(
      textCard(
        [words.say(language, 'greeting.group')],
        [[{ label: words.say(language, 'greeting.help'), verb: 'help', id: '' }]],
      ),
    );
  if (isDeepLink(command.words.trim())) return followLink(command, desk);
  if (command.words.trim() === CHOOSE) return choose(command, desk);
  return openly(
    textCard(
      [words.say(language, 'greeting.start'), words.say(language, 'greeting.start-next')],
      [
        [{ label: words.say(language, 'greeting.everything'), verb: 'subscribe', id: 'all' }],
        [{ label: words.say(language, 'greeting.choose'), verb: 'start', id: CHOOSE }],
        [{ label: words.say(language, 'greeting.help'), verb: 'help', id: '' }],
      ],
    ),
  );
};
