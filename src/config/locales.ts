import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isScalar, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { ConfigError, type Fault } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { type IcuShape, icuShape } from './icu-shape.ts';

/** Every other locale has its keys, placeholders and plurals. */
const REFERENCE = 'en';

/** Grammar's own: which form of a phrase is asked for. No caller need be told apart by it. */
const GRAMMAR = 'case';

interface Message {
  readonly text: string;
  readonly line: number;
  readonly shape: IcuShape;
}

interface LocaleFile {
  readonly language: string;
  readonly where: string;
  readonly messages: ReadonlyMap<string, Message>;
  readonly faults: readonly Fault[];
}

const flatten = (node: unknown, path: readonly string[]): readonly (readonly [string, Scalar])[] => {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) =>
      flatten(value, [...path, String(isScalar(key) ? key.value : key)]),
    );
  }
  return isScalar(node) ? [[path.join('.'), node]] : [];
};

const readFile = (path: string): LocaleFile => {
  const where = path;
  const language = basename(path, '.yaml');
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const faults: Fault[] = document.errors.map(({ message, pos }) => ({
    where,
    line: lines.linePos(pos[0]).line,
    what: 'YAML',
    problem: message.split('\n')[0] ?? message,
    cure: 'Mend the line; put text with ":" or "{" at its start in double quotes.',
  }));
  const messages = new Map<string, Message>();
  for (const [key, node] of flatten(document.contents as Node | null, [])) {
    const line = lines.linePos(node.range?.[0] ?? 0).line;
    const text = typeof node.value === 'string' ? node.value : undefined;
    if (text === undefined || text.trim() === '') {
      faults.push({ where, line, what: key, problem: 'is no text', cure: 'Write the string in quotes.' });
      continue;
    }
    try {
      messages.set(key, { text, line, shape: icuShape(text) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      faults.push({ where, line, what: key, problem: error.message, cure: 'Mend the ICU message.' });
    }
  }
  return { language, where, messages, faults };
};

/** `exchanges_gen` is a form of `exchanges`: a language asks for the forms that its grammar has. */
const needed = ({ placeholders }: IcuShape): readonly string[] =>
  [...new Set([...placeholders].map((name) => name.replace(/_.*$/, '')))].filter((name) => name !== GRAMMAR);

/** The categories that whole numbers fall into; languages with "many" for millions only do without it. */
const categoriesOf = (language: string): readonly string[] => {
  const rules = new Intl.PluralRules(language);
  return [...new Set([...Array(200).keys()].map((number) => rules.select(number)))];
};

const pluralProblems = (language: string, message: Message, reference: Message): readonly string[] => {
  const categories = categoriesOf(language);
  const lacking = [...message.shape.plurals].flatMap(([name, has]) =>
    categories.filter((category) => !has.has(category)).map((category) => `{${name}} lacks "${category}"`),
  );
  if (categories.length === 1) return lacking;
  const uncounted = [...reference.shape.plurals.keys()]
    .filter((name) => ![...message.shape.plurals.keys()].some((own) => own.replace(/_.*$/, '') === name))
    .map((name) => `{${name}} has no plural`);
  return [...lacking, ...uncounted];
};

const messageProblems = (language: string, message: Message, reference: Message): readonly string[] => {
  const mine = needed(message.shape);
  const theirs = needed(reference.shape);
  return [
    ...theirs.filter((name) => !mine.includes(name)).map((name) => `{${name}} is missing`),
    ...mine.filter((name) => !theirs.includes(name)).map((name) => `{${name}} is unknown`),
    ...pluralProblems(language, message, reference),
  ];
};

const compare = (file: LocaleFile, reference: LocaleFile): readonly Fault[] => {
  const missing = [...reference.messages]
    .filter(([key]) => !file.messages.has(key) && !file.faults.some(({ what }) => what === key))
    .map(([key, { text }]) => ({
      where: file.where,
      what: key,
      problem: 'is missing',
      cure: `Translate it: "${text}".`,
    }));
  const wrong = [...file.messages].flatMap(([key, message]): readonly Fault[] => {
    const { where } = file;
    const original = reference.messages.get(key);
    if (original === undefined) {
      const cure = `Remove it, or add it to ${REFERENCE}.yaml.`;
      return [{ where, line: message.line, what: key, problem: 'is no key of the reference', cure }];
    }
    return messageProblems(file.language, message, original).map((problem) => ({
      where,
      line: message.line,
      what: key,
      problem,
      cure: `Write it like ${REFERENCE}.yaml: "${original.text}".`,
    }));
  });
  return [...missing, ...wrong];
};

/**
 * Every locale of a directory, checked against `en.yaml`: all keys, placeholders and plural categories.
 * Throws ConfigError with every fault of every file.
 */
export const loadLocales = (directory: string): readonly Locale[] => {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFile(join(directory, name)))
    .sort((one, other) => (one.language < other.language ? -1 : 1));
  const reference = files.find(({ language }) => language === REFERENCE);
  if (reference === undefined) {
    const cure = 'Put it back: every other language is checked against it.';
    throw new ConfigError([{ where: directory, what: `${REFERENCE}.yaml`, problem: 'is not there', cure }]);
  }
  const faults = files.flatMap((file) => [...file.faults, ...compare(file, reference)]);
  if (faults.length > 0) throw new ConfigError(faults);
  return files.map(({ language, messages }) => ({
    language,
    messages: new Map([...messages].map(([key, { text }]) => [key, text])),
  }));
};
