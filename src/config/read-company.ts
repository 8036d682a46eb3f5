import { parseRoles, ROLES, type Role } from './roles.ts';
import type { SettingReader } from './setting-reader.ts';

/** How this process shares the work with others. */
export interface CompanySettings {
  /** The Redis that carries the work between processes; absent: this process does everything by itself. */
  readonly queueUrl?: string;
  readonly roles: ReadonlySet<Role>;
}

const ALL: ReadonlySet<Role> = new Set(ROLES);

const parseQueueUrl = (value: string): string | undefined =>
  /^rediss?:\/\/\S+$/.test(value) && URL.canParse(value) ? value : undefined;

const TOKENS = { telegram: 'TELEGRAM_BOT_TOKEN', discord: 'DISCORD_BOT_TOKEN' } as const;

/** A role that cannot be played with what the process was given. */
const refuseImpossible = (
  { text, refuse }: SettingReader,
  roles: ReadonlySet<Role>,
  storeUrl: string,
): void => {
  if (/^(?:sqlite|memory):/.test(storeUrl))
    refuse(
      'STORE_URL',
      'processes that share QUEUE_URL cannot share a file or a memory',
      'Write redis://HOST or postgres://USER:PASSWORD@HOST/NAME, the same for all of them',
    );
  const named = text('ROLES') !== undefined;
  for (const role of ['telegram', 'discord'] as const)
    if (named && roles.has(role) && text(TOKENS[role]) === undefined)
      refuse(TOKENS[role], `it is missing, and ROLES names ${role}`, 'Set it, or leave that role to others');
  if (roles.has('deliver') && text(TOKENS.telegram) === undefined && text(TOKENS.discord) === undefined)
    refuse(
      TOKENS.telegram,
      'no platform has a token, so that nothing could be delivered',
      'Give every process that delivers the same tokens, or leave `deliver` out of its ROLES',
    );
};

/** Reads QUEUE_URL and ROLES. */
export const readCompany = (reader: SettingReader, storeUrl: string): CompanySettings => {
  const { text, parsed, refuse } = reader;
  const queueUrl = parsed('QUEUE_URL', undefined, parseQueueUrl, 'Write redis://HOST:PORT or rediss://…');
  const roles = parsed('ROLES', ALL, parseRoles, `Write some of ${ROLES.join(',')}`);
  if (text('QUEUE_URL') === undefined && roles.size < ALL.size)
    refuse(
      'ROLES',
      'this process would be alone with a part of the work',
      'Set QUEUE_URL to the Redis through which the others get it, or leave ROLES out',
    );
  if (queueUrl !== undefined) refuseImpossible(reader, roles, storeUrl);
  return { roles, ...(queueUrl !== undefined && { queueUrl }) };
};
