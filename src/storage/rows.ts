/** What a backend must offer for one kind of record. Keys are ASCII and ordered by byte; values are opaque text. */
export interface Rows {
  /** For keyv: a storage adapter in its terms. */
  readonly adapter: Adapter;
  /** Rows whose key starts with `prefix`, in key order, in pages of some hundred: rows may come and go meanwhile. */
  range(prefix: string): AsyncIterable<readonly (readonly [key: string, text: string])[]>;
  /** Writes `next` (absent: deletes) only if the row still is `expected` (absent: no row). True if it did. */
  swap(key: string, expected: string | undefined, next: string | undefined): Promise<boolean>;
}

/** One row to write; `ttl` in milliseconds. */
export interface Row {
  readonly key: string;
  readonly value: string;
  readonly ttl?: number;
}

/**
 * The part of keyv's storage adapter that we use (https://keyv.org/docs/storage-adapters). Every member is required:
 * where an adapter lacks `getMany`, keyv asks key by key and turns failures into "no such key".
 */
export interface Adapter {
  get(key: string): Promise<string | undefined>;
  getMany(keys: string[]): Promise<(string | undefined)[]>;
  has(key: string): Promise<boolean>;
  set(key: string, value: string, ttl?: number): Promise<void>;
  setMany(rows: Row[]): Promise<void>;
  delete(key: string): Promise<boolean>;
  deleteMany(keys: string[]): Promise<boolean>;
  clear(): Promise<void>;
}

/** How the rows of one kind are used. */
export interface RowsUse {
  readonly expiring: boolean;
  /** They are looked up by key alone, never walked through. */
  readonly unwalked?: boolean;
}

/** An open database, file or server. */
export interface Backend {
  /** The address without its password, as messages name it. */
  readonly where: string;
  /** `name` is a plain word (`a-z_`): it becomes a table or a key prefix. */
  rows(name: string, use: RowsUse): Promise<Rows>;
  close(): Promise<void>;
}

/** Above every key with that prefix, because keys hold printable ASCII only. */
export const endOfRange = (prefix: string): string => `${prefix}\u007f`;

/** Where a page that ended with `key` is continued: keys hold no space. */
export const justAfter = (key: string): string => `${key} `;
