import { MAX_MARKUP, plainLine, plainText } from './plain-text.ts';
import { joinAddress, MAX_ADDRESS, type MarkupElement } from './read-markup.ts';
import { innerHtml, textOf } from './write-markup.ts';

/** What an entry says, in plain text and whatever the dialect; lists hold the candidates, best first. */
export interface EntryFields {
  readonly title: string;
  readonly links: readonly string[];
  readonly guid: string;
  readonly dates: readonly string[];
  readonly text: string;
  readonly publisher: string;
}

/** An element and how deep below its entry it stands. */
interface Found {
  readonly element: MarkupElement;
  readonly depth: number;
}

/** What stands in these is about something else than the entry. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set([
  'source',
  'image',
  'textinput',
  'author',
  'contributor',
  'dc:creator',
  'content',
  'summary',
  'description',
  'content:encoded',
  'title',
  'media:title',
  'dc:title',
  'itunes:summary',
  'media:description',
  'activity:object',
  'activity:actor',
  'activity:target',
  'thr:in-reply-to',
  'media:community',
  'dc:source',
]);

/** So many elements of one name are looked at; one who writes more does not write for readers. */
const MAX_SAME = 30;

const descendants = (entry: MarkupElement): ReadonlyMap<string, readonly Found[]> => {
  const found = new Map<string, Found[]>();
  const note = (element: MarkupElement, depth: number): void => {
    const list = found.get(element.name) ?? [];
    if (list.length < MAX_SAME) list.push({ element, depth });
    found.set(element.name, list);
  };
  const visit = (parent: MarkupElement, depth: number): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue;
      note(child, depth);
      if (!ABOUT_OTHERS.has(child.name)) visit(child, depth + 1);
    }
  };
  visit(entry, 1);
  return found;
};

/** Of an address, an id or a date: nested in each other, thirty long ones would be copied thirty times. */
const shortTextOf = (element: MarkupElement): string => textOf(element, MAX_ADDRESS).trim();

type Fields = ReadonlyMap<string, readonly Found[]>;

/** The first, in the order of the names, that says anything; the shallower wins. */
const firstText = (fields: Fields, names: readonly string[]): string => {
  for (const name of names) {
    const candidates = fields.get(name);
    if (candidates === undefined) continue;
    for (const { element } of candidates.toSorted((a, b) => a.depth - b.depth)) {
      const text = innerHtml(element, MAX_MARKUP).trim();
      if (text !== '') return text;
    }
  }
  return '';
};

/** In the order in which they may be trusted to say when the entry was published. */
const DATES = [
  'pubdate',
  'published',
  'dcterms:issued',
  'issued',
  'dc:date',
  'date',
  'updated',
  'modified',
  'dcterms:modified',
  'dc:date.issued',
  'dcterms:available',
  'lastbuilddate',
  'created',
  'dcterms:created',
  'dcterms:date',
  'publishdate',
  'pubdate_gmt',
] as const;

const datesOf = (entry: MarkupElement, fields: Fields): string[] => {
  const dates: string[] = [];
  const add = (text: string): void => {
    if (text !== '') dates.push(text);
  };
  for (const name of DATES) {
    // The last of them wins: what stands above it is often about an enclosed thing.
    for (const { element } of fields.get(name)?.toReversed() ?? []) add(shortTextOf(element));
  }
  add((entry.attributes.lastmod ?? '').trim());
  return dates;
};

const HTML_TYPE = /html/i;
/** An address that surely leads somewhere, so that no other need be kept for want of it. */
const SURE = /^https?:\/\/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?:\/[^\s\\]*)?$/i;

/** Feeds break long addresses over lines; a space within one is meant. */
const tidyLink = (text: string): string => {
  const link = text.trim();
  return /[\r\n\t]/.test(link)
    ? link.replace(/\s+/g, (space) => (/[\r\n\t]/.test(space) ? '' : space))
    : link;
};

const resolved = (element: MarkupElement, text: string): string => {
  const link = tidyLink(text);
  return link === '' ? '' : joinAddress(link, element.scope.base);
};

const hrefOf = (element: MarkupElement): string | undefined =>
  element.attributes.href ??
  element.attributes.url ??
  element.attributes.uri ??
  element.attributes['rdf:resource'];

const alternates = (fields: Fields): string[] => {
  const links: string[] = [];
  for (const { element } of fields.get('link') ?? []) {
    const { rel = 'alternate', type = 'text/html' } = element.attributes;
    const href = hrefOf(element);
    const address = href ?? shortTextOf(element);
    const isAlternate = rel === 'alternate' && HTML_TYPE.test(type);
    if (address.trim() !== '' && (href === undefined || isAlternate)) links.push(resolved(element, address));
  }
  return links;
};

/** Links that say something else than "this is the entry", for want of a better one. */
const lesserLinks = (fields: Fields): string[] => {
  const rank = ['alternate', 'canonical', 'self', 'via', 'related'];
  return (fields.get('link') ?? [])
    .flatMap(({ element }) => {
      const href = hrefOf(element);
      const at = rank.indexOf(element.attributes.rel ?? 'alternate');
      return href === undefined || at < 0 ? [] : [{ at, link: resolved(element, href) }];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ link }) => link);
};

const guidElement = (fields: Fields): MarkupElement | undefined =>
  [...(fields.get('guid') ?? []), ...(fields.get('id') ?? [])].find(
    ({ element }) => shortTextOf(element) !== '',
  )?.element;

const permalink = (guid: MarkupElement | undefined): string[] => {
  if (guid === undefined || (guid.attributes.ispermalink ?? 'true').toLowerCase() === 'false') return [];
  return [resolved(guid, shortTextOf(guid))];
};

const enclosures = (fields: Fields): string[] =>
  ['enclosure', 'media:content'].flatMap((name) =>
    (fields.get(name) ?? []).map(({ element }) => resolved(element, hrefOf(element) ?? '')),
  );

const linksOf = (
  entry: MarkupElement,
  fields: Fields,
  guid: MarkupElement | undefined,
): readonly string[] => {
  const own = alternates(fields).reverse();
  const [best = ''] = own;
  if (SURE.test(best)) return [best];
  const links = new Set([
    ...own,
    resolved(entry, entry.attributes.href ?? ''),
    ...permalink(guid),
    ...lesserLinks(fields),
    resolved(entry, entry.attributes['rdf:about'] ?? ''),
    ...enclosures(fields),
  ]);
  links.delete('');
  return [...links];
};

const publisherOf = (fields: Fields): string => {
  const source = fields.get('source')?.[0]?.element;
  if (source === undefined) return '';
  const title = source.children.find((child) => typeof child !== 'string' && child.name === 'title');
  return (typeof title === 'object' ? textOf(title) : textOf(source)).trim();
};

const TITLES = ['title', 'dc:title', 'media:title', 'itunes:title'];
const TEXTS = [
  'content:encoded',
  'content',
  'description',
  'summary',
  'abstract',
  'dc:description',
  'media:description',
  'itunes:summary',
  'tagline',
];

/** Reads one `item` or `entry` of any dialect. */
export const readFields = (entry: MarkupElement): EntryFields => {
  const fields = descendants(entry);
  const guid = guidElement(fields);
  return {
    title: plainLine(firstText(fields, TITLES)),
    links: linksOf(entry, fields, guid),
    guid: guid === undefined ? (entry.attributes['rdf:about'] ?? '') : shortTextOf(guid),
    dates: datesOf(entry, fields),
    text: plainText(firstText(fields, TEXTS)),
    publisher: publisherOf(fields),
  };
};
