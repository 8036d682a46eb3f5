import { LOCALES_DIRECTORY, loadLocales } from '../config/locales.ts';
import { lazily } from '../domain/lazily.ts';
import type { Locale } from '../domain/locale.ts';
import { hashFiles, readPart, writePart, yamlFiles } from './snapshot-part.ts';

interface LocalesFile {
  readonly hash: string;
  readonly locales: readonly {
    readonly language: string;
    /** As JSON: few of the languages are ever spoken. */
    readonly messages: string;
  }[];
}

const PART = 'locales';

const hashLocales = (): string => hashFiles(yamlFiles(LOCALES_DIRECTORY));

/** The shipped locales, checked: from the snapshot while they are those that it was made from. */
export const loadShippedLocales = (): readonly Locale[] => {
  const file = readPart<LocalesFile>(PART, hashLocales());
  if (file === undefined) return loadLocales();
  return file.locales.map(({ language, messages }) => {
    const read = lazily(() => new Map(Object.entries(JSON.parse(messages) as Record<string, string>)));
    return {
      language,
      get messages() {
        return read();
      },
    };
  });
};

/** Writes their part of the snapshot. */
export const writeLocales = (): void => {
  const locales = loadLocales().map(({ language, messages }) => ({
    language,
    messages: JSON.stringify(Object.fromEntries(messages)),
  }));
  writePart<LocalesFile>(PART, { hash: hashLocales(), locales });
};
