import { describe, expect, test } from '@jest/globals';
import type { Measure } from '../../src/domain/incident.ts';
import { joinMeasures } from '../../src/incidents/measures.ts';

const BITES = Date.UTC(2025, 2, 10);
const LIFTED = Date.UTC(2025, 3, 20);

const block = (stage: Measure['stage'], effectiveAt?: number): Measure => ({
  kind: 'access-block',
  stage,
  direction: stage === 'eased' ? 'eases' : 'tightens',
  scope: {},
  ...(effectiveAt !== undefined && { effectiveAt }),
});
const join = (known: Measure, incoming: Measure): Measure => joinMeasures([known], incoming, false)[0];

describe('joining measures', () => {
  test('takes the earlier of two dates', () => {
    expect(join(block('announced', LIFTED), block('in-force', BITES)).effectiveAt).toBe(BITES);
  });

  test('keeps the date of what is announced once it is in force', () => {
    expect(join(block('announced', BITES), block('in-force'))).toEqual(block('in-force', BITES));
  });

  test('forgets with the lifting the date on which it began, whichever is heard of first', () => {
    for (const lifting of [block('eased'), block('eased', LIFTED)]) {
      expect(join(block('in-force', BITES), lifting)).toEqual(lifting);
      expect(join(lifting, block('in-force', BITES))).toEqual(lifting);
    }
  });
});
