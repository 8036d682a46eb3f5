import { describe, expect, test } from '@jest/globals';
import type { ParsedEntry } from '../../src/domain/entry.ts';
import { MINUTE } from '../../src/domain/instant.ts';
import { type ParseContext, parseFeed } from '../../src/feeds/parse.ts';
import { aFeed, anRss, bytesOf } from '../support/feed-builders.ts';

const HOME = 'https://feeds.example/a/news.xml';

const read = async (text: string, about: ParseContext = {}): Promise<readonly ParsedEntry[]> => {
  const parsed = await parseFeed(bytesOf(text), { url: HOME, ...about });
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed.entries;
};

const first = async (text: string, about?: ParseContext): Promise<ParsedEntry> => {
  const [entry] = await read(text, about);
  if (entry === undefined) throw new Error('no entry');
  return entry;
};

const item = (inner: string, about?: ParseContext): Promise<ParsedEntry> =>
  first(anRss(`<item>${inner}</item>`), about);
const atom = (inner: string, attributes = ''): Promise<ParsedEntry> =>
  first(`<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><entry>${inner}</entry></feed>`);

describe('an RSS item', () => {
  test('gives guid, title, address, date and text', async () => {
    const entry = await item(
      `<guid isPermaLink="false">n-1</guid><title>Notice</title><link>https://feeds.example/n/1</link>
       <pubDate>Mon, 27 Jul 2026 15:30:00 GMT</pubDate><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>`,
    );
    expect(entry).toEqual({
      guid: 'n-1',
      title: 'Notice',
      url: 'https://feeds.example/n/1',
      publishedAt: Date.UTC(2026, 6, 27, 15, 30),
      publishedEstimated: false,
      text: 'One.\nTwo.',
    });
  });

  test('without a date is kept, its date estimated', async () => {
    const entry = await item('<title>Notice</title><pubDate>soon</pubDate>');
    expect(entry).toMatchObject({ title: 'Notice', publishedEstimated: true });
    expect(entry).not.toHaveProperty('publishedAt');
  });

  test('takes its first readable date', async () => {
    const entry = await item('<pubDate>soon</pubDate><dc:date>2026-07-27T15:30:00Z</dc:date>');
    expect(entry.publishedAt).toBe(Date.UTC(2026, 6, 27, 15, 30));
  });

  test('prefers the whole content to the teaser', async () => {
    const entry = await item(
      '<description>Teaser</description><content:encoded><![CDATA[<p>All of it</p>]]></content:encoded>',
    );
    expect(entry.text).toBe('All of it');
  });

  test.each([
    ['its permalink guid', '<guid>https://x.example/p</guid>', 'https://x.example/p'],
    ['an atom:link beside it', '<atom:link rel="alternate" href="/p"/>', 'https://feeds.example/p'],
    ['its enclosure', '<enclosure url="https://x.example/a.pdf"/>', 'https://x.example/a.pdf'],
  ])('without a link has %s', async (_what, inner, url) => {
    expect((await item(inner)).url).toBe(url);
  });

  test.each([
    ['relative', '<link>../n/1</link>', 'https://feeds.example/n/1'],
    ['broken over lines', '<link>\n https://x.example/a\n\tb </link>', 'https://x.example/ab'],
    ['on somebody’s desk', '<link>http://localhost/n/1</link>', 'https://feeds.example/n/1'],
    [
      'with bare ampersands',
      '<link>https://x.example/?a=1&b=2&copy=3</link>',
      'https://x.example/?a=1&b=2&copy=3',
    ],
  ])('whose link is %s has a whole one', async (_what, inner, url) => {
    expect((await item(inner)).url).toBe(url);
  });

  test('never links to a script', async () => {
    expect(await item('<title>t</title><link>javascript:alert(1)</link>')).not.toHaveProperty('url');
  });

  test('without a zone in its date counts at home, or is estimated', async () => {
    const inner = '<pubDate>Monday, July 27, 2026 - 15:30</pubDate>';
    expect(await item(inner)).toMatchObject({ publishedEstimated: true });
    const atHome = await item(inner, { feed: aFeed({ zone: 'Europe/London' }) });
    expect(atHome).toMatchObject({ publishedEstimated: false, publishedAt: Date.UTC(2026, 6, 27, 14, 30) });
  });
});

