import { describe, expect, test } from '@jest/globals';
import { createSteps } from '../../src/steps.ts';
import { reading, source } from './examples.ts';
import { createPressHeadline } from './press-headline.ts';

const { words } = createSteps();
const headline = createPressHeadline(words, ['kraken']);

describe('a kind that the reading is unsure of', () => {
  const told = (title: string, language: string, kindConfidence: number): string => {
    const text = 'Die Behörde hatte vor Kraken gewarnt.';
    const readings = [reading({ kind: 'warning', stage: 'in-force', kindConfidence })] as const;
    const sources = [source({ feedKind: 'press', title, text, language, readings })] as const;
    return headline('', language, { kind: 'warning', stage: 'in-force' }, { sources, jurisdictions: ['DE'] });
  };

  test('is told where the title says it, and no other', () => {
    expect(told('Deutschland: Aufsicht warnt vor Kraken', 'de', 0.4)).toBe(
      'Germany issues a warning concerning Kraken',
    );
  });

  test('is told where banks are ordered to stop, which is said in the words of an order to a firm', () => {
    const title = 'Philippine central bank orders banks to stop serving Kraken';
    const readings = [reading({ kind: 'bank-cutoff', stage: 'in-force', kindConfidence: 0.4 })] as const;
    const sources = [source({ feedKind: 'press', title, text: '', language: 'en', readings })] as const;
    const measure = { kind: 'bank-cutoff', stage: 'in-force' } as const;
    const facts = { sources, jurisdictions: ['PH'], authority: 'ph-bsp', through: 'banks' };
    expect(headline('', 'en', measure, facts)).toBe(
      'Filipinas: Bangko Sentral ng Pilipinas ordena cortar mediante los bancos el servicio a Kraken',
    );
  });

  test('is not told where only the text says it', () => {
    expect(told('Deutschland: Neues von Kraken', 'de', 0.4)).toMatch(/^Germany: measure concerning Kraken/);
  });

  test('is told by the text of a reading that is sure', () => {
    expect(told('Deutschland: Neues von Kraken', 'de', 0.9)).toBe(
      'Germany issues a warning concerning Kraken',
    );
  });
});
