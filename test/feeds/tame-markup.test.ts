import { describe, expect, test } from '@jest/globals';
import { tameMarkup } from '../../src/feeds/tame-markup.ts';

const countOf = (html: string, tag: string): number => tameMarkup(html).split(tag).length - 1;

describe('tameMarkup', () => {
  test.each([
    ['closes what nobody closes', '<div><p>a', '<div><p>a</p></div>'],
    ['ends a paragraph where the next begins', '<p>a<p>b</p>', '<p>a</p><p>b</p>'],
    ['… also an empty one', '<p>a<p/>b', '<p>a</p>b'],
    ['keeps breaks', 'a<br>b<br/>c', 'a<br>b<br>c'],
    ['drops what is never an article', '<p>a<script>b</script>c</p>', '<p>ac</p>'],
    ['… and nothing behind it where it is empty', '<script/><p>a</p>', '<p>a</p>'],
    ['drops what stands inside of it', '<nav><p>a</p><nav>b</nav></nav><p>c</p>', '<p>c</p>'],
    ['leaves out elements without content', '<img src=x><p>a<hr>b</p>', '<p>ab</p>'],
    ['leaves out elements that are empty', '<span/><p>a</p>', '<p>a</p>'],
    ['takes the text of elements of the page’s own', '<x-lead>a</x-lead><o:p>b</o:p>', 'ab'],
    ['keeps hints', '<div class="body" style="x">a</div>', '<div class="body">a</div>'],
    ['leaves out ends without a beginning', 'a</b></div>c', 'ac'],
  ])('%s', (_, html, tame) => {
    expect(tameMarkup(html)).toBe(tame);
  });

  test('takes so many elements, so deep, and so much text', () => {
    expect(countOf('<p>a</p>'.repeat(2000), '<p>')).toBe(1200);
    expect(countOf('<div>'.repeat(50), '<div>')).toBe(32);
    expect(tameMarkup('x'.repeat(50_000))).toHaveLength(40_000);
  });

  test('begins one more element once the room is used up, and none behind it', () => {
    expect(tameMarkup(`<p>${'x'.repeat(50_000)}</p><b>y</b><i>z</i>`).slice(40_000)).toBe('xxx</p><b></b>');
  });
});
