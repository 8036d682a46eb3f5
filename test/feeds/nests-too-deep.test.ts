import { describe, expect, test } from '@jest/globals';
import { nestsTooDeep } from '../../src/feeds/nests-too-deep.ts';

describe('nestsTooDeep', () => {
  test.each([
    ['as deep as it may be', '[{"a":[1]}]', false],
    ['one deeper', '[{"a":[[1]]}]', true],
    ['wide, not deep', '[[[]],[[]],[[]],[[]]]', false],
    ['brackets in a string', '["[[[[[[", "{{{{{{"]', false],
    ['a quote escaped in a string', '["\\"[[[[[["]', false],
    ['a backslash before the quote that ends it', '["\\\\",[[[]]]]', true],
    ['a string that nobody ends', '["[[[[[[', false],
    ['never closed', '[[[[', true],
  ])('%s: %s is %s', (_what, json, deep) => {
    expect(nestsTooDeep(json, 3)).toBe(deep);
  });
});
