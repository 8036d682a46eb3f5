import { inPlace, privately, textCard } from './answer.ts';
import type { Handler } from './desk.ts';

const SURE = 'yes';

/** Deletes all that is kept of the place and of who says it, after a second word: it cannot be undone. */
export const forget: Handler = async ({ words: asked, destination, language, asker }, desk) => {
  const { words } = desk;
  if (asked.trim().toLowerCase() !== SURE)
    return privately(
      textCard(
        [words.say(language, 'commands.forget.sure')],
        [[{ label: words.say(language, 'commands.unsubscribe.confirm'), verb: 'forget', id: SURE }]],
      ),
    );
  await desk.subscriptions.delete(destination);
  await desk.forget(destination, asker);
  return inPlace(textCard([words.say(language, 'commands.forget.done')]));
};
