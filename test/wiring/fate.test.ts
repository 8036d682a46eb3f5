import { describe, expect, test } from '@jest/globals';
import type { Fate } from '../../src/commands/rooms.ts';
import type { Broadcast, DeferredDelivery, SentMessage } from '../../src/domain/delivery.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { HOUR } from '../../src/domain/instant.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { createReadFate } from '../../src/wiring/fate.ts';
import {
  aBroadcast,
  aDeferredDelivery,
  anIncident,
  aSentMessage,
  aSubscription,
  START,
  telegram,
} from '../support/store-fixtures.ts';

const HERE = telegram('1');
const INCIDENT = anIncident('i');
const WITHHELD: Incident = { ...INCIDENT, withheld: { revision: 1, at: START + HOUR } };

interface World {
  readonly incident?: Incident;
  readonly subscription?: Partial<Subscription>;
  readonly broadcasts?: readonly Broadcast[];
  readonly deferred?: readonly DeferredDelivery[];
  readonly told?: Partial<SentMessage>;
}

async function* each<T>(items: readonly T[] = []): AsyncGenerator<T> {
  yield* items;
}

const fatesIn = ({ incident = INCIDENT, subscription, broadcasts, deferred, told }: World) =>
  createReadFate({
    outbox: { broadcasts: () => each(broadcasts), deferred: () => each(deferred) },
    sentMessages: {
      get: async () => [told === undefined ? undefined : { ...aSentMessage('i', HERE), ...told }],
    },
    subscriptions: { get: async () => ({ ...aSubscription(HERE), ...subscription }) },
  })(incident, HERE);

const held: Broadcast = { ...aBroadcast('b', [HERE]), held: true, createdAt: START };
const waiting = (notBefore: number): DeferredDelivery => ({
  ...aDeferredDelivery('d'),
  ...{ destination: HERE, status: 'digest', notBefore },
  alert: aBroadcast('b', []).alert,
});
const night = { quiet: { from: '22:00', to: '07:00', criticals: 'hold' }, zone: 'UTC' } as const;

const ROWS: readonly (readonly [name: string, world: World, fates: readonly Fate[]])[] = [
  ['what was sent', { told: { how: 'sent', at: START } }, [{ what: 'sent', at: START }]],
  ['what came in a digest', { told: { how: 'digest', at: START } }, [{ what: 'in-digest', at: START }]],
  ['what the brake holds', { broadcasts: [held] }, [{ what: 'held', at: START }]],
  ['what the brake holds for others', { broadcasts: [{ ...held, to: [telegram('2')] }] }, []],
  ['what is on its way', { broadcasts: [{ ...held, held: false }] }, []],
  ['what an operator dropped', { incident: WITHHELD }, [{ what: 'dropped-by-operator', at: START + HOUR }]],
  [
    'what was told of a later revision',
    { incident: WITHHELD, told: { how: 'sent', revision: 2, at: START } },
    [{ what: 'sent', at: START }],
  ],
  ['a mute', { subscription: { muted: ['i'] } }, [{ what: 'muted' }]],
  [
    'a mute of what went into it',
    { incident: { ...INCIDENT, mergedFrom: ['j'] }, subscription: { muted: ['j'] } },
    [{ what: 'muted' }],
  ],
  [
    'a mute of what was told before',
    { subscription: { muted: ['i'] }, told: { how: 'sent', at: START } },
    [{ what: 'sent', at: START }, { what: 'muted' }],
  ],
  ['a pause', { subscription: { state: 'paused', stateSince: START } }, [{ what: 'paused', at: START }]],
  [
    'quiet hours',
    { subscription: night, deferred: [waiting(Date.UTC(2026, 2, 2, 7))] },
    [{ what: 'quiet', at: Date.UTC(2026, 2, 2, 7) }],
  ],
  [
    'a digest',
    { subscription: { ...night, cadence: 'daily' }, deferred: [waiting(Date.UTC(2026, 2, 2, 8))] },
    [{ what: 'digest', at: Date.UTC(2026, 2, 2, 8) }],
  ],
  ['what was not sent', { told: { how: 'dropped', at: START } }, [{ what: 'not-sent', at: START }]],
];

describe('what became of an alert in a place', () => {
  test.each(ROWS)('%s', async (_name, world, fates) => {
    expect(await fatesIn(world)).toEqual(fates);
  });

  test('nothing, where nobody subscribed', async () => {
    const read = createReadFate({
      outbox: { broadcasts: () => each([held]), deferred: () => each() },
      sentMessages: { get: async () => [undefined] },
      subscriptions: { get: async () => undefined },
    });
    expect(await read(INCIDENT, HERE)).toEqual([]);
  });
});
