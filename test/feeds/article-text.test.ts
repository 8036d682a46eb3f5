import { describe, expect, test } from '@jest/globals';
import { articleText } from '../../src/feeds/article-text.ts';

const LONG =
  'The authority has ordered the exchange to stop serving residents within thirty days of this notice. '
    .repeat(3)
    .trim();

describe('articleText', () => {
  test('believes what the page says of itself in JSON-LD', async () => {
    const data = JSON.stringify({ '@graph': [{ '@type': 'NewsArticle', articleBody: LONG }] });
    expect(
      await articleText(`<script type="application/ld+json">${data}</script><p>${'menu '.repeat(50)}</p>`),
    ).toBe(LONG);
  });

  test('takes the paragraphs that stand together, not those beside', async () => {
    const html = `<header><p>${'menu '.repeat(300)}</p></header><div><p>${LONG}</p><p>${LONG}</p></div><div class="sidebar"><p>${LONG}</p></div>`;
    expect(await articleText(html)).toBe(`${LONG}\n${LONG}`);
  });

  test('falls back on the description', async () => {
    expect(await articleText('<meta property="og:description" content="Q &amp; A"><p>short</p>')).toBe(
      'Q & A',
    );
  });

  test('survives broken data', async () => {
    expect(
      await articleText(
        `<script type="application/ld+json">{"articleBody": </script><article><p>${LONG}</p></article>`,
      ),
    ).toBe(LONG);
  });

  test.each([
    ['scripts that nobody closes', '<script type="application/ld+json">articleBody'],
    ['paragraphs', `<p>${'x'.repeat(70)}</p>`],
    ['paragraphs within paragraphs', '<p><div>x'],
    ['descriptions that nobody closes', '<meta name="description" '],
  ])('reads two megabytes of %s in under two seconds of CPU', async (_what, unit) => {
    const before = process.cpuUsage();
    await articleText(unit.repeat(2_000_000 / unit.length));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2_000);
  });

  test('finds nothing where nothing is', async () => {
    expect(await articleText('<html></html>')).toBe('');
  });
});