describe('a title', () => {
  test.each([
    ['escaped twice', '<title>AT&amp;amp;T</title>', 'AT&T'],
    ['with markup', '<title>a <b>b</b> c</title>', 'a b c'],
    ['with escaped markup', '<title>a &lt;b&gt;b&lt;/b&gt; c</title>', 'a b c'],
    ['in CDATA', '<title><![CDATA[a <i>b</i> &amp; c]]></title>', 'a b & c'],
    ['with a windows-1252 number', '<title>it&#146;s</title>', 'it’s'],
    ['with an HTML entity', '<title>caf&eacute;&nbsp;noir</title>', 'café noir'],
    ['with an emoji in two halves', '<title>a &#55357;&#56832;</title>', 'a 😀'],
    ['with half a character', '<title>a&#xD83D;b</title>', 'ab'],
    ['with a bare ampersand', '<title>Q & A</title>', 'Q & A'],
    ['with a comparison', '<title>1 < 2 and 3 > 2</title>', '1 < 2 and 3 > 2'],
    ['with a control character', '<title>a\u0008b</title>', 'ab'],
    ['with a script', '<title>a<![CDATA[<script>alert("x")</script>]]>b</title>', 'ab'],
    ['only in another vocabulary', '<media:title>m</media:title>', 'm'],
    ['beside that of its source', '<source url="x"><title>S</title></source><title>T</title>', 'T'],
  ])('%s reads as a reader would', async (_what, inner, title) => {
    expect((await item(inner)).title).toBe(title);
  });
});

