import { describe, expect, test } from '@jest/globals';
import { looksLikeChallenge, looksLikeHtml, looksLikeJson } from '../../src/feeds/sniff.ts';

describe('the beginning of a body', () => {
  test.each([
    ['<!DOCTYPE html><html><body>shell</body></html>', true],
    ['\ufeff<!-- x --><html>', true],
    ['<?xml version="1.0"?><rss version="2.0">', false],
    ['<html><body><rss version="2.0"><channel>', false],
  ])('of %j is a page: %s', (text, expected) => {
    expect(looksLikeHtml(text)).toBe(expected);
  });

  test('tells a page that wants proof of a human', () => {
    expect(looksLikeChallenge('<html><title>Just a moment...</title>')).toBe(true);
    expect(looksLikeChallenge('<rss><channel><title>News</title>')).toBe(false);
  });

  test('tells JSON', () => {
    expect(looksLikeJson(' {"items": []}')).toBe(true);
    expect(looksLikeJson('<rss/>')).toBe(false);
  });
});
