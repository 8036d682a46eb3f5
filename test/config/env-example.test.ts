import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { readSettings } from '../../src/config/settings.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
/** With each setting that is commented out switched on. */
const settingsShown = parseEnv(example.replace(/^#(?=[A-Z_]+=)/gm, ''));

/** The names that `readSettings` asks for. */
const namesRead = (): readonly string[] => {
  const names = new Set<string>();
  readSettings(
    new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          names.add(String(name));
          return undefined;
        },
      },
    ),
  );
  return [...names].sort();
};

describe('.env.example', () => {
  test('shows every setting that is read, and no other', () => {
    expect(Object.keys(settingsShown).sort()).toEqual(namesRead());
  });

  test('shows values that can be read', () => {
    expect(() => readSettings(settingsShown)).not.toThrow();
  });

  test('holds settings, comments and empty lines only', () => {
    const strange = example.split('\n').filter((line) => !/^(#.*|[A-Z_]+=.*|)$/.test(line));
    expect(strange).toEqual([]);
  });
});
