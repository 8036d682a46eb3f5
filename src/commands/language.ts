import { UserError } from '../domain/errors.ts';
import { openly, textCard } from './answer.ts';
import type { Desk, Handler } from './desk.ts';
import { fold } from './fold.ts';
import { languageName } from './language-name.ts';
import { subscriptionOf } from './subscription-of.ts';

/** By tag (`pt`, `pt-BR`), by its own name, by its name in any of our languages. */
const find = (asked: string, { words: { languages } }: Desk): string | undefined => {
  const typed = fold(asked);
  const byName = (tag: string): boolean =>
    [tag, ...languages].some((language) => fold(languageName(tag, language)) === typed);
  return (
    languages.find((tag) => fold(tag) === typed) ??
    languages.find(byName) ??
    languages.find((tag) => fold(tag) === typed.split(' ')[0])
  );
};

/** `language [NAME]`: in which language this place is told. */
export const language: Handler = async (command, desk) => {
  const { words } = desk;
  const subscription = await subscriptionOf(command, desk);
  const asked = command.words.trim();
  if (asked === '')
    return openly(
      textCard(
        [words.say(command.language, 'commands.language.choose')],
        words.languages.map((tag) => [{ label: languageName(tag, tag), verb: 'language', id: tag }]),
      ),
    );
  const found = find(asked, desk);
  if (found === undefined)
    throw new UserError('unknown-language', {
      word: asked,
      languages: words.languages.map((tag) => languageName(tag, tag)).join(', '),
    });
  await desk.subscriptions.save({ ...subscription, language: found });
  return openly(textCard([words.say(found, 'commands.language.done')]));
};
