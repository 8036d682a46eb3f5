import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
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
  'classify/read-period-ends.ts': {
    edge: String.raw`(?<![\p{L}\p{M}\d])`,
    not: String.raw`(?<!(?:(?:since|as\sof|towards?)(?:\sthe)?(?:\svery)?|\d{1,3})\s)`,
    lead: String.raw`(?<lead>(?:by|d'ici|d'ici\sà|bis\szum)\s)?`,
    told: String.raw`(?:the\s)?(?:end\sof|end-)\s?(?<month_1>march|mart'\p{L}*)(?:,?\s(?<year_2>\d{4}))?|(?<must_1>(?:the\s)?month[-\s]end)`,
    notThen: String.raw`(?!,?\s\d{4}|\s(?:of\s(?:march|may)|following))`,
    follow: String.raw`(?<follow>\s(?:kadar|önce))?`,
    edgeAfter: String.raw`(?![\p{L}\p{M}\d])`,
  },
  'classify/read-relative-days.ts': {
    WITHIN: 'within|dentro de|dans un délai de',
    BEGINNINGS: 'day|días|woche|tháng',
  },
  'classify/normalise-text.ts': { FOLDED: '‘’‚‛′`“”„«»‐‑‒–ىأإة' },
  'commands/deep-link.ts': { EXCHANGE_DIGITS: '4' },
  'config/yaml-list.ts': { key: 'id', escaped: 'binance-us' },
  'incidents/named-days.ts': {
    dayFirst: String.raw`(?<![\d.,])(\d{1,2})(?:er|st|nd|rd|th|º|\.)?\s(?:de\s|of\s)?(?:january|enero)(?!\p{L})`,
    monthFirst: String.raw`(?<!\p{L})(?:january|enero)(?!\p{L})\.?\s(\d{1,2})(?!\d)`,
  },
  'feeds/fresh-for.ts': { directive: 'max-age' },
  'feeds/mend-mojibake.ts': { NEXT: '[\\u0080-\\u00bf\\u2013-\\u203a]' },
  'words/calendar.ts': { name: 'december|dec|décembre' },
  'words/quantities.ts': { word: 'два|две|двух' },
  'feeds/parse-date.ts': { WORD: String.raw`[\p{L}\p{M}][\p{L}\p{M}.'׳॰]{0,30}` },
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

const ONE_START =
  'a look-behind lets a run of such characters be begun at its first alone, so each is read once';
const BOUNDED = 'every repetition has a bound, so a start costs at most a constant';
const ANCHORED =
  'it can begin at one place alone, and no two neighbouring repetitions take the same character';
const PARTED =
  'each repetition ends at a character that it cannot take itself, and words before it are fixed';

/** Patterns on which the checker comes to no end, by file and beginning, each with the reason why they are linear. */
const UNDECIDED: readonly (readonly [where: string, beginning: string, why: string])[] = [
  ['commands/autocomplete.ts', String.raw`(?<!\S)\S*$`, ONE_START],
  ['commands/digest.ts', String.raw`(?<![\d:])\d{1,2}(?:[:.]`, PARTED],
  ['commands/read-words.ts', `["“”„«»「」『』]([^`, PARTED],
  ['config/yaml-list.ts', String.raw`^.*\bid:`, 'it reads files of the operator, a line at a time'],
  ['feeds/article-text.ts', String.raw`(?:property|name)\s*=`, PARTED],
  ['feeds/article-text.ts', String.raw`<meta\s[^<>]{0,2000}>`, BOUNDED],
  ['feeds/clean-url.ts', '^(?:utm_', ANCHORED],
  ['feeds/decode.ts', '^[^<]{0,256}<', BOUNDED],
  [
    'feeds/language-words.ts',
    String.raw`\b(?:me[nmr]|di|ber`,
    'a word boundary lets a word be begun once, and the rest is fixed',
  ],
  ['feeds/parse-date.ts', String.raw`(?<!\d)(\d{1,2})\s+(?:tháng`, PARTED],
  ['feeds/parse-date.ts', String.raw`(?<!\d)(\d{1,2})(?:st|nd`, PARTED],
  ['feeds/parse-date.ts', String.raw`(\d{1,2}):(\d{1,2})`, PARTED],
  ['feeds/parse-date.ts', String.raw`(\d{4})[\s,.-]+(`, PARTED],
  ['feeds/parse-date.ts', String.raw`([\p{L}\p{M}][`, BOUNDED],
  ['feeds/sniff.ts', String.raw`<title>\s*(?:just a moment`, PARTED],
  ['incidents/similarity.ts', '(?<![.,])[.,]+$', ONE_START],
  ['incidents/similarity.ts', String.raw`(?<![\p{L}\d])\p{Lu}[`, ONE_START],
  ['incidents/similarity.ts', String.raw`(?<![\p{L}\p{N}.,$€£¥₩₹₽-])\d{1,4}`, ONE_START],
  ['incidents/similarity.ts', String.raw`^\s*(?:%|percent`, ANCHORED],
  ['storage/store-fault.ts', String.raw`(?<!\.)\.+$`, ONE_START],
  ['words/check-summary.ts', '(?<![a-z0-9.-])[a-z0-9-]{1,63}', ONE_START],
  ['words/clean-text.ts', String.raw`^\([^()\n]{1,20}=`, ANCHORED],
  ['words/clean-text.ts', '^[【[][^】', ANCHORED],
  ['words/clean-text.ts', '(?:Read more|', PARTED],
  ['words/clean-text.ts', String.raw`^by\s+\p{Lu}`, ANCHORED],
  ['words/split-sentences.ts', String.raw`(?:\b(?:Inc|Ltd|`, BOUNDED],
];

