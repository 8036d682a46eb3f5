import { setTimeout as wait } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { MINUTE, type Millis } from '../../domain/instant.ts';
import type { Logger } from '../../domain/ports.ts';
import type { CommandIds } from './command-mentions.ts';
import type { CommandTable } from './command-table.ts';
import { outcomeOf } from './outcome.ts';
import { registerCommands } from './register-commands.ts';

const AGAIN: Millis = MINUTE;

/** Registers the commands once in the life of the process, however often the gateway becomes ready; tries until it is done. */
export const createRegistration = (
  rest: REST,
  table: CommandTable,
  logger: Logger,
  stopped: AbortSignal,
  onIds: (ids: CommandIds) => void,
): ((applicationId: string) => Promise<void>) => {
  let isBegun = false;

  const attempt = async (applicationId: string): Promise<boolean> => {
    try {
      const { result, ids } = await registerCommands(rest, applicationId, table);
      logger.info('discord.commands', { result });
      onIds(ids);
      return true;
    } catch (error) {
      logger.warn('discord.commands-failed', { outcome: outcomeOf(error) });
      return false;
    }
  };

  return async (applicationId) => {
    if (isBegun) return;
    isBegun = true;
    while (!stopped.aborted && !(await attempt(applicationId)))
      await wait(AGAIN, undefined, { signal: stopped, ref: false }).catch(() => stopped.aborted);
  };
};
