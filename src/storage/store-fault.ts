import { StoreError } from '../domain/errors.ts';

/** Error codes of SQLite, Node, Postgres and Redis with what the operator can do. */
const CURES: readonly (readonly [pattern: RegExp, cure: string])[] = [
  [
    /NOTADB|CORRUPT|not a database|malformed/,
    'Restore the file from a backup, or move it away to start empty',
  ],
  [/SQLITE_FULL|ENOSPC|disk is full/, 'Free some disk space'],
  [/SQLITE_BUSY|SQLITE_LOCKED/, 'Close the other program that holds the file'],
  [/READONLY|EACCES|EPERM|EROFS/, 'Let this user write the file and its folder'],
  [
    /CANTOPEN|ENOTDIR|EISDIR|EEXIST|ConnectionFailed/,
    'Point STORE_URL at a file in a folder that can be written',
  ],
  [/28P01|28000|WRONGPASS|NOAUTH|NOPERM/, 'Check the user and the password in STORE_URL'],
  [/3D000/, 'Create the database, or correct its name in STORE_URL'],
  [
    /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timed? ?out|[Cc]onnection|offline|ClientClosed|not connected/,
    'See that the server runs and that STORE_URL names it',
  ],
  [/OOM/, 'Give the server more memory'],
];

const DEFAULT_CURE = 'See that STORE_URL is right and the store in order';

// A connection tried on two addresses fails with an AggregateError, whose own message is empty.
const detailOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return detailOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
  return error.message.includes(code.slice(0, -2)) ? error.message : `${code}${error.message}`;
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** A failure in the operator's terms: where, what could not be done, why, and the cure. */
export const storeFault = (where: string, doing: string, error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  const detail = detailOf(error).replace(/(?<!\.)\.+$/, '');
  const known = CURES.find(([pattern]) => pattern.test(`${codeOf(error)} ${detail}`));
  const cure = known?.[1] ?? DEFAULT_CURE;
  return new StoreError(`${where}: cannot ${doing}: ${detail}. ${cure}.`, { cause: error });
};

/** The address for messages: no user, no password, no query. */
export const withoutSecrets = (url: URL): string => `${url.protocol}//${url.host}${url.pathname}`;
