import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadLocales } from '../../src/config/locales.ts';
import { ConfigError, type Fault } from '../../src/domain/errors.ts';

/** What is the same in every language: commands to tap, and layouts of other strings. */
const SAME_EVERYWHERE = /^(?:commands\.example\.|phrase\.(?:one|separator)$)/;

/** Text without its placeholders, so that a layout such as `{id}. {filter}` says nothing in any language. */
const says = (message: string): boolean => /\p{L}/u.test(message.replace(/\{[^{}]*\}/g, ''));

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'locales-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

const faultsOf = (files: Readonly<Record<string, string>>): readonly Fault[] => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  try {
    loadLocales(directory);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe('the locales that we ship', () => {
  test('are ten, and each has every key, placeholder and plural of English', () => {
    const languages = loadLocales().map(({ language }) => language);
    expect(languages).toEqual(['ar', 'en', 'es', 'ja', 'ko', 'pt', 'ru', 'tr', 'zh', 'zh-Hant']);
  });

  test('leave no English string untranslated', () => {
    const locales = loadLocales();
    const english = locales.find(({ language }) => language === 'en')?.messages ?? new Map<string, string>();
    const left = locales
      .filter(({ language }) => language !== 'en')
      .flatMap(({ language, messages }) =>
        [...messages]
          .filter(([key, text]) => text === english.get(key) && says(text) && !SAME_EVERYWHERE.test(key))
          .map(([key]) => `${language} ${key}`),
      );
    expect(left).toEqual([]);
  });

  test('describe commands within the 100 characters that Discord allows', () => {
    const long = loadLocales().flatMap(({ language, messages }) =>
      [...messages]
        .filter(([key, text]) => /^commands\.(?:what|option)\./.test(key) && text.length > 100)
        .map(([key]) => `${language} ${key}`),
    );
    expect(long).toEqual([]);
  });
});

describe('loading locales', () => {
  test('gives nested keys with dots', () => {
    writeFileSync(join(directory, 'en.yaml'), 'alert:\n  where: Where\n');
    expect(loadLocales(directory)).toEqual([
      { language: 'en', messages: new Map([['alert.where', 'Where']]) },
    ]);
  });

  test('tells of a missing key with the text to translate', () => {
    const faults = faultsOf({ 'en.yaml': 'a: Hello\nb: Bye', 'es.yaml': 'a: Hola' });
    expect(faults).toMatchObject([{ what: 'b', problem: 'it is missing', cure: 'Translate "Bye"' }]);
  });

  test('tells of a key that English does not have, with its line', () => {
    const faults = faultsOf({ 'en.yaml': 'a: Hello', 'es.yaml': 'a: Hola\nc: Ya' });
    expect(faults).toMatchObject([{ what: 'c', line: 2, problem: 'en.yaml has no such key' }]);
  });

  test('tells of missing and unknown placeholders', () => {
    const faults = faultsOf({ 'en.yaml': 'a: "{place}: {what}"', 'es.yaml': 'a: "{place}: {who}"' });
    expect(faults.map(({ problem }) => problem)).toEqual(['{what} is missing', '{who} is unknown']);
  });

  test('takes the forms of a placeholder for the placeholder', () => {
    const files = { 'en.yaml': 'a: "bans {exchanges}"', 'ru.yaml': 'a: "запрет {exchanges_gen}"' };
    expect(faultsOf(files)).toEqual([]);
  });

  test('asks for the plural categories of the language, not of English', () => {
    const en = 'a: "{count, plural, one {# feed} other {# feeds}}"';
    const ru = 'a: "{count, plural, one {# лента} other {# лент}}"';
    const problems = faultsOf({ 'en.yaml': en, 'ru.yaml': ru }).map(({ problem }) => problem);
    expect(problems).toEqual(['{count} lacks "many"', '{count} lacks "few"']);
  });

  test('tells of a plural that became a bare number', () => {
    const en = 'a: "{count, plural, one {# feed} other {# feeds}}"';
    const faults = faultsOf({ 'en.yaml': en, 'es.yaml': 'a: "{count} fuentes"' });
    expect(faults).toMatchObject([{ problem: '{count} has no plural' }]);
  });

  test('tells of every broken message at once', () => {
    const faults = faultsOf({ 'en.yaml': 'a: "{x"\nb: "{y, select, one {1}}"\nc: 3' });
    expect(faults.map(({ what }) => what)).toEqual(['a', 'b', 'c']);
  });

  test('tells of YAML that does not parse, with its line', () => {
    const faults = faultsOf({ 'en.yaml': 'a: Hello\nb: "open' });
    expect(faults).toMatchObject([{ what: 'YAML', line: 2 }]);
  });

  test('needs English', () => {
    expect(faultsOf({ 'es.yaml': 'a: Hola' })).toMatchObject([{ what: 'en.yaml' }]);
  });
});
