import type { TextCard } from '../domain/card.ts';
import type { Answer, Command, CommandName, May } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import { privately, textCard } from './answer.ts';
import { check } from './check.ts';
import { country } from './country.ts';
import type { Desk, Handler } from './desk.ts';
import { diagnose } from './diagnose.ts';
import { digest } from './digest.ts';
import { createDimensions } from './dimensions.ts';
import { exchange } from './exchange.ts';
import { exportSettings } from './export.ts';
import { createFilterWords } from './filter-words.ts';
import { filters } from './filters.ts';
import { forget } from './forget.ts';
import { help } from './help.ts';
import { incident } from './incident.ts';
import { irrelevant } from './irrelevant.ts';
import { language } from './language.ts';
import { latest } from './latest.ts';
import { merge } from './merge.ts';
import { mute } from './mute.ts';
import { createNames, type Names } from './names.ts';
import { ops } from './ops.ts';
import { createFilterParser } from './parse-filter.ts';
import { pause } from './pause.ts';
import { quiet } from './quiet.ts';
import { reload } from './reload.ts';
import { resume } from './resume.ts';
import { retract } from './retract.ts';
import type { Rooms } from './rooms.ts';
import { sources } from './sources.ts';
import { start } from './start.ts';
import { subscribe } from './subscribe.ts';
import { test } from './test.ts';
import { unsubscribe } from './unsubscribe.ts';
import { isAllowed, WHO_MAY } from './who-may.ts';
import { why } from './why.ts';

interface Row {
  readonly who: May;
  /** Key of its line in menus and in `help`. */
  readonly description: string;
  /** Key of an example that works when typed. */
  readonly usage: string;
  readonly handler: Handler;
}

const row = (name: CommandName, handler: Handler): Row => ({
  who: WHO_MAY[name],
  description: `commands.what.${name}`,
  usage: `commands.example.${name}`,
  handler,
});

/** One table, one meaning, on every platform. A new command is one file and one row (and its right in `who-may.ts`). */
export const COMMANDS: Readonly<Record<CommandName, Row>> = {
  start: row('start', start),
  help: row('help', help),
  latest: row('latest', latest),
  check: row('check', check),
  exchange: row('exchange', exchange),
  country: row('country', country),
  incident: row('incident', incident),
  why: row('why', why),
  sources: row('sources', sources),
  subscribe: row('subscribe', subscribe),
  filters: row('filters', filters),
  unsubscribe: row('unsubscribe', unsubscribe),
  pause: row('pause', pause),
  resume: row('resume', resume),
  digest: row('digest', digest),
  quiet: row('quiet', quiet),
  language: row('language', language),
  test: row('test', test),
  diagnose: row('diagnose', diagnose),
  export: row('export', exportSettings),
  forget: row('forget', forget),
  mute: row('mute', mute),
  irrelevant: row('irrelevant', irrelevant),
  ops: row('ops', ops),
  reload: row('reload', reload),
  retract: row('retract', retract),
  merge: row('merge', merge),
};

const perform = async (command: Command, desk: Desk): Promise<Answer> => {
  const { who, handler } = COMMANDS[command.name];
  if (!isAllowed(command.may, who))
    throw new UserError(who === 'operate' ? 'operators-only' : 'not-allowed', {
      command: `/${command.name}`,
    });
  return await handler(command, desk);
};

/** What is missing may be said next. */
const withQuestion = (card: TextCard, { key }: UserError, { name }: Command): TextCard =>
  key === 'missing-argument' ? { ...card, asks: name } : card;

/**
 * One command in, one answer out; never rejects. A person's mistake is answered with what was understood and the nearest
 * right thing; a fault of ours is logged, and said to be ours. Built anew when the catalogue was read again.
 */
export const createCommands = (
  rooms: Rooms,
  names: Names = createNames(rooms.catalogue, rooms.words),
): ((command: Command) => Promise<Answer>) => {
  const { words, catalogue, logger } = rooms;
  const parser = createFilterParser(catalogue, words, names.lexicon);
  const desk: Desk = {
    ...rooms,
    parser,
    filterWords: createFilterWords(parser.lexicon, words),
    dimensions: createDimensions(catalogue, words, names),
  };

  return async (command) => {
    try {
      return await perform(command, desk);
    } catch (error) {
      if (error instanceof UserError)
        return privately(withQuestion(words.mistake(error, command.language), error, command));
      logger.error('command failed', { command: command.name, error });
      return privately(textCard([words.say(command.language, 'errors.internal')]));
    }
  };
};
