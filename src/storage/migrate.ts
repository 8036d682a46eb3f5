import { StoreError } from '../domain/errors.ts';

/** One step: from the shape of version n to that of n + 1. It need not set `v`. */
export type Upgrade = (record: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The shapes of one kind of record. `upgrades[0]` leads from version 1 to 2, and so on. */
export interface Shape {
  readonly version: number;
  readonly upgrades: readonly Upgrade[];
}

/** Version 1, and no other yet. */
export const FIRST_SHAPE: Shape = { version: 1, upgrades: [] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A stored record in today's shape. Rejects what a newer Curbwatch wrote: reading it by guess would lose fields when it
 * is written back.
 */
export const migrate = (what: string, value: unknown, { version, upgrades }: Shape): unknown => {
  const v = isRecord(value) ? value.v : undefined;
  if (!isRecord(value) || typeof v !== 'number' || !Number.isInteger(v) || v < 1) {
    throw new StoreError(`${what} is not a record of Curbwatch. Restore the store from a backup.`);
  }
  if (v > version) {
    throw new StoreError(
      `${what} has version ${v}, this Curbwatch knows ${version}. Run the newer Curbwatch, or restore a backup from before it.`,
    );
  }
  return upgrades
    .slice(v - 1)
    .reduce((record, upgrade, step) => ({ ...upgrade(record), v: v + step + 1 }), value);
};
