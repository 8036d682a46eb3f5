import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFeed } from '../../src/feeds/parse.ts';
import { anRss, bytesOf } from '../support/feed-builders.ts';

const MEGABYTES_5 = 5 * 1024 * 1024;
const filled = (unit: string, start = '', end = ''): string =>
  start + unit.repeat(Math.floor((MEGABYTES_5 - start.length - end.length) / unit.length)) + end;
/** `one(0)`, `one(1)` and so on, five megabytes of them. */
const counted = (one: (n: number) => string, start: string, end = ''): string => {
  const each = one(100_000).length;
  return start + Array.from({ length: Math.floor(MEGABYTES_5 / each) }, (_, n) => one(n)).join('') + end;
};
const nested = (name: string, inner: string): string =>
  `<${name}>`.repeat(30) + inner + `</${name}>`.repeat(30);
const OPEN_ITEM = '<rss version="2.0"><channel><item><title>';

const laughs = `<!DOCTYPE r [<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`).join('')}]>`;

/** Wall time for a busy machine; what is measured is CPU. */
const PATIENCE = 60_000;

describe('a hostile document costs under two seconds of CPU', () => {
  test.each([
    ['100,000 nested elements', `${OPEN_ITEM}${'<a>'.repeat(100_000)}`],
    ['50,000 unclosed items', `<rss><channel>${'<item><title>x</title>'.repeat(50_000)}`],
    ['a billion laughs', `${laughs}${OPEN_ITEM}&a20;</title></item></channel></rss>`],
    [
      'a long entity used a million times',
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(250)}">]>${filled('&a;', OPEN_ITEM)}`,
    ],
    ['nothing but opening brackets', filled('<', OPEN_ITEM)],
    ['nothing but ampersands', filled('&', OPEN_ITEM)],
    ['quotes that nobody closes', filled('<a b="', OPEN_ITEM)],
    ['comments that nobody ends', filled('<!--', OPEN_ITEM)],
    ['CDATA that nobody ends', filled('<![CDATA[', OPEN_ITEM)],
    ['a tag of five megabytes', filled('a=b ', '<rss ')],
    ['a tag of a million attributes', counted((n) => `a${n}=b `, '<rss ', '>')],
    ['a tag of a million brackets in quotes', filled('a=">" ', '<rss ', '>')],
    ['a million tags that only the last bracket ends', filled('<a', OPEN_ITEM, '>')],
    ['a million closing tags that only the last bracket ends', filled('</a', OPEN_ITEM, '>')],
    [
      'a text of tags that only its last bracket ends, in every entry',
      `<rss><channel>${`<item><description><![CDATA[${'<a'.repeat(39_000)}>]]></description></item>`.repeat(60)}`,
    ],
    ['closing tags of what is not open, deep down', filled('</a>', `${OPEN_ITEM}${'<b>'.repeat(190)}`)],
    [
      'a vocabulary that every element widens',
      counted(
        (n) => `<a xmlns:b="c${n}"/>`,
        counted((n) => `xmlns:a${n}="b" `, '<rss ')
          .slice(0, 1e6)
          .concat('>'),
      ),
    ],
    [
      'a base of two hundred kilobytes',
      `<feed xml:base="http://x.example/${'a/'.repeat(1e5)}">${'<entry><link href="../x"/></entry>'.repeat(1_000)}`,
    ],
    [
      'bases that grow with each level',
      filled('<b xml:base="c">', `<feed>${`<a xml:base="${'a/'.repeat(6_000)}">`.repeat(190)}`),
    ],
    ['a date of five megabytes, thirty deep', `<rss><item>${nested('date', '1'.repeat(4_900_000))}</item>`],
    ['a link of five megabytes, thirty deep', `<rss><item>${nested('link', 'x'.repeat(4_900_000))}</item>`],
    ['UTF-7', filled('+AGE-', `<?xml version="1.0" encoding="utf-7"?>${OPEN_ITEM}`)],
    ['a million links', filled('<link href="z"/>', '<feed><entry>')],
    ['a million bases', filled('<entry xml:base="x/"><link href="z"/></entry>', '<feed>')],
    ['escaped scripts', filled('&lt;script&gt;', '<rss><channel><item><description>')],
    ['nested JSON', filled('[')],
    ['nested JSON that closes', '['.repeat(MEGABYTES_5 / 2) + ']'.repeat(MEGABYTES_5 / 2)],
    ['a title nested in lists', `{"items":[{"title":${'['.repeat(1e6)}${']'.repeat(1e6)}}]}`],
    ['JSON of a million objects', `{"items":[${'{},'.repeat(1e6)}{}]}`],
  ])(
    '%s',
    async (_what, text) => {
      const before = process.cpuUsage();
      await parseFeed(bytesOf(text), { url: 'https://feeds.example/' });
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(2_000);
    },
    PATIENCE,
  );

  test('and no document gives more than a thousand entries', async () => {
    const parsed = await parseFeed(bytesOf(anRss('<item><title>x</title></item>'.repeat(5_000))));
    expect(parsed.ok && parsed.entries.length).toBe(1_000);
  });
});

