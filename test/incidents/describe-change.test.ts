import { describe, expect, test } from '@jest/globals';
import type { Change, Incident } from '../../src/domain/incident.ts';
import { describeChange } from '../../src/incidents/describe-change.ts';
import { correlator, tell } from './story.ts';

const { incident: BEFORE } = tell(correlator(), {
  title: 'FCA to bar Binance',
  kind: 'ban',
  stage: 'proposed',
  severity: 'medium',
  exchanges: ['binance'],
  jurisdictions: ['GB'],
  scope: { users: 'new', entity: 'local-firm' },
});
const [MEASURE] = BEFORE.measures;
const DATED = { ...MEASURE, effectiveAt: 5 };

const ROWS: readonly {
  readonly name: string;
  readonly before?: Partial<Incident>;
  readonly after: Partial<Incident>;
  readonly changes: readonly Change[];
}[] = [
  { name: 'nothing', after: {}, changes: [] },
  { name: 'a surer reading', after: { confidence: 1, updatedAt: 9 }, changes: [] },
  { name: 'a second voice', after: { confirmation: 'corroborated' }, changes: [] },
  { name: 'an official word', after: { confirmation: 'official' }, changes: ['officially-confirmed'] },
  {
    name: 'the next stage',
    after: { measures: [{ ...MEASURE, stage: 'announced' }] },
    changes: ['stage-advanced'],
  },
  { name: 'its end', after: { measures: [{ ...MEASURE, stage: 'eased' }] }, changes: ['eased'] },
  { name: 'a second exchange', after: { exchanges: ['binance', 'okx'] }, changes: ['scope-grew'] },
  {
    name: 'all users',
    after: { measures: [{ ...MEASURE, scope: { users: 'all' } }] },
    changes: ['scope-grew'],
  },
  {
    name: 'its end for one of two',
    after: { measures: [{ ...MEASURE, lifting: { exchanges: ['binance'] } }] },
    changes: ['eased-for-some'],
  },
  {
    name: 'another date',
    after: { measures: [{ ...DATED, effectiveAt: 6 }] },
    before: { measures: [DATED] },
    changes: ['corrected'],
  },
  {
    name: 'its end, which has a date of its own',
    after: { measures: [{ ...MEASURE, stage: 'eased' }] },
    before: { measures: [DATED] },
    changes: ['eased'],
  },
  {
    name: 'the next stage, which has a date of its own',
    after: { measures: [{ ...DATED, stage: 'announced', effectiveAt: 6 }] },
    before: { measures: [DATED] },
    changes: ['stage-advanced'],
  },
  { name: 'a scope now stated', after: { measures: [{ ...MEASURE, effectiveAt: 5 }] }, changes: [] },
  { name: 'a graver turn', after: { severity: 'critical' }, changes: ['severity-rose'] },
  { name: 'a milder word', after: { severity: 'low' }, changes: [] },
  { name: 'a denial', after: { disputed: true }, changes: ['disputed'] },
  { name: 'a retraction', after: { retracted: 'made up' }, changes: ['retracted'] },
];

describe('what a reader must hear of', () => {
  test.each(ROWS)('$name: $changes', ({ before, after, changes }) => {
    expect(describeChange({ ...BEFORE, ...before }, { ...BEFORE, ...after })).toEqual(changes);
  });
});
