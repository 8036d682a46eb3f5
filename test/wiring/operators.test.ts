import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Alert, Correlated, Incident } from '../../src/domain/incident.ts';
import { createLane } from '../../src/domain/lane.ts';
import { createOperators, type OperatorParts } from '../../src/wiring/operators.ts';
import { anIncident } from '../support/store-fixtures.ts';

const open = (standing: Incident, held: readonly Alert[] = []) => {
  const saved: Incident[] = [];
  const committed: Correlated[] = [];
  const words: string[] = [];
  const lane = createLane();
  const unused = {} as OperatorParts['desk'] & OperatorParts['dispatch'];
  const operators = createOperators({
    commit: async (result) => void committed.push(result),
    lane,
    desk: { ...unused, release: async (word) => words.push(word) },
    dispatch: { ...unused, releaseBrake: () => undefined },
    held: async () => held,
    save: async (incidents) => void saved.push(...incidents),
    correlator: { takeOver: (older) => older },
    incident: (id) => (id === standing.id ? standing : undefined),
    toldOf: async () => [],
    health: () => ({ platforms: {} }),
    counts: () => ({ incidents: 1, subscriptions: 0 }),
    reload: async () => ({ ok: false, faults: [] }),
    clock: { now: () => 0, monotonic: () => 0 },
  });
  return { operators, committed, saved, lane, words };
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

const heldAlert = ({ id, revision }: Incident): Alert => ({
  ...{ incidentId: id, revision, change: 'opened', reasons: [], at: 0 },
});

test('what an operator drops is noted on the incident, what is sent is not', async () => {
  const standing = anIncident('i');
  const { operators, saved } = open(standing, [heldAlert(standing)]);
  await operators.releaseBrake('send');
  expect(saved).toEqual([]);
  await operators.releaseBrake('drop');
  expect(saved).toEqual([{ ...standing, withheld: { revision: standing.revision, at: 0 } }]);
});

test('the brake is let go when what is just being decided is written, so that nothing is held beside it', async () => {
  const { operators, lane, words } = open(anIncident('i'));
  const deciding = lane(async () => {
    await setImmediate();
    words.push('decided');
  });
  await Promise.all([deciding, operators.releaseBrake('send')]);
  expect(words).toEqual(['decided', 'send']);
});
