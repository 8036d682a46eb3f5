import { privately, textCard } from './answer.ts';
import type { Handler } from './desk.ts';

/** Reads the catalogue again; where it has faults the old one stays, and they are listed. */
export const reload: Handler = async ({ language }, { words, operators }) => {
  const reloaded = await operators.reload();
  if (!reloaded.ok)
    return privately(textCard([words.say(language, 'commands.reload.failed'), ...reloaded.faults]));
  const { feeds, exchanges } = reloaded;
  return privately(textCard([words.say(language, 'commands.reload.done', { feeds, exchanges })]));
};
