import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { matches } from '../../src/delivery/match.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import type { Filter, Subscription } from '../../src/domain/subscription.ts';
import { KINDS, SEVERITIES } from '../../src/domain/taxonomy.ts';
import { chat, filter, incident, subscription } from './support/builders.ts';

const PLACES = createPlaces([]);
const EXCHANGES = ['binance', 'okx', 'kraken', 'bybit'];
const COUNTRIES = ['NG', 'CN', 'US', 'US-NY'];

const wishes: fc.Arbitrary<Filter> = fc
  .record(
    {
      exchanges: fc.subarray(EXCHANGES),
      jurisdictions: fc.subarray(COUNTRIES),
      kinds: fc.subarray([...KINDS], { maxLength: 3 }),
      minSeverity: fc.constantFrom(...SEVERITIES),
      words: fc.subarray(['naira', 'yuan']),
      onlyWhenNamed: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((wish) => filter(wish as Partial<Filter>));

const subscriptions: fc.Arbitrary<Subscription> = fc
  .record({
    at: fc.integer({ min: 1, max: 12 }),
    filters: fc.array(wishes, { maxLength: 3 }),
    state: fc.constantFrom<Subscription['state']>('active', 'active', 'paused', 'gone'),
  })
  .map(({ at, filters, state }) => subscription({ destination: chat(at), filters, state }));

const incidents = fc
  .record({
    exchanges: fc.subarray(EXCHANGES, { maxLength: 2 }),
    jurisdictions: fc.subarray(['NG', 'CN', 'US'], { maxLength: 2 }),
    severity: fc.constantFrom(...SEVERITIES),
  })
  .map((about) => incident(about));

describe('match index', () => {
  test('answers as match does, however subscriptions come, change and go', () => {
    fc.assert(
      fc.property(
        fc.array(subscriptions, { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
        incidents,
        (puts, removed, about) => {
          const index = createMatchIndex(PLACES);
          const standing = new Map<string, Subscription>();
          for (const one of puts) {
            index.put(one);
            standing.set(one.destination.chat, one);
          }
          for (const at of removed) {
            index.remove(chat(at));
            standing.delete(String(at));
          }
          const facts = index.readFacts(about);
          const expected = [...standing.values()].filter(
            (one) => one.state === 'active' && matches(one, facts).matched,
          );
          expect(new Set(index.recipients(about).map((one) => one.chat))).toEqual(
            new Set(expected.map(({ destination }) => destination.chat)),
          );
        },
      ),
    );
  });

  test('knows who is subscribed, whatever they wish for', () => {
    const index = createMatchIndex(PLACES);
    index.put(subscription({ destination: chat(1), filters: [] }));
    index.put(subscription({ destination: chat(2), state: 'paused' }));
    expect([index.has(chat(1)), index.has(chat(2)), index.size()]).toEqual([true, false, 1]);
  });
});
