import { describe, expect, test } from '@jest/globals';
import { explain } from '../../src/classify/explain.ts';
import type { Evidence, Report } from '../../src/domain/report.ts';

const report = (...evidence: readonly Evidence[]): Omit<Report, 'why'> => ({
  kind: 'ban',
  stage: 'announced',
  direction: 'tightens',
  severity: 'critical',
  exchanges: [],
  jurisdictions: [],
  subdivisions: [],
  scope: {},
  disputed: false,
  attributedTo: [],
  confidence: 0.9,
  evidence,
});
const words = (field: string, cue: string): Evidence => ({ field, cue, start: 0, end: cue.length });

describe('why', () => {
  test('quotes the words that tell the kind and the names that it is about', () => {
    const sentence = explain(report(words('kind', 'bans'), words('exchanges', 'Binance')));
    expect(sentence).toBe('Read as ban (announced) from “bans”, about “Binance”.');
  });

  test('says each word once', () => {
    const sentence = explain(report(words('kind', 'bans'), words('kind', 'bans'), words('authority', 'FCA')));
    expect(sentence).toBe('Read as ban (announced) from “bans”, about “FCA”.');
  });

  test('says so where no single word carries it', () => {
    expect(explain(report())).toBe('Read as ban (announced) from its wording as a whole.');
  });
});
