import { describe, expect, test } from '@jest/globals';
import { BRAKE_OFF } from '../../src/delivery/brake.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { deliveryId, type RouteContext, route } from '../../src/delivery/route.ts';
import type { SentMessage } from '../../src/domain/delivery.ts';
import { DAY } from '../../src/domain/instant.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { alert, chat, filter, incident, subscription, T0 } from './support/builders.ts';

const told = (at: number, more: Partial<SentMessage> = {}): SentMessage => ({
  v: 1,
  incidentId: 'incident-1',
  destination: chat(at),
  revision: 1,
  messageId: `m${at}`,
  how: 'sent',
  at: T0,
  edits: 0,
  ...more,
});

const context = (subscriptions: readonly Subscription[], more: Partial<RouteContext> = {}): RouteContext => {
  const index = createMatchIndex(createPlaces([]));
  for (const one of subscriptions) index.put(one);
  return { index, told: [], brake: BRAKE_OFF, now: T0, ...more };
};

const wants = (at: number, exchange: string): Subscription =>
  subscription({ destination: chat(at), filters: [filter({ exchanges: [exchange] })] });

const chatsOf = ({ broadcasts }: ReturnType<typeof route>): string[] =>
  broadcasts.flatMap(({ to }) => to.map((one) => one.chat));

const updated = alert({ revision: 2, change: 'updated', reasons: ['scope-grew'] });

describe('route', () => {
  test('an opened incident goes to everybody whom it matches', () => {
    const routed = route(
      { alert: alert(), incident: incident() },
      context([wants(1, 'binance'), wants(2, 'okx')]),
    );
    expect(chatsOf(routed)).toEqual(['1']);
  });

  test('says when nobody matches', () => {
    const routed = route({ alert: alert(), incident: incident() }, context([wants(2, 'okx')]));
    expect(routed).toMatchObject({ broadcasts: [], stopped: 'nobody-matches' });
  });

  test('an update goes to everyone who was told, whatever their filter says, and to the newly matched', () => {
    const routed = route(
      { alert: updated, incident: incident({ revision: 2 }) },
      context([wants(1, 'okx'), wants(2, 'binance'), wants(3, 'okx')], { told: [told(1)] }),
    );
    expect(new Set(chatsOf(routed))).toEqual(new Set(['1', '2']));
  });

  test('an update does not go to those who have left, nor to those from whom it was kept', () => {
    const routed = route(
      { alert: updated, incident: incident({ revision: 2 }) },
      context([wants(2, 'okx')], { told: [told(1), told(2, { how: 'dropped' })] }),
    );
    expect(routed.stopped).toBe('nobody-matches');
  });

  test('a reminder goes to those alone who had been told when it fell due', () => {
    const near = alert({ revision: 2, change: 'updated', reasons: ['deadline-near'] });
    const deadline = T0 + 2 * DAY;
    const reminded = incident({ revision: 2, reminded: { deadline, before: DAY } });
    const late = told(2, { at: deadline - DAY / 2 });
    const everybody = [wants(1, 'binance'), wants(2, 'binance'), wants(3, 'binance')];
    const routed = route({ alert: near, incident: reminded }, context(everybody, { told: [told(1), late] }));
    expect(chatsOf(routed)).toEqual(['1']);
  });

  test('puts at most a thousand destinations in a record', () => {
    const many = Array.from({ length: 2500 }, (_, at) => wants(at, 'binance'));
    const { broadcasts } = route({ alert: alert(), incident: incident() }, context(many));
    expect(broadcasts.map(({ to }) => to.length)).toEqual([1000, 1000, 500]);
    expect(new Set(broadcasts.map(({ id }) => id)).size).toBe(3);
  });

  test('gives the same ids when it is asked again', () => {
    const one = context([wants(1, 'binance')]);
    const step = { alert: alert(), incident: incident() };
    expect(route(step, one).broadcasts).toEqual(route(step, one).broadcasts);
  });

  test('a delivery id fits a nonce and holds no colon', () => {
    expect(deliveryId(alert(), chat('-100123'))).toMatch(/^[\w-]{22}$/);
  });
});

describe('route of a merger', () => {
  const older = incident({ id: 'older', revision: 2 });
  const younger = incident({ id: 'younger', mergedInto: 'older' });
  const merger = { incident: older, merged: younger };
  const toldOld = (at: number) => told(at, { incidentId: 'older' });
  const toldYoung = (at: number) => told(at, { incidentId: 'younger' });

  test('who was told only of the younger hears of the older, as a reply to what was said of the younger', () => {
    const routed = route(merger, context([wants(1, 'okx')], { toldOfMerged: [toldYoung(1)] }));
    expect(chatsOf(routed)).toEqual(['1']);
    expect(routed.broadcasts[0]?.alert).toMatchObject({
      incidentId: 'older',
      revision: 2,
      reasons: ['merged'],
    });
    expect(routed.inherited).toMatchObject([{ incidentId: 'older', revision: 0, messageId: 'm1' }]);
  });

  test('who was told of both hears nothing', () => {
    const routed = route(
      merger,
      context([wants(1, 'binance')], { told: [toldOld(1)], toldOfMerged: [toldYoung(1)] }),
    );
    expect(routed).toMatchObject({ broadcasts: [], inherited: [], stopped: 'nobody-matches' });
  });

  test('who was still owed the younger is owed the older, and the younger is withdrawn', () => {
    const routed = route(merger, context([wants(1, 'binance')]));
    expect([chatsOf(routed), routed.withdrawn]).toEqual([['1'], ['younger']]);
  });

  test('gives the same when a crash made it come twice', () => {
    const inherited = told(1, { incidentId: 'older', revision: 0 });
    const again = route(
      merger,
      context([wants(1, 'okx')], { told: [inherited], toldOfMerged: [toldYoung(1)] }),
    );
    expect(chatsOf(again)).toEqual(['1']);
  });

  test('with an alert of its own it goes to all who were told of either', () => {
    const routed = route(
      {
        ...merger,
        alert: alert({ incidentId: 'older', revision: 2, change: 'updated', reasons: ['merged'] }),
      },
      context([wants(1, 'okx'), wants(2, 'okx')], { told: [toldOld(1)], toldOfMerged: [toldYoung(2)] }),
    );
    expect(new Set(chatsOf(routed))).toEqual(new Set(['1', '2']));
  });
});
