import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Incident } from '../domain/incident.ts';
import type { Desk } from './desk.ts';
import type { ParsedFilter } from './parse-filter.ts';

type Understood = Extract<ParsedFilter, { ok: true }>;

/** What somebody wishes or asks about, from their words. @throws UserError that tells what was not understood. */
export const askedWish = (words: string, { language }: Pick<Command, 'language'>, desk: Desk): Understood => {
  const parsed = desk.parser.parse(words, language);
  if (!parsed.ok) throw parsed.error;
  return parsed;
};

/** @throws UserError that shows how the command is said. */
export const missingArgument = ({ name, language }: Command, { words }: Desk): UserError =>
  new UserError('missing-argument', { example: words.say(language, `commands.example.${name}`) });

/** The incident of this id, merged or not. @throws UserError where no incident, or more than one, begins so. */
export const namedIncident = (id: string, command: Command, desk: Desk): Incident => {
  if (id === '') throw missingArgument(command, desk);
  const incident = desk.board.find(id.replace(/^#/, ''));
  if (incident === undefined) throw new UserError('unknown-incident', { word: id });
  return incident;
};

/** What an incident is by now: itself, or what it turned out to be. Alerts sent before show the id that it had. */
export const standingAs = (incident: Incident, desk: Desk): Incident => {
  const next = incident.mergedInto === undefined ? undefined : desk.board.find(incident.mergedInto);
  return next === undefined ? incident : standingAs(next, desk);
};

/** The incident that is meant by this id. @throws UserError as `namedIncident` does. */
export const askedIncident = (id: string, command: Command, desk: Desk): Incident =>
  standingAs(namedIncident(id, command, desk), desk);
