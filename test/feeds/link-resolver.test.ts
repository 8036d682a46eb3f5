import { describe, expect, test } from '@jest/globals';
import { createLinkResolver } from '../../src/feeds/link-resolver.ts';

const resolve = createLinkResolver('https://sec.example/news/feed.xml');

describe('a link', () => {
  test.each([
    ['/n/1', 'https://sec.example/n/1'],
    ['2.html', 'https://sec.example/news/2.html'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    [' https://x.example/a ', 'https://x.example/a'],
    ['http://localhost/n/3?x=1', 'https://sec.example/n/3?x=1'],
    ['http://127.0.0.1:8080/n/3', 'https://sec.example/n/3'],
    ['tag:x.example,2026:1', 'tag:x.example,2026:1'],
  ])('%s becomes %s', (link, expected) => {
    expect(resolve(link)).toBe(expected);
  });

  test.each([[''], ['javascript:alert(1)'], ['data:text/html,x'], ['http://'], ['file:///etc/passwd']])(
    '%j leads nowhere',
    (link) => {
      expect(resolve(link)).toBeUndefined();
    },
  );

  test('is not resolved where nobody knows the feed address', () => {
    expect(createLinkResolver(undefined)('/n/1')).toBeUndefined();
  });
});
