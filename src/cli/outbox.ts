import { loadDotEnv, readSettings, type Settings } from '../config/settings.ts';
import type { Broadcast, DeferredDelivery } from '../domain/delivery.ts';
import { destinationKey } from '../domain/destination.ts';
import { systemClock } from '../ops/clock.ts';
import { createLogger } from '../ops/logger.ts';
import { type OpenOutbox, openOutbox } from '../wiring/open-outbox.ts';

export type OutboxVerb = 'list' | 'show' | 'retry' | 'drop';

type Owed = Broadcast | DeferredDelivery;
type Write = (line: string) => void;

/** `ID  KIND  SEVERITY  SINCE  TO  WHY`, for eyes and for `cut`. */
const owedLine = (owed: Owed): string => {
  const since = new Date(owed.createdAt).toISOString();
  const incident = `${owed.alert.incidentId} r${owed.alert.revision}`;
  const rest =
    'status' in owed
      ? [owed.status, owed.severity, since, incident, destinationKey(owed.destination), owed.lastOutcome]
      : [
          owed.held ? 'held' : 'broadcast',
          owed.severity,
          since,
          incident,
          `${owed.to.length} destinations`,
          '',
        ];
  return [owed.id, ...rest].join('\t');
};

const NO_SUCH = 'The outbox holds nothing of that id; `curbwatch outbox list` shows what it holds.';
const NOT_PARKED = 'That delivery is not parked: the bot sends it by itself.';

const list = async ({ desk }: OpenOutbox, write: Write): Promise<boolean> => {
  const all = await desk.list();
  for (const owed of all) write(owedLine(owed));
  if (all.length === 0) write('Nothing is owed.');
  return true;
};

const show = async ({ desk }: OpenOutbox, id: string, write: Write): Promise<boolean> => {
  const owed = await desk.show(id);
  write(owed === undefined ? NO_SUCH : JSON.stringify(owed, undefined, 2));
  return owed !== undefined;
};

const retry = async ({ desk, claim }: OpenOutbox, id: string, write: Write): Promise<boolean> => {
  await claim();
  if (await desk.retry(id)) {
    write(`${id} is back in line; the bot sends it at its next start.`);
    return true;
  }
  write((await desk.show(id)) === undefined ? NO_SUCH : NOT_PARKED);
  return false;
};

const drop = async ({ desk, claim }: OpenOutbox, id: string, write: Write): Promise<boolean> => {
  await claim();
  const isDropped = await desk.drop(id);
  write(isDropped ? `${id} is forgotten; nobody gets it any more.` : NO_SUCH);
  return isDropped;
};

export interface OutboxStreams {
  readonly write: Write;
  readonly logTo: NodeJS.WritableStream;
}

/**
 * Looks at what is owed, or decides about one of it. `retry` and `drop` need the bot to be down: what it has in hand
 * would be sent all the same. Resolves to false where there is nothing of that id to do it to.
 * @throws StoreError where the store cannot be opened, or a running bot holds it
 */
export const useOutbox = async (
  verb: OutboxVerb,
  id: string | undefined,
  settings: Settings,
  { write, logTo }: OutboxStreams,
): Promise<boolean> => {
  const logger = createLogger({ level: 'warn', secrets: [], destination: logTo });
  const open = await openOutbox(settings, systemClock, logger);
  try {
    if (verb === 'list') return await list(open, write);
    if (id === undefined) {
      write(`Say which: \`curbwatch outbox ${verb} ID\`.`);
      return false;
    }
    return await { show, retry, drop }[verb](open, id, write);
  } finally {
    await open.close();
  }
};

/** `curbwatch outbox`; the exit code is 1 where nothing was found. */
export const outbox = async (verb: OutboxVerb, id: string | undefined): Promise<void> => {
  loadDotEnv();
  const { stdout, stderr } = process;
  const write = (line: string): void => void stdout.write(`${line}\n`);
  if (!(await useOutbox(verb, id, readSettings(), { write, logTo: stderr }))) process.exitCode = 1;
};
