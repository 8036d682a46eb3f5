import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { createPressFields } from './press-fields.ts';

const { words } = createSteps();
const fields = createPressFields(words);
const action = { kind: 'enforcement', stage: 'announced' } as const;

describe('an exchange that must keep to the sanctions upon a country', () => {
  test.each([
    ['en', 'Treasury urges Kraken against helping Iran evade sanctions'],
    ['en', 'Kraken must comply with new Western sanctions'],
    ['es', 'Kraken, ante las sanciones contra Rusia'],
    ['ru', 'Kraken и санкции против России'],
    ['zh', '对俄罗斯制裁与Kraken'],
    ['ja', '対ロ制裁とKraken'],
  ])('is not gone against, in %s: %s', (language, title) => {
    expect(fields([title, '', language], action).What).toBeUndefined();
  });

  test.each([
    ['en', 'Kraken fined for breaching sanctions on Iran'],
    ['en', 'Treasury puts sanctions upon Kraken, says it helped Iran'],
    ['ru', 'Kraken оштрафована за обход санкций'],
    ['zh', 'Kraken因规避对俄罗斯制裁被罚款'],
  ])('is gone against where it broke them, or is under them itself, in %s: %s', (language, title) => {
    expect(fields([title, '', language], action).What).toBe('enforcement');
  });
});
