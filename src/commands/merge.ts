import { privately, textCard } from './answer.ts';
import { askedIncident, missingArgument } from './asked-wish.ts';
import type { Handler } from './desk.ts';
import { headlineOf } from './incident-lines.ts';

/** `merge A B`: two incidents were one happening; the older stands. */
export const merge: Handler = async (command, desk) => {
  const [first = '', second = ''] = command.words.trim().split(/\s+/);
  const a = askedIncident(first, command, desk);
  const b = askedIncident(second, command, desk);
  if (a.id === b.id) throw missingArgument(command, desk);
  const { language } = command;
  const { words, defaults, operators } = desk;
  const standing = await operators.merge(a, b);
  const headline = headlineOf(standing, words, { language, zone: defaults.zone });
  return privately(textCard([words.say(language, 'commands.merge.done', { headline })]));
};
