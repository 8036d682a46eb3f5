import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['kraken']);
const ban = { kind: 'ban', stage: 'in-force' } as const;

describe('who says why something was forbidden', () => {
  test.each([
    ['en', 'Regulator explains the ban on Kraken'],
    ['vi', 'Cơ quan quản lý giải thích lệnh cấm Kraken'],
    ['ru', 'Регулятор объяснил запрет Kraken'],
    ['zh', '监管机构解释对Kraken的禁令'],
    ['es', 'El regulador explica la prohibición de Kraken'],
  ])('forbids nothing anew, in %s: %s', (language, title) => {
    expect(headline(title, language, ban)).not.toMatch(/^(?:.* bans? Kraken|Ban concerning Kraken)$/);
  });
});
