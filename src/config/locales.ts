import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Fault } from '../domain/errors.ts';
import type { Locale } from '../domain/locale.ts';
import { CONFIG_DIRECTORY } from './directory.ts';
import type { IcuShape } from './icu-shape.ts';
import { type LocaleFile, type Message, readLocaleFile } from './locale-file.ts';

/** The locales of this package. */
export const LOCALES_DIRECTORY = join(CONFIG_DIRECTORY, 'locales');

/** Every other locale has its keys, placeholders and plurals. */
const REFERENCE = 'en';

/** Grammar's own: which form of a phrase is asked for. */
const GRAMMAR = 'case';

/** `exchanges_gen` is a form of `exchanges`: a language asks for the forms that its grammar has. */
const withoutForm = (name: string): string => name.split('_', 1)[0] ?? name;

const needed = ({ placeholders }: IcuShape): readonly string[] =>
  [...new Set([...placeholders].map(withoutForm))].filter((name) => name !== GRAMMAR);

/** The categories that whole numbers fall into; languages with "many" for millions only do without it. */
const categoriesOf = (language: string): readonly string[] => {
  const rules = new Intl.PluralRules(language);
  return [...new Set([...Array(200).keys()].map((number) => rules.select(number)))];
};

const pluralProblems = (
  categories: readonly string[],
  message: Message,
  reference: Message,
): readonly string[] => {
  const own = message.shape.plurals;
  const lacking = [...own].flatMap(([name, has]) =>
    categories.filter((category) => !has.has(category)).map((category) => `{${name}} lacks "${category}"`),
  );
  if (categories.length === 1) return lacking;
  const counted = [...own.keys()].map(withoutForm);
  const uncounted = [...reference.shape.plurals.keys()]
    .filter((name) => !counted.includes(name))
    .map((name) => `{${name}} has no plural`);
  return [...lacking, ...uncounted];
};

const messageProblems = (
  categories: readonly string[],
  message: Message,
  reference: Message,
): readonly string[] => {
  const mine = needed(message.shape);
  const theirs = needed(reference.shape);
  return [
    ...theirs.filter((name) => !mine.includes(name)).map((name) => `{${name}} is missing`),
    ...mine.filter((name) => !theirs.includes(name)).map((name) => `{${name}} is unknown`),
    ...pluralProblems(categories, message, reference),
  ];
};

const missingKeys = ({ where, messages, faults }: LocaleFile, reference: LocaleFile): readonly Fault[] =>
  [...reference.messages]
    .filter(([key]) => !messages.has(key) && !faults.some(({ what }) => what === key))
    .map(([key, { text }]) => ({
      where,
      what: key,
      problem: 'it is missing',
      cure: `Translate "${text}"`,
    }));

const wrongMessages = (
  { where, language, messages }: LocaleFile,
  reference: LocaleFile,
): readonly Fault[] => {
  const categories = categoriesOf(language);
  return [...messages].flatMap(([key, message]): readonly Fault[] => {
    const original = reference.messages.get(key);
    const { line } = message;
    if (original === undefined) {
      const cure = `Remove it, or add it to ${REFERENCE}.yaml`;
      return [{ where, line, what: key, problem: `${REFERENCE}.yaml has no such key`, cure }];
    }
    const cure = `Write it like ${REFERENCE}.yaml: "${original.text}"`;
    return messageProblems(categories, message, original).map((problem) => ({
      where,
      line,
      what: key,
      problem,
      cure,
    }));
  });
};

/** Keys are compared only between files that parse: one broken quote is one fault, not four hundred. */
const compare = (file: LocaleFile, reference: LocaleFile): readonly Fault[] =>
  [file, reference].some(({ faults }) => faults.some(({ what }) => what === 'YAML'))
    ? []
    : [...missingKeys(file, reference), ...wrongMessages(file, reference)];

const noReference = (directory: string): Fault => ({
  where: directory,
  what: `${REFERENCE}.yaml`,
  problem: 'it is not there',
  cure: 'Put it back: every other language is checked against it',
});

/**
 * Every locale of a directory, checked against `en.yaml`: all keys, placeholders and plural categories.
 * @throws ConfigError with every fault of every file, each with file, line, key and cure
 */
export const loadLocales = (directory: string = LOCALES_DIRECTORY): readonly Locale[] => {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readLocaleFile(join(directory, name), `config/locales/${name}`))
    .sort((one, other) => (one.language < other.language ? -1 : 1));
  const reference = files.find(({ language }) => language === REFERENCE);
  if (reference === undefined) throw new ConfigError([noReference(directory)]);
  const faults = files.flatMap((file) => [...file.faults, ...compare(file, reference)]);
  if (faults.length > 0) throw new ConfigError(faults);
  return files.map(({ language, messages }) => ({
    language,
    messages: new Map([...messages].map(([key, { text }]) => [key, text])),
  }));
};
