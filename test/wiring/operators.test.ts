import { expect, test } from '@jest/globals';
import type { Correlated, Incident } from '../../src/domain/incident.ts';
import { createLane } from '../../src/domain/lane.ts';
import { createOperators, type OperatorParts } from '../../src/wiring/operators.ts';
import { anIncident } from '../support/store-fixtures.ts';

const open = (standing: Incident) => {
  const committed: Correlated[] = [];
  const unused = {} as OperatorParts['desk'] & OperatorParts['dispatch'];
  const operators = createOperators({
    commit: async (result) => void committed.push(result),
    lane: createLane(),
    desk: unused,
    dispatch: unused,
    correlator: { takeOver: (older) => older },
    incident: (id) => (id === standing.id ? standing : undefined),
    toldOf: async () => [],
    health: () => ({ platforms: {} }),
    counts: () => ({ incidents: 1, subscriptions: 0 }),
    reload: async () => ({ ok: false, faults: [] }),
    clock: { now: () => 0, monotonic: () => 0 },
  });
  return { operators, committed };
};

test('what came in while the operator wrote is not undone by a retraction', async () => {
  const shown = anIncident('i');
  const standing = { ...shown, revision: shown.revision + 1, exchanges: ['binance', 'okx'] };
  const { operators, committed } = open(standing);
  await operators.retract(shown, 'a mistake');
  expect(committed[0]?.incident).toMatchObject({
    revision: standing.revision + 1,
    exchanges: ['binance', 'okx'],
    retracted: 'a mistake',
  });
});
