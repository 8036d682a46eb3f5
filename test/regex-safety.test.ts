import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseSync } from '@swc/core';
import { check, type Diagnostics } from 'recheck';

const SRC = resolve(import.meta.dirname, '../src');

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly where: string;
}

/** What stands in for the variable parts of patterns that are put together at run time. */
const FILLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'classify/read-dates.ts': {
    day: String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?`,
    names: 'september|february|january|août|marzo|may',
  },
  'commands/deep-link.ts': { EXCHANGE_DIGITS: '4' },
  'config/yaml-list.ts': { key: 'id', escaped: 'binance-us' },
  'feeds/fresh-for.ts': { directive: 'max-age' },
  'feeds/mend-mojibake.ts': { NEXT: '[\\u0080-\\u00bf\\u2013-\\u203a]' },
  'feeds/parse-date.ts': { WORD: String.raw`[\p{L}\p{M}][\p{L}\p{M}.'׳॰]*` },
};

interface Node {
  readonly type?: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const isCalled = (node: unknown, name: string): boolean => isNode(node) && node.value === name;

/** A text, or a template with its variables filled in. */
const textOf = (node: unknown, where: string): string => {
  if (!isNode(node)) throw new Error(`${where}: a pattern that this test cannot read`);
  if (node.type === 'StringLiteral') return String(node.value);
  if (node.type === 'TaggedTemplateExpression') return templateText(node.template, where, 'raw');
  if (node.type === 'TemplateLiteral') return templateText(node, where, 'cooked');
  throw new Error(`${where}: a pattern made of ${node.type}; write it as a template with names in it`);
};

const templateText = (node: unknown, where: string, form: 'raw' | 'cooked'): string => {
  const { quasis, expressions } = node as Readonly<Record<'quasis' | 'expressions', readonly Node[]>>;
  return quasis
    .map((quasi, index) => {
      const name = expressions[index]?.value;
      const filling = name === undefined ? '' : FILLINGS[where]?.[String(name)];
      if (filling === undefined)
        throw new Error(`${where}: give a filling for \${${String(name)}} in this test`);
      return `${String(quasi[form])}${filling}`;
    })
    .join('');
};

const patternOf = (node: Node, where: string): Pattern | undefined => {
  if (node.type === 'RegExpLiteral')
    return { source: String(node.pattern), flags: String(node.flags), where };
  const isMade = node.type === 'NewExpression' || node.type === 'CallExpression';
  if (!isMade || !isCalled(node.callee, 'RegExp')) return undefined;
  const [source, flags] = (node.arguments as readonly { readonly expression: unknown }[]) ?? [];
  const made = flags === undefined ? '' : textOf(flags.expression, where);
  return { source: textOf(source?.expression, where), flags: made, where };
};

/** Every pattern that a piece of code writes down or puts together. */
const patternsIn = (code: string, where: string): readonly Pattern[] => {
  const found: Pattern[] = [];
  const visit = (value: unknown): void => {
    if (!isNode(value)) return;
    const pattern = Array.isArray(value) ? undefined : patternOf(value, where);
    if (pattern !== undefined) found.push(pattern);
    for (const child of Object.values(value)) visit(child);
  };
  visit(parseSync(code, { syntax: 'typescript', target: 'es2023' }));
  return found;
};

const ALL = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => patternsIn(readFileSync(join(SRC, path), 'utf8'), path));

/** The checker knows neither; they change nothing about the work of a match. */
const withoutSearchFlags = (flags: string): string => flags.replace(/[gd]/g, '');

/**
 * Milliseconds for one pattern. A pattern that backtracks is found in a fraction of it; to be sure that one does not,
 * the checker may search for long: `REGEX_TIMEOUT=60000` lets it.
 */
const TIMEOUT = Number(process.env.REGEX_TIMEOUT ?? 700);

const examine = ({ source, flags }: Pattern): Promise<Diagnostics> =>
  check(source, withoutSearchFlags(flags), { timeout: TIMEOUT });

beforeAll(() => {
  // Its JavaScript, in a thread: what every machine can run.
  process.env.RECHECK_BACKEND = 'worker';
});

describe('the patterns of the source', () => {
  test('are found', () => {
    expect(ALL.length).toBeGreaterThan(300);
    expect([...new Set(ALL.map(({ where }) => where))]).toEqual(
      expect.arrayContaining(Object.keys(FILLINGS)),
    );
  });

  test('are not found to backtrack', async () => {
    const unique = new Map(ALL.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]));
    const wrong: string[] = [];
    for (const pattern of unique.values()) {
      const found = await examine(pattern);
      if (found.status === 'vulnerable')
        wrong.push(`${pattern.where}: /${pattern.source}/${pattern.flags} ${found.complexity.summary}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('the check', () => {
  test.each([
    ['(a+)+$', ''],
    [String.raw`\s+$`, ''],
    [String.raw`^(.*?)\s*(\d{0,4})$`, 's'],
  ])('finds that /%s/%s backtracks', async (source, flags) => {
    expect((await examine({ source, flags, where: 'here' })).status).toBe('vulnerable');
  });

  test('reads patterns out of code, and not out of comments and texts', () => {
    const code = `
      // /in a comment/
      const a = '/in a text/';
      const b = 4 / 2 / 1;
      const c = /[/]x/giu;
      const d = new RegExp(\`.{\${EXCHANGE_DIGITS}}\`, 'g');`;
    const found = patternsIn(code, 'commands/deep-link.ts').map(({ source, flags }) => `${source} ${flags}`);
    expect(found).toEqual(['[/]x giu', '.{4} g']);
  });

  test('refuses a pattern with a part that nobody filled in', () => {
    expect(() => patternsIn(`new RegExp(\`a\${b}\`)`, 'x.ts')).toThrow('give a filling');
  });
});
