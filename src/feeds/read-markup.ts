import { knownPrefix } from './known-prefix.ts';
import { createReferences } from './references.ts';
import { tokenise } from './tokenise-markup.ts';

/** What an element declares, before what it inherits: a copy for each would take quadratic time. */
interface Prefixes {
  readonly own: ReadonlyMap<string, string>;
  readonly outer?: Prefixes;
}

/** What an element inherits: its vocabularies, its base address and its language. */
export interface MarkupScope {
  readonly prefixes: Prefixes;
  /** `xml:base`, resolved as far as it could be; '' where nobody gave one. */
  readonly base: string;
  readonly language: string;
}

/** By lower-case name, with the prefix as written. */
export type Attributes = Readonly<Partial<Record<string, string>>>;

export interface MarkupElement {
  /** Lower case, under the well-known prefix of its vocabulary: `title`, `dc:date`. */
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: (MarkupElement | string)[];
  readonly scope: MarkupScope;
}

/** Deeper elements are read as if their tags were not there: no feed needs them, and a hostile one has 100,000. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 100_000;
/** A feed shows a window of its news; more is an archive or an attack. */
const MAX_ENTRIES = 1_000;
/** Characters of an address: browsers and servers take no longer ones either. */
export const MAX_ADDRESS = 8_192;

const NO_ATTRIBUTES: Attributes = {};
const ROOTS = /^(?:rss|feed|rdf|channel)$/;
const ENTRY = /^(?:item|entry)$/;

const ABSOLUTE = /^https?:\/\/\w/i;

const join = (reference: string, base: string): string => {
  if (base === '' || ABSOLUTE.test(reference) || !URL.canParse(reference, base)) return reference;
  return new URL(reference, base).href;
};

/** Joins a reference to a base where that makes an address; else gives the reference itself. '' for one of no sane length. */
export const joinAddress = (reference: string, base: string): string => {
  const trimmed = reference.trim();
  const address = trimmed.length > MAX_ADDRESS ? '' : join(trimmed, base);
  return address.length > MAX_ADDRESS ? '' : address;
};

const lookUp = (prefixes: Prefixes, given: string): string | undefined => {
  for (let at: Prefixes | undefined = prefixes; at !== undefined; at = at.outer) {
    const found = at.own.get(given);
    if (found !== undefined) return found;
  }
  return undefined;
};

const prefixesOf = (attributes: Attributes, inherited: Prefixes): Prefixes => {
  const declared = Object.keys(attributes).filter((name) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return inherited;
  const own = new Map<string, string>();
  for (const name of declared) {
    const given = name.slice('xmlns:'.length);
    own.set(given, knownPrefix(attributes[name] ?? '') ?? given);
  }
  return { own, outer: inherited };
};

/** A root under a vocabulary of its own is still a feed: its vocabulary is then the feed's. */
const adoptRoot = (qualified: string, prefixes: Prefixes): Prefixes => {
  const colon = qualified.indexOf(':');
  const prefix = qualified.slice(0, colon);
  if (colon < 0 || prefix === 'rdf' || !ROOTS.test(qualified.slice(colon + 1))) return prefixes;
  if ((lookUp(prefixes, prefix) ?? prefix) !== prefix) return prefixes;
  return { own: new Map([[prefix, '']]), outer: prefixes };
};

const scopeOf = (
  qualified: string,
  attributes: Attributes,
  parent: MarkupScope,
  isRoot: boolean,
): MarkupScope => {
  if (attributes === NO_ATTRIBUTES && !isRoot) return parent;
  const declared = prefixesOf(attributes, parent.prefixes);
  const prefixes = isRoot ? adoptRoot(qualified, declared) : declared;
  const ownBase = attributes['xml:base'] ?? (qualified === 'channel' ? attributes.base : undefined);
  const language = attributes['xml:lang'] ?? parent.language;
  const base = ownBase === undefined ? parent.base : joinAddress(ownBase, parent.base);
  if (prefixes === parent.prefixes && base === parent.base && language === parent.language) return parent;
  return { prefixes, base, language };
};

const canonicalName = (qualified: string, prefixes: Prefixes): string => {
  const colon = qualified.indexOf(':');
  if (colon < 0) {
    const own = lookUp(prefixes, '') ?? '';
    return own === '' ? qualified : `${own}:${qualified}`;
  }
  const given = qualified.slice(0, colon);
  const prefix = lookUp(prefixes, given) ?? (given === 'atom' || given === 'rss' ? '' : given);
  return prefix === '' ? qualified.slice(colon + 1) : `${prefix}:${qualified.slice(colon + 1)}`;
};

const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]*))?/g;