const SEEDS = [
  anRss(
    '<item><guid>1</guid><title>A &amp; B</title><link>/n/1</link><pubDate>Mon, 27 Jul 2026 15:30:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description></item>',
  ),
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://b.example/"><entry><id>tag:a</id><title type="html">&lt;b&gt;</title><link href="x"/><updated>2026-07-27T15:30:00Z</updated><content type="xhtml"><div>y</div></content></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/a","title":"t","date_published":"2026-07-27T15:30:00Z"}]}',
];

const SNIPPETS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '<item>',
  '</item>',
  '<entry xml:base="::">',
  '<link>',
  'javascript:',
  '&#0;',
  '&#xD800;',
  '\u0000',
  '\ud800',
  '{',
  '}',
  '[',
  'http://[',
  '<title/>',
  '__proto__',
  '9999-99-99',
  '<!DOCTYPE [',
  '\ufeff',
];

/** Cuts a piece out of a feed and puts another in its place. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 30 }),
  put: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 12, unit: 'binary' })),
});

const mutatedFeed = fc
  .tuple(fc.constantFrom(...SEEDS), fc.array(mutation, { maxLength: 8 }))
  .map(([seed, mutations]) =>
    mutations.reduce((text, { at, cut, put }) => {
      const start = Math.floor(at * text.length);
      return text.slice(0, start) + put + text.slice(start + cut);
    }, seed),
  );

const isAbsolute = (url: string): boolean =>
  /^[a-z][a-z0-9+.-]*:\S+$/i.test(url) && !/^javascript:/i.test(url);

const isSound = ({
  url,
  publishedAt,
  title,
}: {
  url?: string;
  publishedAt?: number;
  title: string;
}): boolean =>
  (url === undefined || isAbsolute(url)) &&
  (publishedAt === undefined || !Number.isNaN(new Date(publishedAt).getTime())) &&
  !title.includes('\n');

describe('a feed with any harm done to it', () => {
  test(
    'never throws, and gives absolute links, valid dates and titles of one line',
    async () => {
      await fc.assert(
        fc.asyncProperty(mutatedFeed, async (text) => {
          const parsed = await parseFeed(bytesOf(text), { url: 'https://feeds.example/a/b.xml' });
          return parsed.ok ? parsed.entries.every(isSound) : parsed.detail !== '';
        }),
        { numRuns: 500 },
      );
    },
    PATIENCE,
  );

  test(
    'never throws for any bytes',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 400 }),
          fc.option(fc.string(), { nil: undefined }),
          async (bytes, contentType) => {
            const parsed = await parseFeed(bytes, { contentType, url: contentType });
            return parsed.ok ? parsed.entries.every(isSound) : true;
          },
        ),
        { numRuns: 300 },
      );
    },
    PATIENCE,
  );
});
