import { readFields } from './read-fields.ts';
import { type MarkupElement, readMarkup } from './read-markup.ts';
import { element, textOf } from './write-markup.ts';

export type Repaired =
  | {
      readonly ok: true;
      /** Well-formed RSS 2.0 whose `title` and `text` are plain, `link` and `published` repeated, best first. */
      readonly rss: string;
      readonly entries: number;
    }
  | { readonly ok: false; readonly detail: string };

const FEED_ELEMENTS: ReadonlySet<string> = new Set([
  'rss',
  'feed',
  'rdf:rdf',
  'channel',
  'item',
  'entry',
  'cdf',
  'rdf',
]);

const isElement = (child: MarkupElement | string): child is MarkupElement => typeof child !== 'string';

/** Entries in document order, wherever they stand: some feeds forget the channel, others nest it. */
const entriesOf = (root: MarkupElement): MarkupElement[] => {
  const entries: MarkupElement[] = [];
  const visit = (parent: MarkupElement): void => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      if (child.name === 'item' || child.name === 'entry') entries.push(child);
      else visit(child);
    }
  };
  visit(root);
  return entries;
};

const findFirst = (parent: MarkupElement, names: ReadonlySet<string>): MarkupElement | undefined => {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    if (names.has(child.name)) return child;
    if (child.name === 'item' || child.name === 'entry') continue;
    const found = findFirst(child, names);
    if (found !== undefined) return found;
  }
  return undefined;
};

const entryRss = (entry: MarkupElement): string => {
  const fields = readFields(entry);
  return [
    '<item>',
    element('title', fields.title),
    ...fields.links.map((link) => element('link', link)),
    element('guid', fields.guid),
    ...fields.dates.map((date) => element('published', date)),
    // Written even when empty: of an item without children rss-parser makes a string.
    element('text', fields.text) || '<text/>',
    element('publisher', fields.publisher),
    '</item>',
  ].join('');
};

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Minutes: RSS `ttl`, or what the syndication module says. */
const ttlOf = (root: MarkupElement): string => {
  const say = (name: string): string => {
    const found = findFirst(root, new Set([name]));
    return found === undefined ? '' : textOf(found).trim();
  };
  const ttl = say('ttl');
  if (ttl !== '') return ttl;
  const period = PERIOD_MINUTES[say('sy:updateperiod').toLowerCase()];
  const frequency = Number(say('sy:updatefrequency') || '1');
  return period !== undefined && frequency > 0 ? String(Math.round(period / frequency)) : '';
};

/** Hours or days, parted by spaces. */
const skipsOf = (root: MarkupElement, name: string): string =>
  (findFirst(root, new Set([name]))?.children ?? [])
    .map((child) => (isElement(child) ? textOf(child) : child).trim())
    .join(' ')
    .trim();

const languageOf = (root: MarkupElement): string => {
  const named = findFirst(root, new Set(['language', 'dc:language']));
  if (named !== undefined) return textOf(named).trim();
  return findFirst(root, FEED_ELEMENTS)?.scope.language ?? '';
};

/**
 * Any feed in, tidy RSS 2.0 out: closed tags, known vocabulary, every address absolute, no markup in the way.
 * `base` is the address that answered. Only a document without any trace of a feed is refused.
 */
export const repair = (text: string, base: string): Repaired => {
  const root = readMarkup(text, base);
  if (findFirst(root, FEED_ELEMENTS) === undefined)
    return { ok: false, detail: 'no feed, channel, item or entry in it' };
  const entries = entriesOf(root);
  const head = [
    element('language', languageOf(root)),
    element('ttl', ttlOf(root)),
    element('skipHours', skipsOf(root, 'skiphours')),
    element('skipDays', skipsOf(root, 'skipdays')),
  ].join('');
  const rss = `<rss version="2.0"><channel>${head}${entries.map(entryRss).join('')}</channel></rss>`;
  return { ok: true, rss, entries: entries.length };
};
