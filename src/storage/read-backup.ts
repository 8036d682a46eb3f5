import { createHash } from 'node:crypto';
import { PLATFORMS } from '../domain/destination.ts';
import { ConfigError, StoreError } from '../domain/errors.ts';
import { BACKUP_VERSION, type BackupKind, type BackupRecords } from './backup.ts';
import { migrate } from './migrate.ts';
import { SHAPES } from './shapes.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isList = (value: unknown): boolean => Array.isArray(value);
const isTold = (value: unknown): boolean => isList(value) && (value as readonly unknown[]).length > 0;

const isDestination = (value: unknown): boolean =>
  isObject(value) &&
  PLATFORMS.some((platform) => platform === value.platform) &&
  isText(value.chat) &&
  (value.thread === undefined || isText(value.thread));

const isAlert = (value: unknown): boolean =>
  isObject(value) && isText(value.incidentId) && isNumber(value.revision) && isList(value.reasons);

const allDestinations = (value: unknown): boolean => Array.isArray(value) && value.every(isDestination);

/** The fields without which the bot could not start on the record. The hash tells the rest: we wrote it. */
const NEEDED: Readonly<Record<BackupKind, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  subscriptions: {
    destination: isDestination,
    filters: isList,
    state: isText,
    language: isText,
    zone: isText,
  },
  feedStates: { feedId: isText, nextPollAt: isNumber, lastKeys: isList },
  broadcasts: { id: isText, alert: isAlert, to: allDestinations },
  deferred: { id: isText, alert: isAlert, destination: isDestination, status: isText },
  incidents: { id: isText, revision: isNumber, measures: isTold, sources: isTold, exchanges: isList },
  sentMessages: { incidentId: isText, destination: isDestination, revision: isNumber },
  objections: { incidentId: isText, by: isText, at: isNumber },
};

const faulty = (where: string, line: number, problem: string, cause?: unknown): ConfigError => {
  const cure = 'Take an earlier backup, or export again';
  return new ConfigError([{ where, line, what: 'backup', problem, cure }], { cause });
};

const parse = (where: string, line: number, text: string): Json => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw faulty(where, line, 'the line is no JSON', cause);
  }
  if (isObject(value)) return value;
  throw faulty(where, line, 'the line is no JSON object');
};

const isKind = (kind: unknown): kind is BackupKind => typeof kind === 'string' && Object.hasOwn(NEEDED, kind);

const recordOf = (where: string, line: number, { kind, record }: Json): readonly [BackupKind, Json] => {
  if (!isKind(kind)) throw faulty(where, line, `a record of an unknown kind, ${JSON.stringify(kind)}`);
  try {
    const today = migrate(`${where}:${line}`, record, SHAPES[kind]) as Json;
    const missing = Object.entries(NEEDED[kind]).find(([field, isRight]) => !isRight(today[field]));
    if (missing === undefined) return [kind, today];
    throw faulty(where, line, `a record of ${kind} without a usable "${missing[0]}"`);
  } catch (error) {
    if (error instanceof StoreError) throw faulty(where, line, error.message, error);
    throw error;
  }
};

const checkEnd = (
  where: string,
  lines: readonly string[],
  counts: Readonly<Record<string, number>>,
): void => {
  const last = lines.length;
  const { end, sha256, counts: told } = parse(where, last, lines[last - 1] ?? '');
  if (end !== true) throw faulty(where, last, 'the line of the end is missing: the file was cut off');
  const body = `${lines.slice(0, -1).join('\n')}\n`;
  if (createHash('sha256').update(body).digest('hex') !== sha256)
    throw faulty(where, last, 'the hash is another: the file was changed after it was written');
  const kinds = Object.keys(NEEDED);
  const wrong = kinds.find((kind) => (isObject(told) ? (told[kind] ?? 0) : 0) !== (counts[kind] ?? 0));
  if (wrong !== undefined) throw faulty(where, last, `the count of ${wrong} is another`);
};

/**
 * Reads what `writeBackup` wrote, by this version or an earlier one, and checks it whole.
 * @param where names the file in faults
 * @throws ConfigError with the line and the cure
 */
export const readBackup = (where: string, text: string): BackupRecords => {
  const lines = text.replace(/\n$/, '').split('\n');
  const head = parse(where, 1, lines[0] ?? '');
  if (head.backup !== 'curbwatch') throw faulty(where, 1, 'this is no backup of Curbwatch');
  if (head.v !== BACKUP_VERSION)
    throw faulty(
      where,
      1,
      `the file has version ${JSON.stringify(head.v)}, this Curbwatch reads ${BACKUP_VERSION}`,
    );
  const found: Record<BackupKind, Json[]> = {
    ...{
      subscriptions: [],
      feedStates: [],
      broadcasts: [],
      deferred: [],
      incidents: [],
      sentMessages: [],
      objections: [],
    },
  };
  const records = lines.slice(1, -1).map((line, at) => recordOf(where, at + 2, parse(where, at + 2, line)));
  for (const [kind, record] of records) found[kind].push(record);
  checkEnd(where, lines, Object.fromEntries(Object.entries(found).map(([kind, all]) => [kind, all.length])));
  // Checked above as far as a start needs it; the hash says that we wrote the rest.
  return found as unknown as BackupRecords;
};
