import { destinationKey } from '../domain/destination.ts';
import { privately, textCard } from './answer.ts';
import { askedIncident } from './asked-wish.ts';
import type { Handler } from './desk.ts';

/** `irrelevant ID`: counted for the operators, once for each person; changes nothing for anybody. */
export const irrelevant: Handler = async (command, desk) => {
  const { words, destination, asker = destination.chat, language } = command;
  const incident = askedIncident(words.trim(), command, desk);
  const person = { platform: destination.platform, chat: asker } as const;
  await desk.objections.add(incident.id, destinationKey(person));
  return privately(textCard([desk.words.say(language, 'commands.irrelevant.done')]));
};