const isListed = ({ source, where }: Pattern): boolean =>
  UNDECIDED.some(([file, beginning]) => file === where && source.startsWith(beginning));

/** Milliseconds. A pattern that is decided is so in a fraction of this, unless the machine has much else to do. */
const LONGEST_CHECK = 60_000;
/** A pattern on which the checker comes to no end is searched for an attack so long; one is found sooner, if at all. */
const SEARCH = 400;

const examine = (pattern: Pattern): Promise<Diagnostics> =>
  check(pattern.source, withoutSearchFlags(pattern.flags), {
    timeout: isListed(pattern) ? SEARCH : LONGEST_CHECK,
  });

const AT_ONCE = 4;

/** Milliseconds of CPU. Of some 60,000 characters a linear pattern takes a few at most, a quadratic one thousands. */
const LINEAR = 50;

/** The search for attacks guesses from heat, and now and then takes two runs side by side for one in the other: is it so? */
const isDisproved = ({ source, flags }: Pattern, found: Diagnostics): boolean => {
  if (found.status !== 'vulnerable' || found.checker !== 'fuzz' || found.complexity.type !== 'polynomial')
    return false;
  const pattern = new RegExp(source, flags);
  const from = process.cpuUsage();
  pattern.test(found.attack.string);
  return process.cpuUsage(from).user / 1000 < LINEAR;
};

/** Everything that is not shown to be safe, one line each. */
const complaintsOf = async (patterns: readonly Pattern[]): Promise<readonly string[]> => {
  const waiting = [...patterns];
  const complaints: string[] = [];
  const work = async (): Promise<void> => {
    for (let pattern = waiting.pop(); pattern !== undefined; pattern = waiting.pop()) {
      const found = await examine(pattern);
      if (found.status === 'safe' || (found.status === 'unknown' && isListed(pattern))) continue;
      if (isDisproved(pattern, found)) continue;
      const problem = found.status === 'vulnerable' ? found.complexity.summary : found.error.kind;
      complaints.push(`${pattern.where}: /${pattern.source}/${pattern.flags} ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return complaints;
};

describe('the patterns of the source', () => {
  test('are found', () => {
    expect(ALL.length).toBeGreaterThan(300);
    expect([...new Set(ALL.map(({ where }) => where))]).toEqual(
      expect.arrayContaining(Object.keys(FILLINGS)),
    );
  });

  test('are shown not to backtrack', async () => {
    const unique = new Map(ALL.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern]));
    expect(await complaintsOf([...unique.values()])).toEqual([]);
  }, 240_000);

  test('would be told where an attack is more than a guess', async () => {
    const slow = { source: String.raw`(?=\s)\s+$`, flags: '', where: 'classify/none.ts' };
    expect(await complaintsOf([slow])).toEqual([expect.stringContaining('polynomial')]);
  }, 60_000);

  test('are listed as undecided only while they are there', () => {
    const stale = UNDECIDED.filter(
      ([file, beginning]) => !ALL.some(({ where, source }) => where === file && source.startsWith(beginning)),
    );
    expect(stale).toEqual([]);
  });
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

  test('lets nothing pass that it does not understand', async () => {
    const complaints = await complaintsOf([{ source: '(', flags: '', where: 'here' }]);
    expect(complaints).toEqual(['here: /(/ invalid']);
  });

  test('refuses a pattern with a part that nobody filled in', () => {
    expect(() => patternsIn(`new RegExp(\`a\${b}\`)`, 'x.ts')).toThrow('give a filling');
  });
});
