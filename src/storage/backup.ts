import { createHash } from 'node:crypto';
import type { Broadcast, DeferredDelivery, SentMessage } from '../domain/delivery.ts';
import type { FeedState } from '../domain/feed.ts';
import type { Incident } from '../domain/incident.ts';
import type { Objection } from '../domain/objection.ts';
import type { Store } from '../domain/ports.ts';
import type { Subscription } from '../domain/subscription.ts';

/** The version of the file, not of the records: those carry their own. */
export const BACKUP_VERSION = 1;

/** Records by kind. Seen entries are left out: what a feed showed last is in its state. */
export interface BackupRecords {
  readonly subscriptions: readonly Subscription[];
  readonly feedStates: readonly FeedState[];
  readonly broadcasts: readonly Broadcast[];
  readonly deferred: readonly DeferredDelivery[];
  readonly incidents: readonly Incident[];
  readonly sentMessages: readonly SentMessage[];
  readonly objections: readonly Objection[];
}

export type BackupKind = keyof BackupRecords;

const collect = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const record of records) all.push(record);
  return all;
};

type Row = readonly [kind: BackupKind, record: object];

/**
 * All that a move takes along. What is owed is read before what it is about, and that before what was sent: beside a
 * running bot a delivery may be in twice, as owed and as sent, and then counts as sent; none is lost in between.
 */
async function* rowsOf(store: Store): AsyncGenerator<Row> {
  for await (const record of store.outbox.broadcasts()) yield ['broadcasts', record];
  for await (const record of store.outbox.deferred()) yield ['deferred', record];
  for await (const record of store.subscriptions.all()) yield ['subscriptions', record];
  for (const record of await store.feedStates.all()) yield ['feedStates', record];
  const incidents = await collect(store.incidents.all());
  for (const record of incidents) yield ['incidents', record];
  for (const { id } of incidents)
    for (const record of await store.sentMessages.toldOf(id)) yield ['sentMessages', record];
  for await (const record of store.objections.all()) yield ['objections', record];
}

const countRows = (counts: Record<string, number>, kind: string): void => {
  counts[kind] = (counts[kind] ?? 0) + 1;
};

/** JSON lines: what it is, the records, and at the end their counts and the SHA-256 of all lines before. */
export async function* writeBackup(store: Store, at: string): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  const line = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line({ backup: 'curbwatch', v: BACKUP_VERSION, at });
  for await (const [kind, record] of rowsOf(store)) {
    countRows(counts, kind);
    yield line({ kind, record });
  }
  yield `${JSON.stringify({ end: true, counts, sha256: hash.digest('hex') })}\n`;
}

/** The same for the same records, in whatever order a store gives them; objections may have run out since. */
export const digestOf = (rows: Iterable<Row>): string => {
  const lasting = [...rows].filter(([kind]) => kind !== 'objections');
  const lines = lasting.map(([kind, record]) => JSON.stringify([kind, record])).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
};

export const rowsOfBackup = (backup: BackupRecords): readonly Row[] =>
  Object.entries(backup).flatMap(([kind, records]) =>
    (records as readonly object[]).map((record): Row => [kind as BackupKind, record]),
  );

export const digestOfStore = async (store: Store): Promise<string> => digestOf(await collect(rowsOf(store)));

/** Subscriptions come last: a store without any is seen to be unfinished. */
export const restore = async (store: Store, backup: BackupRecords): Promise<void> => {
  await store.outbox.add(backup.broadcasts);
  await store.outbox.defer(backup.deferred);
  for (const state of backup.feedStates) await store.feedStates.set(state);
  await store.incidents.save(backup.incidents);
  await store.sentMessages.add(backup.sentMessages);
  for (const objection of backup.objections) await store.objections.add(objection);
  for (const subscription of backup.subscriptions) await store.subscriptions.save(subscription);
};
