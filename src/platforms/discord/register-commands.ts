import { type REST, Routes } from 'discord.js';
import { type ApplicationCommand, toApplicationCommands } from './application-commands.ts';
import type { CommandIds } from './command-mentions.ts';
import type { CommandTable } from './command-table.ts';

type Loose = Readonly<Record<string, unknown>>;

/** What we set; Discord adds ids, versions and defaults of its own. */
const COMPARED = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'type',
  'options',
  'default_member_permissions',
  'integration_types',
  'contexts',
  'required',
  'autocomplete',
  'choices',
  'channel_types',
  'value',
] as const;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);

const sorted = (value: Loose): Loose =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

const normalise = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  const given = value as Loose;
  return COMPARED.filter((key) => !isEmpty(given[key])).map((key) => {
    const part = given[key];
    return [key, key.endsWith('_localizations') ? sorted(part as Loose) : normalise(part)];
  });
};

const same = (standing: readonly unknown[], wanted: readonly ApplicationCommand[]): boolean => {
  const byName = (list: readonly unknown[]): string =>
    JSON.stringify(
      list
        .map(normalise)
        .map((command) => JSON.stringify(command))
        .sort(),
    );
  return byName(standing) === byName(wanted);
};

const idsOf = (commands: unknown): CommandIds =>
  new Map((commands as readonly { name: string; id: string }[]).map(({ name, id }) => [name, id]));

/**
 * Gives Discord our slash commands, unless they already stand so: a restart costs one GET. Resolves to their ids, too.
 * @throws what discord.js' REST client throws
 */
export const registerCommands = async (
  rest: REST,
  applicationId: string,
  table: CommandTable,
): Promise<{ readonly result: 'registered' | 'unchanged'; readonly ids: CommandIds }> => {
  const route = Routes.applicationCommands(applicationId);
  const wanted = toApplicationCommands(table);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const standing = (await rest.get(route, { query })) as readonly unknown[];
  if (same(standing, wanted)) return { result: 'unchanged', ids: idsOf(standing) };
  return { result: 'registered', ids: idsOf(await rest.put(route, { body: wanted })) };
};
