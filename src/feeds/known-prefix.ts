/** Vocabularies of which RSS, Atom, RDF and CDF elements are part: read without a prefix. */
const FEED_VOCABULARIES = [
  'http://backend.userland.com/rss',
  'http://backend.userland.com/rss2',
  'http://blogs.law.harvard.edu/tech/rss',
  'http://cyber.law.harvard.edu/rss',
  'http://cyber.law.harvard.edu/rss/rss.html',
  'http://channel.netscape.com/rdf/simple/0.9',
  'http://my.netscape.com/rdf/simple/0.9',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd',
  'http://purl.org/rss/1.0',
  'http://purl.org/rss/1.0/modules/rss091#',
  'http://purl.org/atom/ns#',
  'http://purl.org/atom/app#',
  'http://purl.org/echo',
  'http://purl.org/pie',
  'http://example.com/newformat#',
  'http://example.com/necho',
  'uri/of/echo/namespace#',
  'http://www.w3.org/2005/atom',
  'https://www.w3.org/2005/atom',
  'http://www.w3.org/2005/11/its/atom',
];

/** Modules whose elements we read, by the prefix under which everybody knows them. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  dc: ['http://purl.org/dc/elements/1.0', 'http://purl.org/dc/elements/1.1', 'http://purl.org/dc'],
  dcterms: ['http://purl.org/dc/terms'],
  content: ['http://purl.org/rss/1.0/modules/content'],
  media: ['http://search.yahoo.com/mrss', 'http://search.yahoo.com/mrss/mrss'],
  itunes: ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'http://example.com/dtds/podcast-1.0.dtd'],
  sy: ['http://purl.org/rss/1.0/modules/syndication'],
  feedburner: ['http://rssnamespace.org/feedburner/ext/1.0'],
  xml: ['http://www.w3.org/xml/1998/namespace'],
};

/** Writers disagree about case and the final slash. */
const comparable = (uri: string): string => uri.trim().toLowerCase().replace(/\/$/, '');

const PREFIX_BY_URI: ReadonlyMap<string, string> = new Map([
  ...FEED_VOCABULARIES.map((uri) => [comparable(uri), ''] as const),
  ...Object.entries(MODULES).flatMap(([prefix, uris]) =>
    uris.map((uri) => [comparable(uri), prefix] as const),
  ),
]);

/** The prefix under which we read a vocabulary: '' for RSS and Atom themselves, undefined where we do not know it. */
export const knownPrefix = (uri: string): string | undefined => PREFIX_BY_URI.get(comparable(uri));