describe('an Atom entry', () => {
  test('gives the alternate link among many', async () => {
    const entry = await atom(
      '<id>tag:x,1</id><link rel="self" href="/self"/><link rel="alternate" type="text/html" href="/page"/><link rel="replies" href="/r"/>',
    );
    expect(entry).toMatchObject({ guid: 'tag:x,1', url: 'https://feeds.example/page' });
  });

  test('resolves links against xml:base, the inner on the outer', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/">
      <entry xml:base="y/"><link href="z"/></entry></feed>`;
    expect((await first(feed)).url).toBe('https://base.example/x/y/z');
  });

  test('reads XHTML and base64 content', async () => {
    expect(
      (
        await atom(
          '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a</p><p>b</p></div></content>',
        )
      ).text,
    ).toBe('a\nb');
    expect((await atom('<title type="application/octet-stream">RXhhbXBsZQ==</title>')).title).toBe('Example');
  });

  test('takes what is text for text', async () => {
    expect((await atom('<title type="text">Use of &lt;b&gt;</title>')).title).toBe('Use of <b>');
  });

  test.each(['published', 'issued', 'modified', 'updated', 'created', 'dcterms:issued'])(
    'is dated by %s',
    async (name) => {
      const entry = await atom(
        `<${name}>2026-07-27T15:30:00+02:00</${name}>`,
        'xmlns:dcterms="http://purl.org/dc/terms/"',
      );
      expect(entry.publishedAt).toBe(Date.UTC(2026, 6, 27, 13, 30));
    },
  );

  test('with one unreadable date loses nothing else', async () => {
    expect(await atom('<title>t</title><updated>12:35:8+01:00</updated>')).toMatchObject({ title: 't' });
  });
});

describe('a document', () => {
  const titles = async (text: string): Promise<string[]> => (await read(text)).map(({ title }) => title);

  test.each([
    ['without a version', '<rss><channel><item><title>a</title></item></channel></rss>'],
    ['without a channel', '<rss version="2.0"><item><title>a</title></item></rss>'],
    ['in upper case', '<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>'],
    [
      'with prefixes of its own',
      '<n:rss xmlns:n="http://purl.org/rss/1.0/"><n:channel><n:item><n:title>a</n:title></n:item></n:channel></n:rss>',
    ],
    [
      'in RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/><item><title>a</title></item></rdf:RDF>',
    ],
    ['in CDF', '<CHANNEL BASE="http://b.example/"><ITEM HREF="/1"><TITLE>a</TITLE></ITEM></CHANNEL>'],
    [
      'after a warning of PHP',
      'Warning: mysql_connect()\n<br />\n<?xml version="1.0"?><rss><channel><item><title>a</title></item></channel></rss>',
    ],
    ['with an undeclared prefix', '<rss><channel><item><title>a</title><x:y>z</x:y></item></channel></rss>'],
    ['cut off', '<rss><channel><item><title>a</title><description>b'],
    ['with tags that cross', '<rss><channel><item><title>a</title><b><i></b></i></item></channel></rss>'],
    ['with a comment that nobody ends', '<rss><channel><item><title>a</title></item></channel></rss><!-- '],
  ])('%s is read', async (_what, text) => {
    expect(await titles(text)).toEqual(['a']);
  });

  test('whose items forget their end has them all', async () => {
    expect(await titles(anRss('<item><title>a</title><item><title>b</title>'))).toEqual(['a', 'b']);
  });

  test('without entries is an empty feed', async () => {
    expect(await read(anRss(''))).toEqual([]);
  });

  test('knows the entities that it declares', async () => {
    expect(
      await titles(
        `<!DOCTYPE rss [<!ENTITY co "Acme &#38; Sons"><!ENTITY b "Bank">]>${anRss('<item><title>&b; &co;</title></item>')}`,
      ),
    ).toEqual(['Bank &co;']);
  });

  test('names its language and its wish to be left alone', async () => {
    const text = '<rss><channel><language>ko</language><ttl>60</ttl></channel></rss>';
    expect(await parseFeed(bytesOf(text))).toEqual({
      ok: true,
      entries: [],
      language: 'ko',
      ttlMs: 60 * MINUTE,
    });
  });

  test('names the hours and days at which it would be left alone, as far as they can be read', async () => {
    const skips =
      '<skipHours><hour>7</hour> <hour>24</hour><hour>25</hour><hour>noon</hour></skipHours><skipDays><day>Sunday</day><day>sat</day><day>Holiday</day></skipDays>';
    expect(await parseFeed(bytesOf(`<rss><channel>${skips}</channel></rss>`))).toEqual({
      ok: true,
      entries: [],
      skipHours: [7, 0],
      skipDays: [0, 6],
    });
  });

  test.each([
    ['an HTML page', '<!DOCTYPE html><html><body><p>404</p></body></html>', 'not-a-feed'],
    ['nothing', ' \n', 'not-a-feed'],
    ['words', 'Service unavailable', 'not-a-feed'],
    ['other XML', '<?xml version="1.0"?><urlset><url/></urlset>', 'not-a-feed'],
    ['other JSON', '{"error":"no"}', 'not-a-feed'],
    ['broken JSON', '{"items":[', 'malformed'],
  ])('that is %s is refused', async (_what, text, reason) => {
    expect(await parseFeed(bytesOf(text))).toMatchObject({ ok: false, reason });
  });
});

describe('JSON', () => {
  test('as JSON Feed gives entries', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      language: 'en',
      items: [
        {
          id: 7,
          url: '/n/7',
          title: 'A <b>',
          content_html: '<p>x</p>',
          date_published: '2026-07-27T15:30:00Z',
        },
      ],
    };
    expect(await read(JSON.stringify(feed))).toEqual([
      {
        guid: '7',
        url: 'https://feeds.example/n/7',
        title: 'A <b>',
        text: 'x',
        publishedAt: Date.UTC(2026, 6, 27, 15, 30),
        publishedEstimated: false,
      },
    ]);
  });

  test('of any shape is read by the mapping of its feed', async () => {
    const answer = {
      data: {
        list: [
          {
            no: 5,
            name: 'Delisting of ABC',
            when: 1_785_166_200_000,
            info: { body: 'Trading ends.' },
            slug: 'abc',
          },
        ],
      },
    };
    const format = {
      items: 'data.list',
      title: 'name',
      id: 'no',
      url: 'slug',
      urlPrefix: 'https://x.example/n/',
      text: 'info.body',
      publishedAt: 'when',
    };
    expect(await read(JSON.stringify(answer), { feed: aFeed({ format }) })).toEqual([
      {
        guid: '5',
        url: 'https://x.example/n/abc',
        title: 'Delisting of ABC',
        text: 'Trading ends.',
        publishedAt: 1_785_166_200_000,
        publishedEstimated: false,
      },
    ]);
  });

  test('without the list that the mapping names is not that feed', async () => {
    const format = { items: 'data.list', title: 'name' };
    expect(await parseFeed(bytesOf('{"data":{}}'), { feed: aFeed({ format }) })).toMatchObject({
      ok: false,
      reason: 'not-a-feed',
    });
  });
});

describe('a news search', () => {
  test('gives the headline and the publisher as they were before the search', async () => {
    const search = { query: '"Bank of Ghana" crypto', language: 'en', country: 'GH' };
    const entry = await item(
      '<title>Ghana bans - and unbans - exchanges - The Daily</title><link>https://news.google.com/rss/articles/CBMi1</link><guid isPermaLink="false">CBMi1</guid><source url="https://daily.example">The Daily</source><description>&lt;a href="x"&gt;Ghana bans - and unbans - exchanges&lt;/a&gt; The Daily</description>',
      { feed: aFeed({ search }) },
    );
    expect(entry).toEqual({
      title: 'Ghana bans - and unbans - exchanges',
      url: 'https://news.google.com/rss/articles/CBMi1',
      publisher: 'The Daily',
      publishedEstimated: true,
      text: '',
    });
  });
});
