import { readFileSync } from 'node:fs';
import { load, YAMLException } from 'js-yaml';
import { ConfigError, type Fault } from '../domain/errors.ts';

/** One entry of a YAML list, read field by field; what is wrong is noted, not thrown, so that all faults are told at once. */
export interface YamlEntry {
  readonly id: string;
  readonly line: number;
  has(field: string): boolean;
  text(field: string): string;
  optionalText(field: string): string | undefined;
  flag(field: string, fallback: boolean): boolean;
  oneOf<T extends string>(field: string, allowed: readonly T[], fallback?: T): T;
  texts(field: string): readonly string[];
  /** The raw value, for shapes of their own. */
  raw(field: string): unknown;
  fault(field: string, problem: string, cure: string): void;
}

export interface YamlFile {
  readonly file: string;
  readonly source: string;
}

export const readYamlFile = (path: string, shown: string = path): YamlFile => {
  try {
    return { file: shown, source: readFileSync(path, 'utf8') };
  } catch (cause) {
    const fault = {
      where: shown,
      what: 'file',
      problem: 'it cannot be read',
      cure: 'Check the path and its permissions',
    };
    throw new ConfigError([fault], { cause });
  }
};

/** Parses YAML; a syntax fault names file, line and cure. */
export const parseYaml = ({ file, source }: YamlFile): unknown => {
  try {
    return load(source);
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const fault: Fault = {
      where: file,
      line: (cause.mark?.line ?? 0) + 1,
      what: 'YAML',
      problem: cause.reason,
      cure: 'Mend the indentation, quotes or brackets of this line; names with a colon or # need quotes',
    };
    throw new ConfigError([fault], { cause });
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Line of the entry whose `key` is `id`, or 1: js-yaml keeps no positions of values. */
export const lineOf = (source: string, key: string, id: string): number => {
  const escaped = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`^.*\\b${key}:\\s*["']?${escaped}["']?\\s*(?:[,}#].*)?$`, 'm').exec(source);
  return match === null ? 1 : source.slice(0, match.index).split('\n').length;
};

const createEntry = (
  { file, source }: YamlFile,
  fields: Record<string, unknown>,
  key: string,
  faults: Fault[],
): YamlEntry => {
  const id = String(fields[key] ?? '');
  const fault = (field: string, problem: string, cure: string): void => {
    faults.push({ where: file, line: lineOf(source, key, id), what: `${id || '?'}.${field}`, problem, cure });
  };
  const optionalText = (field: string): string | undefined => {
    const value = fields[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    fault(field, 'it is not a text', 'Write one value, in quotes if it holds : or #');
    return undefined;
  };
  return {
    id,
    get line() {
      return lineOf(source, key, id);
    },
    has: (field) => fields[field] !== undefined && fields[field] !== null,
    raw: (field) => fields[field],
    fault,
    optionalText,
    text: (field) => {
      const value = optionalText(field);
      if (value === undefined || value.trim() === '')
        fault(field, 'it is missing', `Add \`${field}:\` to this entry`);
      return value ?? '';
    },
    flag: (field, fallback) => {
      const value = fields[field] ?? fallback;
      if (typeof value === 'boolean') return value;
      fault(field, `${JSON.stringify(value)} is neither true nor false`, 'Write true or false');
      return fallback;
    },
    oneOf: (field, allowed, fallback) => {
      const value = fields[field] ?? fallback;
      const found = allowed.find((option) => option === value);
      if (found !== undefined) return found;
      fault(field, `${JSON.stringify(value ?? null)} is not known`, `Write one of ${allowed.join(', ')}`);
      return fallback ?? (allowed[0] as (typeof allowed)[number]);
    },
    texts: (field) => {
      const value = fields[field] ?? [];
      if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
      fault(field, 'it is not a list of texts', 'Write [one, two]; quote yes, no, on and numbers');
      return [];
    },
  };
};

const duplicates = ({ file, source }: YamlFile, entries: readonly YamlEntry[], key: string): Fault[] => {
  const seen = new Set<string>();
  return entries.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const line = lineOf(source, key, id);
    return [
      { where: file, line, what: id, problem: `two entries have this ${key}`, cure: 'Rename or remove one' },
    ];
  });
};

/**
 * Reads a YAML file that is one list under `top`, each entry with a unique `key`.
 * `read` turns an entry into a value; all faults of all entries end up in `faults`.
 */
export const readYamlList = <T>(
  yaml: YamlFile,
  top: string,
  key: string,
  faults: Fault[],
  read: (entry: YamlEntry) => T,
): readonly T[] => {
  const document = parseYaml(yaml);
  const list = isRecord(document) ? document[top] : undefined;
  if (!Array.isArray(list) || !list.every(isRecord)) {
    faults.push({
      where: yaml.file,
      what: top,
      problem: 'it is not a list of entries',
      cure: `Begin with \`${top}:\``,
    });
    return [];
  }
  const entries = list.map((fields) => createEntry(yaml, fields, key, faults));
  for (const entry of entries)
    if (entry.id === '') entry.fault(key, 'it is missing', `Give the entry a \`${key}:\``);
  faults.push(...duplicates(yaml, entries, key));
  return entries.map(read);
};
