import { basename } from 'node:path';
import { ConfigError, type Fault } from '../domain/errors.ts';
import { type IcuShape, icuShape } from './icu-shape.ts';
import { parseYaml, readYamlFile, type YamlFile } from './yaml-list.ts';

export interface Message {
  readonly text: string;
  readonly line: number;
  readonly shape: IcuShape;
}

/** One locale as it stands in its file, and what is wrong with it by itself. */
export interface LocaleFile {
  readonly language: string;
  readonly where: string;
  readonly messages: ReadonlyMap<string, Message>;
  readonly faults: readonly Fault[];
}

const flatten = (value: unknown, path: readonly string[]): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...path, key]))
    : [[path.join('.'), value]];

/** Line of each dotted key, by indentation: the parser keeps no positions. */
const keyLines = (source: string): ReadonlyMap<string, number> => {
  const lines = new Map<string, number>();
  const open: { readonly indent: number; readonly key: string }[] = [];
  for (const [at, line] of source.split('\n').entries()) {
    const [, spaces, key] = /^( *)([\w-]+):/.exec(line) ?? [];
    if (spaces === undefined || key === undefined) continue;
    while ((open.at(-1)?.indent ?? -1) >= spaces.length) open.pop();
    open.push({ indent: spaces.length, key });
    lines.set(open.map((part) => part.key).join('.'), at + 1);
  }
  return lines;
};

/** A file that does not parse has no messages; its faults tell why. */
const parse = (yaml: YamlFile, faults: Fault[]): unknown => {
  try {
    return parseYaml(yaml);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    faults.push(...error.faults);
    return {};
  }
};

/** Reads a locale; `shown` is the file's name in faults. Faults are kept, so that all files are told of at once. */
export const readLocaleFile = (path: string, shown: string): LocaleFile => {
  const yaml = readYamlFile(path, shown);
  const lines = keyLines(yaml.source);
  const faults: Fault[] = [];
  const messages = new Map<string, Message>();
  for (const [key, text] of flatten(parse(yaml, faults), [])) {
    const line = lines.get(key) ?? 1;
    if (typeof text !== 'string' || text.trim() === '') {
      const cure = 'Write the string in quotes';
      faults.push({ where: shown, line, what: key, problem: 'it is no text', cure });
      continue;
    }
    try {
      messages.set(key, { text, line, shape: icuShape(text) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const cure = 'Mend the ICU message';
      faults.push({ where: shown, line, what: key, problem: error.message, cure });
    }
  }
  return { language: basename(path, '.yaml'), where: shown, messages, faults };
};