const unquote = (value: string): string => (/^["']/.test(value) ? value.slice(1, -1) : value);

const { resolve } = createReferences();

const readAttributes = (text: string): Attributes => {
  if (text.trim() === '') return NO_ATTRIBUTES;
  const attributes: Record<string, string> = {};
  for (const match of text.matchAll(ATTRIBUTE)) {
    const name = (match[1] ?? '').toLowerCase();
    if (name === '__proto__' || Object.hasOwn(attributes, name)) continue;
    const value = unquote(match[2] ?? '');
    attributes[name] = resolve(value);
  }
  return attributes;
};

/** Where the open elements stand; `close` and `open` keep them in order whatever the document does. */
interface Open {
  readonly element: MarkupElement;
  readonly qualified: string;
}

const insideContent = (stack: readonly Open[]): boolean =>
  stack.some(({ element }) => element.name === 'content' && element.attributes.type !== undefined);

const lastOpen = (stack: readonly Open[], root: MarkupElement): MarkupElement =>
  stack.at(-1)?.element ?? root;

/** The tree while it grows. */
interface Growth {
  readonly root: MarkupElement;
  readonly stack: Open[];
  /** How often each name is open: an end tag of none must not search the stack. */
  readonly open: Map<string, number>;
  elements: number;
  entries: number;
}

const isOpen = ({ open }: Growth, qualified: string): boolean => (open.get(qualified) ?? 0) > 0;

const push = ({ stack, open }: Growth, element: MarkupElement, qualified: string): void => {
  stack.push({ element, qualified });
  open.set(qualified, (open.get(qualified) ?? 0) + 1);
};

/** One by one: most often it is one, and setting the length of an array is slow. */
const closeDownTo = ({ stack, open }: Growth, depth: number): void => {
  while (stack.length > depth) {
    const qualified = stack.pop()?.qualified ?? '';
    open.set(qualified, (open.get(qualified) ?? 1) - 1);
  }
};

/** An entry within an entry is a forgotten end tag. */
const closeForgottenEntry = (growth: Growth, name: string): void => {
  if (!ENTRY.test(name)) return;
  const { stack } = growth;
  const outer = stack.findLastIndex(({ element }) => ENTRY.test(element.name));
  if (outer > 0 && !insideContent(stack)) closeDownTo(growth, outer);
};

const closeElement = (growth: Growth, qualified: string): void => {
  if (!isOpen(growth, qualified)) return;
  closeDownTo(
    growth,
    growth.stack.findLastIndex((open) => open.qualified === qualified),
  );
};

const openElement = (
  growth: Growth,
  qualified: string,
  attributeText: string,
  selfClosing: boolean,
): boolean => {
  const { root, stack } = growth;
  growth.elements += 1;
  if (growth.elements > MAX_ELEMENTS) return false;
  if (stack.length > MAX_DEPTH) return true;
  const parent = lastOpen(stack, root);
  const attributes = readAttributes(attributeText);
  const scope = scopeOf(qualified, attributes, parent.scope, parent === root);
  const name = canonicalName(qualified, scope.prefixes);
  closeForgottenEntry(growth, name);
  const element: MarkupElement = { name, attributes, children: [], scope };
  if (ENTRY.test(name)) growth.entries += 1;
  if (growth.entries > MAX_ENTRIES) return false;
  lastOpen(stack, root).children.push(element);
  if (!selfClosing) push(growth, element, qualified);
  return true;
};

/**
 * Reads any markup into a tree and never fails: tags that cross or stay open are closed, stray ends dropped,
 * entities become characters, nothing is expanded recursively. `base` is the address of the document.
 */
export const readMarkup = (source: string, base: string): MarkupElement => {
  const scope: MarkupScope = { prefixes: { own: new Map() }, base, language: '' };
  const root: MarkupElement = { name: '', attributes: NO_ATTRIBUTES, children: [], scope };
  const stack = [{ element: root, qualified: '' }];
  const growth: Growth = { root, stack, open: new Map(), elements: 0, entries: 0 };
  tokenise(source, {
    text: (text) => lastOpen(growth.stack, root).children.push(text),
    open: (name, attributes, selfClosing) => openElement(growth, name, attributes, selfClosing),
    close: (name) => closeElement(growth, name),
  });
  return root;
};
