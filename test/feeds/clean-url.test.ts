import { describe, expect, test } from '@jest/globals';
import { cleanUrl } from '../../src/feeds/clean-url.ts';

describe('cleanUrl', () => {
  test.each([
    'http://example.com/a',
    'https://www.example.com/a/',
    'https://example.com/a?utm_source=rss&utm_medium=feed',
    'https://example.com/a?fbclid=x#comments',
    'https://EXAMPLE.com/a?ref=rss',
    'https://m.example.com/a/index.html',
  ])('%s is example.com/a', (address) => {
    expect(cleanUrl(address)).toBe('example.com/a');
  });

  test.each([
    ['https://example.com/?id=2&b=1', 'example.com?b=1&id=2'],
    ['https://example.com/a?ref=42', 'example.com/a?ref=42'],
    ['https://example.com/#/notice/7', 'example.com#/notice/7'],
    ['tag:example.com,2026:1', 'tag:example.com,2026:1'],
    ['no address', 'no address'],
  ])('%s keeps what says what is read', (address, clean) => {
    expect(cleanUrl(address)).toBe(clean);
  });
});
