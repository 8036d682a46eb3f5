import {
  type Alias,
  AUTHORITY_TYPES,
  type Authority,
  type Exchange,
  type Jurisdiction,
} from '../domain/catalogue.ts';
import type { Fault } from '../domain/errors.ts';
import { lineOf, readYamlList, type YamlEntry, type YamlFile } from './yaml-list.ts';

const readAlias = (entry: YamlEntry, value: unknown, needsContext: boolean): Alias[] => {
  if (typeof value === 'string') return [{ text: value, needsContext }];
  const map = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (typeof map.alias !== 'string') {
    entry.fault(
      'aliases',
      `${JSON.stringify(value)} is no alias`,
      'Write a text, or {alias: text, needsContext: true}',
    );
    return [];
  }
  return [{ text: map.alias, needsContext: map.needsContext === true, isDefault: map.default === true }];
};

/** The name and all aliases, each once; the name needs context where the entry says so. */
const readAliases = (entry: YamlEntry, name: string): readonly Alias[] => {
  const listed = entry.raw('aliases') ?? [];
  if (!Array.isArray(listed)) {
    entry.fault('aliases', 'it is not a list', 'Write aliases: [one, two]');
    return [];
  }
  const wholeEntry = entry.flag('needsContext', false);
  const aliases = [
    { text: name, needsContext: wholeEntry },
    ...listed.flatMap((value: unknown) => readAlias(entry, value, false)),
  ];
  const seen = new Set<string>();
  return aliases.filter(({ text }) => {
    const key = text.normalize('NFKC').toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const readExchange = (entry: YamlEntry): Exchange => {
  const country = entry.optionalText('country');
  const domains = entry.texts('domains');
  const name = entry.text('name');
  const aliases = readAliases(entry, name);
  return {
    id: entry.id,
    name,
    aliases: [...aliases, ...domains.map((text) => ({ text, needsContext: false }))],
    domains,
    status: entry.oneOf('status', ['active', 'defunct'], 'active'),
    formerIds: entry.texts('formerIds'),
    ...(country !== undefined && { country }),
  };
};

const readLocalNames = (entry: YamlEntry): Readonly<Record<string, string>> => {
  const read = Object.entries(entry.raw('localNames') ?? {});
  const texts = read.filter((one): one is [string, string] => typeof one[1] === 'string' && one[1] !== '');
  if (texts.length < read.length) {
    entry.fault('localNames', 'a name is no text', 'Write {es: Banco Central, pt: Banco Central}');
  }
  return Object.fromEntries(texts);
};

const readAuthority = (entry: YamlEntry): Authority => {
  const jurisdiction = entry.optionalText('jurisdiction');
  const partOf = entry.optionalText('partOf');
  const name = entry.text('name');
  return {
    id: entry.id,
    name,
    aliases: readAliases(entry, name),
    ...(entry.raw('localNames') !== undefined && { localNames: readLocalNames(entry) }),
    type: entry.oneOf('type', AUTHORITY_TYPES),
    gatekeeper: entry.flag('gatekeeper', false),
    ...(entry.flag('sort', false) && { isSort: true }),
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(partOf !== undefined && { partOf }),
  };
};

const asMap = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A name that is a word of its own elsewhere counts only where it is the one usually meant, or written as an acronym. */
const counts = ({ alias, default: isDefault }: Record<string, unknown>): boolean =>
  isDefault === true || (typeof alias === 'string' && /^[A-Z]{2,4}$/.test(alias));

const readName = (value: unknown): readonly string[] | undefined => {
  if (typeof value === 'string') return [value];
  const map = asMap(value);
  if (typeof map.alias !== 'string') return undefined;
  return counts(map) ? [map.alias] : [];
};

/** Names that count in none of the languages in which they are listed. */
const readStruck = (entry: YamlEntry): readonly string[] => {
  const maps = Object.values(entry.raw('names') ?? {}).flatMap((names) =>
    Array.isArray(names) ? names.map(asMap) : [],
  );
  const kept = new Set(maps.filter(counts).map(({ alias }) => alias));
  return maps.flatMap(({ alias }) => (typeof alias === 'string' && !kept.has(alias) ? [alias] : []));
};

const readByLanguage = (entry: YamlEntry, field: string): Readonly<Record<string, readonly string[]>> => {
  const byLanguage = Object.entries(entry.raw(field) ?? {}).map(([language, names]) => {
    const read = Array.isArray(names) ? names.map(readName) : [undefined];
    if (read.includes(undefined))
      entry.fault(
        `${field}.${language}`,
        'it is not a list of texts',
        'Write [one, two]; quote yes, no and on',
      );
    return [language, read.flatMap((name) => name ?? [])] as const;
  });
  return Object.fromEntries(byLanguage);
};

const readJurisdiction = (entry: YamlEntry): Jurisdiction => {
  const parent = entry.optionalText('parent');
  const struck = readStruck(entry);
  return {
    code: entry.id,
    blocs: entry.texts('blocs'),
    names: readByLanguage(entry, 'names'),
    adjectives: readByLanguage(entry, 'adjectives'),
    cities: readByLanguage(entry, 'cities'),
    hints: readByLanguage(entry, 'hints'),
    ...(struck.length > 0 && { struck }),
    ...(parent !== undefined && { parent }),
  };
};

/** An alias that two entries own tells nobody apart: each must say that it needs context. */
const clashes = (
  { file, source }: YamlFile,
  entries: readonly { readonly id: string; readonly aliases: readonly Alias[] }[],
): readonly Fault[] => {
  const owners = new Map<string, { readonly id: string; readonly needsContext: boolean }>();
  return entries.flatMap(({ id, aliases }) =>
    aliases.flatMap(({ text, needsContext }) => {
      const key = text.normalize('NFKC').toLowerCase();
      const owner = owners.get(key);
      owners.set(key, { id, needsContext });
      if (owner === undefined || owner.id === id || (owner.needsContext && needsContext)) return [];
      const problem = `the alias "${text}" belongs to ${owner.id} as well`;
      return [
        {
          where: file,
          line: lineOf(source, 'id', id),
          what: id,
          problem,
          cure: 'Remove one, or write both as {alias: …, needsContext: true}',
        },
      ];
    }),
  );
};

/** `exchanges.yaml`. */
export const readExchanges = (yaml: YamlFile, faults: Fault[]): readonly Exchange[] => {
  const exchanges = readYamlList(yaml, 'exchanges', 'id', faults, readExchange);
  faults.push(...clashes(yaml, exchanges));
  return exchanges;
};

/** `authorities.yaml`. */
export const readAuthorities = (yaml: YamlFile, faults: Fault[]): readonly Authority[] => {
  const authorities = readYamlList(yaml, 'authorities', 'id', faults, readAuthority);
  faults.push(...clashes(yaml, authorities));
  return authorities;
};

/** `jurisdictions.yaml`. */
export const readJurisdictions = (yaml: YamlFile, faults: Fault[]): readonly Jurisdiction[] =>
  readYamlList(yaml, 'jurisdictions', 'code', faults, readJurisdiction);
