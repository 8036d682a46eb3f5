import { describe, expect, test } from '@jest/globals';
import { readableText } from '../../src/feeds/readable-text.ts';
import { tameMarkup } from '../../src/feeds/tame-markup.ts';

const NEWS =
  'The authority has ordered the exchange to stop serving residents within thirty days of this notice, and told banks, networks and shops of apps to help.';
const PAGE = `<!doctype html><html><head><title>Order</title><script>var x = "<p>no</p>";</script></head><body class="news">
<nav><ul><li><a href="/">Home</a><li><a href="/more">All the other news of the day, and yesterday’s as well</a></ul></nav>
<div id="main"><article itemprop="articleBody"><h1>Order</h1><p>${NEWS}<p>${NEWS} It is to last.<img src="x"><p>${NEWS} So it goes, it said.</article></div>
<aside><p>Read more: ten exchanges that are better than all others, with a long text about each of them.</p></aside>
<div class="comments"><p>First! This comment is long enough to look like a paragraph of the article itself.</p></div>
<footer><p>All rights reserved by the publisher, its heirs and its successors, for ever and a day.</p></footer></body></html>`;

/** Milliseconds of CPU; less is a matter of chance. */
const LEAST_COST = 25;

describe('readableText', () => {
  test('is the article, without what stands beside it', async () => {
    expect(await readableText(PAGE)).toBe(
      `Order\n${NEWS}\n${NEWS} It is to last.\n${NEWS} So it goes, it said.`,
    );
  });

  test('is empty where there is no article', async () => {
    expect(await readableText('')).toBe('');
    expect(await readableText('<nav><p>menu</p></nav>')).toBe('');
  });

  test.each([
    ['elements within elements', '<div>', ''],
    ['paragraphs', `<p>${NEWS}`, ''],
    ['little things', '<span>a</span>', ''],
    ['deep trees', '<div>'.repeat(60), '</div>'.repeat(60)],
    ['tables', '<table><tr><td>', ''],
    ['words', 'a, ', ''],
    ['brackets', '<', ''],
    ['comments that nobody closes', '<!--', ''],
    ['attributes', '<a b=c class="d" ', ''],
  ])('costs of %s grow with their size', async (_what, unit, end) => {
    const costOf = async (size: number): Promise<number> => {
      const html = `${unit}${end}`.repeat(size / (unit.length + end.length));
      const before = process.cpuUsage();
      await readableText(html);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const small = Math.max(await costOf(250_000), LEAST_COST);
    // Of eight times the size; what grew with its square would cost 64 times as much.
    expect(await costOf(2_000_000)).toBeLessThan(24 * small);
  });
});

describe('tameMarkup', () => {
  test('closes what is open, and ends a paragraph where the next begins', () => {
    expect(tameMarkup('<div><p>one<p>two<br>three')).toBe('<div><p>one</p><p>two<br>three</p></div>');
  });

  test('keeps the words by which a body is marked, and no other attribute', () => {
    expect(tameMarkup('<div class="post-body" onclick="x()" style="y">a</div>')).toBe(
      '<div class="post-body">a</div>',
    );
  });

  test('escapes text, so that it stays text', () => {
    expect(tameMarkup('<p>a &lt;script&gt; b</p>')).toBe('<p>a &lt;script&gt; b</p>');
  });

  test('drops stray ends', () => {
    expect(tameMarkup('</div><p>a</b></p></p>')).toBe('<p>a</p>');
  });
});
