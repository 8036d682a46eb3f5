import { privately, textCard } from './answer.ts';
import { askedIncident, missingArgument } from './asked-wish.ts';
import type { Handler } from './desk.ts';
import { headlineOf } from './incident-lines.ts';

/** `retract ID REASON`: all who were told are told that it was wrong, and why. */
export const retract: Handler = async (command, desk) => {
  const [id = '', ...reason] = command.words.trim().split(/\s+/);
  const incident = askedIncident(id, command, desk);
  if (reason.length === 0) throw missingArgument(command, desk);
  const { language } = command;
  const { words, defaults, operators } = desk;
  const headline = headlineOf(incident, words, { language, zone: defaults.zone });
  const count = await operators.retract(incident, reason.join(' '));
  return privately(textCard([words.say(language, 'commands.retract.done', { headline, count })]));
};
