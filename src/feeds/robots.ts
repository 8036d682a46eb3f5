interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

interface Group {
  readonly agents: readonly string[];
  readonly rules: readonly Rule[];
}

const MAX_LINES = 5_000;

const readLine = (line: string): { readonly field: string; readonly value: string } | undefined => {
  const match = /^\s*(user-agent|allow|disallow)\s*:\s*([^#]*)/i.exec(line);
  return match === null
    ? undefined
    : { field: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() };
};

/** A group is agents, then their rules; an agent behind a rule begins the next. */
const parseGroups = (text: string): Group[] => {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  for (const line of text.split(/\r?\n/, MAX_LINES)) {
    const read = readLine(line);
    if (read === undefined) continue;
    const { field, value } = read;
    const last = groups.at(-1);
    if (field !== 'user-agent') last?.rules.push({ allow: field === 'allow', path: value });
    else if (last?.rules.length === 0) last.agents.push(value.toLowerCase());
    else groups.push({ agents: [value.toLowerCase()], rules: [] });
  }
  return groups;
};

/** `*` is anything, a final `$` the end; matched by parts, so that no pattern of a stranger can be slow. */
const matches = (path: string, pattern: string): boolean => {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !anchored || at === path.length || (parts.length > 1 && path.endsWith(parts.at(-1) ?? ''));
};

const rulesFor = (groups: readonly Group[], product: string): readonly Rule[] => {
  const own = groups.filter(({ agents }) => agents.some((agent) => agent !== '*' && product.includes(agent)));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  // "Disallow:" without a path forbids nothing.
  return chosen.flatMap(({ rules }) => rules).filter(({ path }) => path !== '');
};

/** Whether robots.txt lets us read `path` (with its query): the longest rule decides, ties allow (RFC 9309 2.2). */
export const robotsAllow = (robots: string, userAgent: string, path: string): boolean => {
  const product = (userAgent.split(/[/\s]/)[0] ?? '').toLowerCase();
  let best: Rule | undefined;
  for (const rule of rulesFor(parseGroups(robots), product)) {
    if (!matches(path, rule.path)) continue;
    const longer = best === undefined || rule.path.length > best.path.length;
    if (longer || (rule.allow && rule.path.length === best?.path.length)) best = rule;
  }
  return best?.allow ?? true;
};
