import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/domain/report.ts';
import { createCandidates } from '../../src/incidents/candidates.ts';
import { createAtlas } from '../../src/incidents/knowledge.ts';
import { incident } from '../delivery/support/builders.ts';
import { knowledge } from './knowledge.ts';

const report = (jurisdictions: readonly string[]): Report =>
  ({ kind: 'ban', exchanges: ['binance'], jurisdictions }) as unknown as Report;

const setUp = () => createCandidates(createAtlas(knowledge));
const idsNear = (candidates: ReturnType<typeof setUp>, place: string): string[] =>
  [...candidates.near(report([place]), 'en')].map(({ id }) => id);

describe('candidates', () => {
  test('an incident that turns out to be elsewhere is no longer looked for where it was thought to be', () => {
    const candidates = setUp();
    candidates.put(incident({ id: 'one', jurisdictions: ['NG'] }));
    expect(idsNear(candidates, 'NG')).toEqual(['one']);
    candidates.put(incident({ id: 'one', jurisdictions: ['GH'] }));
    expect([idsNear(candidates, 'NG'), idsNear(candidates, 'GH')]).toEqual([[], ['one']]);
  });

  test('what is removed is found neither by its fields nor by its entry', () => {
    const candidates = setUp();
    candidates.put(incident({ id: 'one' }));
    candidates.put(incident({ id: 'two' }));
    candidates.remove('one');
    candidates.remove('one');
    expect(idsNear(candidates, 'NG')).toEqual(['two']);
    expect(candidates.ofEntry('entry-1').map(({ id }) => id)).toEqual(['two']);
  });

  test('a merged one is kept by its id alone', () => {
    const candidates = setUp();
    candidates.put(incident({ id: 'one' }));
    candidates.put(incident({ id: 'one', mergedInto: 'two' }));
    expect([idsNear(candidates, 'NG'), candidates.ofEntry('entry-1')]).toEqual([[], []]);
    expect(candidates.get('one')?.mergedInto).toBe('two');
  });
});
