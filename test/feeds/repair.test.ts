import { describe, expect, test } from '@jest/globals';
import { repair } from '../../src/feeds/repair.ts';

const rssOf = (text: string): string => {
  const repaired = repair(text, 'https://x.example/feed');
  return repaired.ok ? repaired.rss : repaired.detail;
};

describe('the tidy RSS of a broken feed', () => {
  test.each([
    ['unclosed tags', '<rss><channel><item><title>a<item><title>b', ['<title>a</title>', '<title>b</title>']],
    ['a bare ampersand', '<rss><channel><item><title>A & B</title></item>', ['<title>A &amp; B</title>']],
    ['an unknown entity', '<rss><channel><item><title>A &foo; B</title></item>', ['A &amp;foo; B']],
    ['a missing channel', '<rss><item><title>a</title></item></rss>', ['<channel><item><title>a</title>']],
    ['junk before the root', 'Warning: x\n<rss><channel><item><title>a</title></item>', ['<title>a</title>']],
    [
      'a prefixed root',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>t</a:title></a:entry></a:feed>',
      ['<title>t</title>'],
    ],
    ['markup in a title', '<rss><channel><item><title>a <b>b</b> c</title></item>', ['<title>a b c</title>']],
    [
      'a base of its own',
      '<feed xml:base="https://y.example/"><entry><link href="n/1"/></entry></feed>',
      ['<link>https://y.example/n/1</link>'],
    ],
    [
      'an entity that would grow',
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item>',
      ['<title>&amp;b;</title>'],
    ],
    [
      'the syndication module',
      '<rdf:RDF><channel><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rdf:RDF>',
      ['<ttl>720</ttl>'],
    ],
  ])('mends %s', (_, text, expected) => {
    for (const part of expected) expect(rssOf(text)).toContain(part);
  });

  test('is not made of what has no trace of a feed', () => {
    expect(repair('<html><body>no</body></html>', '').ok).toBe(false);
  });
});
