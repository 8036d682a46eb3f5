import { describe, expect, test } from '@jest/globals';
import { icuShape } from '../../src/config/icu-shape.ts';

describe('the shape of an ICU message', () => {
  test('names its placeholders, nested ones too', () => {
    const { placeholders } = icuShape('{actor} {via, select, named {asks {through}} other {acts}}');
    expect(placeholders).toEqual(new Set(['actor', 'via', 'through']));
  });

  test('gathers the categories of its plurals', () => {
    const { plurals } = icuShape('{count, plural, =0 {none} one {# feed} other {# feeds}}');
    expect([...(plurals.get('count') ?? [])]).toEqual(['=0', 'one', 'other']);
  });

  test.each([
    ['{name', '"}" is missing'],
    ['name}', '"}" too many'],
    ['{}', '"{" without a name'],
    ['{via, select, named {x}}', 'lacks "other"'],
  ])('refuses %p', (message, problem) => {
    expect(() => icuShape(message)).toThrow(problem);
  });
});
