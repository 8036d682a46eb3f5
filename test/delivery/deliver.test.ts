import { describe, expect, test } from '@jest/globals';
import { deliveryId } from '../../src/delivery/route.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/instant.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { alert, broadcast, chat, filter, incident, subscription, T0 } from './support/builders.ts';
import { createFakeClock } from './support/fake-clock.ts';
import { emptyDisk } from './support/memory-store.ts';
import { createWorld, type World } from './support/world.ts';

const subscribe = async (world: World, ...subscriptions: Subscription[]): Promise<void> => {
  for (const one of subscriptions) await world.book.save(one);
};

/** Writes an incident and its broadcast as the pipeline does, and hands the broadcast over. */
const announce = async (
  world: World,
  about: Incident,
  to: readonly (string | number)[],
  more: Parameters<typeof alert>[0] = {},
): Promise<void> => {
  const stated = alert({ incidentId: about.id, revision: about.revision, at: world.clock.now(), ...more });
  const owed = broadcast(
    to.map((one) => chat(one)),
    {
      id: `${about.id}-${about.revision}`,
      alert: stated,
      severity: about.severity,
      createdAt: world.clock.now(),
    },
  );
  await world.store.outbox.add([owed]);
  await world.store.saveIncident(about);
  world.desk.enqueue([owed]);
};

const texts = ({ platform }: World): string[] => platform.accepted.map(({ to, text }) => `${to}: ${text}`);

const once =
  (outcome: Outcome) =>
  (_to: unknown, _message: unknown, attempt: number): Outcome | undefined =>
    attempt === 1 ? outcome : undefined;

describe('deliver', () => {
  test('sends an alert to each destination once, and owes nothing afterwards', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ destination: chat(1) }), subscription({ destination: chat(2) }));
    await announce(world, incident(), [1, 2]);
    await world.desk.idle();
    expect(new Set(texts(world))).toEqual(
      new Set(['telegram~1: incident-1 r1 opened en', 'telegram~2: incident-1 r1 opened en']),
    );
    expect(world.platform.accepted).toHaveLength(2);
    expect([world.disk.broadcasts.size, world.disk.deferred.size, world.disk.sent.size]).toEqual([0, 0, 2]);
  });

  test('sends under an id that is the same after every crash', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.desk.idle();
    expect(world.platform.accepted.map(({ id }) => id)).toEqual([deliveryId(alert(), chat(1))]);
  });

  test('writes few records for many destinations', async () => {
    const world = createWorld();
    const many = Array.from({ length: 500 }, (_, at) => at + 1);
    await subscribe(world, ...many.map((at) => subscription({ destination: chat(at) })));
    const before = world.store.writes();
    await announce(world, incident(), many);
    await world.desk.idle();
    expect(world.platform.accepted).toHaveLength(500);
    expect(world.store.writes() - before).toBeLessThan(50);
  });

  test('sends an update as a reply to what was sent before, whatever the filter says', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ filters: [filter({ minSeverity: 'high' })] }));
    await announce(world, incident(), [1]);
    await world.desk.idle();
    await announce(world, incident({ revision: 2, severity: 'low' }), [1], {
      change: 'updated',
      reasons: ['eased'],
    });
    await world.desk.idle();
    expect(world.platform.accepted[1]).toMatchObject({
      text: 'incident-1 r2 updated eased en',
      message: { replyTo: 'm1' },
    });
  });

  test('tells a full alert to whom an update is the first word', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await announce(world, incident({ revision: 3 }), [1], { change: 'updated', reasons: ['scope-grew'] });
    await world.desk.idle();
    expect(texts(world)).toEqual(['telegram~1: incident-1 r3 opened en']);
  });

  test('renders the latest revision, and names all that changed since the one that was told', async () => {
    const world = createWorld({ settings: { chatLimits: () => [{ count: 1, perMs: 10 * SECOND }] } });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.clock.advance(SECOND);
    await announce(world, incident({ revision: 2 }), [1], { change: 'updated', reasons: ['disputed'] });
    await announce(world, incident({ revision: 3 }), [1], { change: 'updated', reasons: ['stage-advanced'] });
    await world.clock.advance(MINUTE);
    expect(texts(world)).toEqual([
      'telegram~1: incident-1 r1 opened en',
      'telegram~1: incident-1 r3 updated stage-advanced disputed en',
    ]);
    expect(world.disk.broadcasts.size).toBe(0);
  });

  test.each<[string, Partial<Subscription> | undefined, Partial<Incident>]>([
    ['unsubscribed', undefined, {}],
    ['paused', { state: 'paused' }, {}],
    ['forbidden', { state: 'forbidden' }, {}],
    ['gone', { state: 'gone' }, {}],
    ['muted', { muted: ['incident-1'] }, {}],
    ['muted', { muted: ['younger'] }, { mergedFrom: ['youngest', 'younger'] }],
    ['no-longer-matching', { filters: [filter({ exchanges: ['okx'] })] }, {}],
    ['merged', {}, { mergedInto: 'incident-0' }],
    ['retracted', {}, { retracted: 'a hoax' }],
  ])('drops what is %s at the moment of sending, and says why', async (why, state, about) => {
    const world = createWorld();
    if (state !== undefined) await subscribe(world, subscription(state));
    await announce(world, incident(about), [1]);
    await world.desk.idle();
    expect(texts(world)).toEqual([]);
    expect(world.events).toMatchObject([{ what: 'dropped', why }]);
    expect(world.disk.broadcasts.size).toBe(0);
  });

  test('breaks a mute when the incident is taken back', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.desk.idle();
    await subscribe(world, subscription({ muted: ['incident-1'] }));
    await announce(world, incident({ revision: 2 }), [1], { reasons: ['scope-grew'] });
    await announce(world, incident({ revision: 3, retracted: 'a hoax' }), [1], { reasons: ['retracted'] });
    await world.desk.idle();
    expect(world.platform.accepted[1]).toMatchObject({ message: { replyTo: 'm1' } });
    expect(world.platform.accepted[1]?.text).toContain('r3 updated');
    expect(world.platform.accepted).toHaveLength(2);
  });

  test('breaks a mute of what was merged when the incident that it went into turns critical, once', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ muted: ['younger'] }));
    const older = (revision: number) => incident({ revision, severity: 'critical', mergedFrom: ['younger'] });
    await announce(world, older(2), [1], { reasons: ['severity-rose'] });
    await announce(world, older(3), [1], { reasons: ['scope-grew'] });
    await world.desk.idle();
    await announce(world, older(4), [1], { reasons: ['officially-confirmed'] });
    await world.desk.idle();
    expect(texts(world)).toHaveLength(1);
  });

  test('calls the role of a place for what is grave enough, and not again for an update', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ mention: { role: 'traders', from: 'high' } }));
    await announce(world, incident({ id: 'low', severity: 'low' }), [1]);
    await announce(world, incident(), [1]);
    await world.desk.idle();
    await announce(world, incident({ revision: 2 }), [1], { reasons: ['disputed'] });
    await announce(world, incident({ revision: 3, severity: 'critical' }), [1], {
      reasons: ['severity-rose'],
    });
    await world.desk.idle();
    const mentions = world.platform.accepted.map(({ text, message }) => [
      text.split(' en')[0],
      message.mention,
    ]);
    expect(mentions).toEqual([
      ['low r1 opened', undefined],
      ['incident-1 r1 opened', 'traders'],
      ['incident-1 r2 updated disputed', undefined],
      ['incident-1 r3 updated severity-rose', 'traders'],
    ]);
  });

  test('waits for an incident that is not written yet', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await world.store.outbox.add([broadcast([chat(1)])]);
    await world.desk.start();
    await world.desk.idle();
    expect(texts(world)).toEqual([]);
    await world.store.saveIncident(incident());
    await world.desk.tick();
    await world.desk.idle();
    expect(texts(world)).toHaveLength(1);
  });

  test('waits for it once for each chat, however often it looks', async () => {
    const world = createWorld();
    await subscribe(world, ...[1, 2, 3].map((at) => subscription({ destination: chat(at) })));
    await world.store.outbox.add([broadcast([1, 2, 3].map((at) => chat(at)))]);
    await world.desk.start();
    await world.desk.idle();
    for (let looks = 0; looks < 3; looks++) {
      await world.desk.tick();
      await world.desk.idle();
    }
    await world.store.saveIncident(incident());
    const reads: string[] = [];
    const { get } = world.book;
    Object.assign(world.book, {
      get: (destination: Parameters<typeof get>[0]) => {
        reads.push(destination.chat);
        return get(destination);
      },
    });
    await world.desk.tick();
    await world.desk.idle();
    expect(texts(world)).toHaveLength(3);
    // To decide, and whether it has left meanwhile when what was sent is written down.
    expect(reads.toSorted((a, b) => a.localeCompare(b))).toEqual(['1', '1', '2', '2', '3', '3']);
  });

  test('takes up after a restart what is owed, and nothing else', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ destination: chat(1) }), subscription({ destination: chat(2) }));
    await world.store.saveIncident(incident());
    await world.store.outbox.add([broadcast([chat(1), chat(2)])]);
    await world.store.sentMessages.add([
      {
        v: 1,
        incidentId: 'incident-1',
        destination: chat(1),
        revision: 1,
        messageId: 'm0',
        how: 'sent',
        at: T0,
        edits: 0,
      },
    ]);
    await world.desk.start();
    await world.desk.idle();
    expect(texts(world)).toEqual(['telegram~2: incident-1 r1 opened en']);
  });

  test('tells the platform what a former run may have sent already', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await world.store.saveIncident(incident());
    await world.store.outbox.add([broadcast([chat(1)])]);
    await world.desk.start();
    await world.desk.idle();
    await announce(world, incident({ id: 'new' }), [1]);
    await world.desk.idle();
    expect(world.platform.accepted.map(({ text, again }) => [text, again])).toEqual([
      ['incident-1 r1 opened en', true],
      ['new r1 opened en', false],
    ]);
  });

  test('tells the platform what an unanswered attempt may have sent already', async () => {
    const world = createWorld({
      answer: (_to, _message, attempt) => (attempt === 1 ? { kind: 'unknown', why: 'no answer' } : undefined),
    });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.clock.advance(MINUTE);
    expect(world.platform.accepted.map(({ again }) => again)).toEqual([true]);
  });

  test('keeps what the brake holds until an operator sends it', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await world.store.saveIncident(incident());
    await world.store.outbox.add([broadcast([chat(1)], { held: true })]);
    await world.desk.start();
    await world.desk.idle();
    expect(texts(world)).toEqual([]);
    expect(await world.desk.release('send')).toBe(1);
    await world.desk.idle();
    expect(texts(world)).toHaveLength(1);
  });

  test('forgets what the brake holds when an operator drops it', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await world.store.saveIncident(incident());
    await world.store.outbox.add([broadcast([chat(1)], { held: true })]);
    await world.desk.start();
    await world.desk.release('drop');
    await world.desk.idle();
    expect([texts(world), world.disk.broadcasts.size]).toEqual([[], 0]);
  });
});

describe('deliver in its order', () => {
  test('sends the gravest first, then the oldest', async () => {
    const world = createWorld({ settings: { concurrency: 1 } });
    for (const at of [1, 2, 3, 4]) await subscribe(world, subscription({ destination: chat(at) }));
    await announce(world, incident({ id: 'first', severity: 'low' }), [1]);
    await announce(world, incident({ id: 'old', severity: 'medium' }), [2]);
    await announce(world, incident({ id: 'new', severity: 'medium' }), [3]);
    await announce(world, incident({ id: 'grave', severity: 'critical' }), [4]);
    await world.desk.idle();
    expect(texts(world).map((text) => text.split(' ')[1])).toEqual(['first', 'grave', 'old', 'new']);
  });

  test('a chat that must wait holds up nobody', async () => {
    const answer = (
      { chat: to }: { chat: string },
      _message: unknown,
      attempt: number,
    ): Outcome | undefined =>
      to === '1' && attempt === 1 ? { kind: 'later', afterMs: 30 * SECOND, why: '429' } : undefined;
    const world = createWorld({ answer, settings: { concurrency: 1 } });
    for (const at of [1, 2, 3]) await subscribe(world, subscription({ destination: chat(at) }));
    await announce(world, incident(), [1, 2, 3]);
    await world.clock.advance(SECOND);
    expect(new Set(world.platform.accepted.map(({ to }) => to))).toEqual(
      new Set(['telegram~2', 'telegram~3']),
    );
    await world.clock.advance(30 * SECOND);
    expect(world.platform.accepted.map(({ to }) => to)).toContain('telegram~1');
  });

  test('starts each broadcast with another chat', async () => {
    const world = createWorld({ settings: { concurrency: 1 } });
    const chats = [1, 2, 3, 4, 5];
    for (const at of chats) await subscribe(world, subscription({ destination: chat(at) }));
    const firsts: (string | undefined)[] = [];
    for (const at of chats) {
      await announce(world, incident({ id: `i${at}` }), chats);
      await world.desk.idle();
      firsts.push(world.platform.accepted[(at - 1) * chats.length]?.to);
    }
    expect(new Set(firsts).size).toBeGreaterThanOrEqual(4);
  });

  test('merges what a chat is owed beyond a handful into one message', async () => {
    const world = createWorld({ settings: { chatLimits: () => [{ count: 1, perMs: 10 * SECOND }] } });
    await subscribe(world, subscription());
    for (let at = 0; at < 10; at++) await announce(world, incident({ id: `i${at}` }), [1]);
    await world.clock.advance(MINUTE);
    expect(world.platform.accepted).toHaveLength(2);
    expect(world.platform.accepted[1]?.text).toMatch(/^digest i1 .*i9$/);
    expect(world.disk.sent.size).toBe(10);
  });
});

describe('deliver the same message again', () => {
  /** A process that is killed after so many accepted messages, and the one that comes after it. */
  const killedAfter = async (messages: number) => {
    const accepted: World['platform']['accepted'] = [];
    const disk = emptyDisk();
    for (const limit of [messages, Number.POSITIVE_INFINITY]) {
      let dead = false;
      const world = createWorld({
        disk,
        settings: { handful: 2, concurrency: 4 },
        fate: () => (dead ? 'killed' : 'done'),
        answer: () => (dead ? new Promise<never>(() => undefined) : undefined),
        onAccepted: (count) => {
          dead ||= count >= limit;
        },
      });
      if (limit === messages) {
        for (const at of [1, 2]) await subscribe(world, subscription({ destination: chat(at) }));
        const broadcasts = ['a', 'b', 'c', 'd', 'e'].map((id) =>
          broadcast([chat(1), chat(2)], { id, alert: alert({ incidentId: id }) }),
        );
        for (const { id } of broadcasts) await world.store.saveIncident(incident({ id }));
        await world.store.outbox.add(broadcasts);
        world.desk.enqueue(broadcasts);
      } else await world.desk.start();
      await world.clock.advance(MINUTE);
      accepted.push(...world.platform.accepted);
    }
    return accepted;
  };

  test.each([1, 2, 3, 4, 5])('under the same id when it is killed after %i messages', async (messages) => {
    const accepted = await killedAfter(messages);
    // What a platform keeps that absorbs a repeat by its id.
    const kept = [...new Map(accepted.map((one) => [`${one.to} ${one.id}`, one])).values()];
    for (const to of ['telegram~1', 'telegram~2']) {
      const told = kept.filter((one) => one.to === to).flatMap(({ text }) => text.match(/\b[a-e]\b/g) ?? []);
      expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual(['a', 'b', 'c', 'd', 'e']);
    }
  });
});

describe('deliver by the clock', () => {
  const quiet = { from: '22:00', to: '07:00', criticals: 'silent' } as const;

  test('quiet hours hold; at their end comes one digest', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ quiet: { from: '11:00', to: '14:00', criticals: 'silent' } }));
    await announce(world, incident({ id: 'one' }), [1]);
    await announce(world, incident({ id: 'two' }), [1]);
    await world.desk.idle();
    expect(texts(world)).toEqual([]);
    expect(world.disk.broadcasts.size).toBe(0);
    await world.clock.advance(2 * HOUR);
    await world.desk.tick();
    await world.desk.idle();
    expect(texts(world)).toEqual(['telegram~1: digest one two']);
    expect(world.disk.deferred.size).toBe(0);
  });

  test('a digest of one stays the same message after a crash, though more is due by then', async () => {
    const disk = emptyDisk();
    const sub = subscription({ quiet: { from: '11:00', to: '13:00', criticals: 'silent' } });
    let dead = false;
    const first = createWorld({
      disk,
      fate: () => (dead ? 'killed' : 'done'),
      onAccepted: () => {
        dead = true;
      },
    });
    await subscribe(first, sub);
    await announce(first, incident({ id: 'one' }), [1]);
    await first.desk.idle();
    const held = [...disk.deferred.values()];
    await first.clock.advance(HOUR);
    void first.desk.tick();
    await first.clock.advance(MINUTE);
    const second = createWorld({ disk, clock: createFakeClock(T0 + 2 * HOUR) });
    await second.store.saveIncident(incident({ id: 'two' }));
    const two = { id: 'two', alert: alert({ incidentId: 'two' }) };
    await second.store.outbox.defer(held.map((one) => ({ ...one, ...two })));
    await second.desk.start();
    await second.desk.idle();
    const [sent] = first.platform.accepted;
    const [again, other] = second.platform.accepted;
    expect([again?.id, again?.text, again?.again]).toEqual([sent?.id, sent?.text, true]);
    expect(other?.text).toMatch(/^two /);
  });

  test('a digest of which one is left after a crash goes out under the id of the whole', async () => {
    const disk = emptyDisk();
    let dead = false;
    const first = createWorld({
      disk,
      fate: () => (dead ? 'killed' : 'done'),
      onAccepted: () => {
        dead = true;
      },
    });
    await subscribe(first, subscription({ quiet: { from: '11:00', to: '13:00', criticals: 'silent' } }));
    await announce(first, incident({ id: 'one' }), [1]);
    await announce(first, incident({ id: 'two' }), [1]);
    await first.desk.idle();
    await first.clock.advance(HOUR);
    void first.desk.tick();
    await first.clock.advance(MINUTE);
    const second = createWorld({ disk, clock: createFakeClock(T0 + 2 * HOUR) });
    await second.store.saveIncident(incident({ id: 'two', retracted: 'a hoax' }));
    await second.desk.start();
    await second.desk.idle();
    expect(first.platform.accepted.map(({ text }) => text)).toEqual(['digest one two']);
    expect(second.platform.accepted.map(({ text, id }) => [text, id])).toEqual([
      ['one r1 opened en', first.platform.accepted[0]?.id],
    ]);
  });

  test('criticals in one message come through quiet hours without a sound, and call nobody', async () => {
    const world = createWorld({ settings: { handful: 2 } });
    const quietNow = { from: '11:00', to: '14:00', criticals: 'silent' } as const;
    const mention = { role: 'traders', from: 'high' } as const;
    await subscribe(
      world,
      subscription({ quiet: quietNow, mention }),
      subscription({ destination: chat(2), quiet: quietNow, mention }),
    );
    const owed = ['a', 'b', 'c'].map((id) =>
      broadcast(id === 'a' ? [chat(1), chat(2)] : [chat(1)], { id, alert: alert({ incidentId: id }) }),
    );
    for (const { id } of owed) await world.store.saveIncident(incident({ id, severity: 'critical' }));
    await world.store.outbox.add(owed);
    world.desk.enqueue(owed);
    await world.desk.idle();
    const sent = world.platform.accepted.map(({ text, message }) => [text, message.silent, message.mention]);
    expect(sent.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['a r1 opened en', true, undefined],
      ['digest a b c', true, undefined],
    ]);
  });

  test('a critical comes through quiet hours without a sound', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ quiet: { from: '11:00', to: '14:00', criticals: 'silent' } }));
    await announce(world, incident({ severity: 'critical' }), [1]);
    await world.desk.idle();
    expect(world.platform.accepted[0]?.message.silent).toBe(true);
  });

  test('… unless that is refused', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ quiet: { from: '11:00', to: '14:00', criticals: 'hold' } }));
    await announce(world, incident({ severity: 'critical' }), [1]);
    await world.desk.idle();
    expect(texts(world)).toEqual([]);
  });

  test('outside of quiet hours nothing is held', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ quiet }));
    await announce(world, incident(), [1]);
    await world.desk.idle();
    expect(world.platform.accepted[0]?.message.silent).toBeUndefined();
  });

  test('a digest is made with the filter and the incident of the moment of its release', async () => {
    const world = createWorld();
    await subscribe(world, subscription({ cadence: 'hourly' }));
    await announce(world, incident({ id: 'one' }), [1]);
    await announce(world, incident({ id: 'two', exchanges: ['okx'] }), [1]);
    await world.desk.idle();
    await subscribe(
      world,
      subscription({ cadence: 'hourly', filters: [filter({ exchanges: ['binance'] })] }),
    );
    await world.clock.advance(HOUR);
    await world.desk.tick();
    await world.desk.idle();
    expect(texts(world)).toEqual(['telegram~1: one r1 opened en']);
  });

  test('what is older than a day when the platform is back becomes a digest', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    for (const id of ['one', 'two']) {
      await world.store.saveIncident(incident({ id }));
      await world.store.outbox.add([
        broadcast([chat(1)], { id, alert: alert({ incidentId: id }), createdAt: T0 }),
      ]);
    }
    await world.clock.advance(DAY + HOUR);
    await world.desk.start();
    await world.desk.idle();
    await world.desk.tick();
    await world.desk.idle();
    expect(texts(world)).toEqual(['telegram~1: digest one two']);
  });
});

describe('deliver by outcome', () => {
  test.each<[string, Outcome]>([
    ['later', { kind: 'later', afterMs: 2 * SECOND, why: '503' }],
    ['unknown', { kind: 'unknown', why: 'timeout' }],
  ])('%s: tries again with the same id', async (_kind, outcome) => {
    const ids: string[] = [];
    const world = createWorld({ answer: once(outcome) });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.clock.advance(MINUTE);
    ids.push(...world.platform.accepted.map(({ id }) => id));
    expect(ids).toEqual([deliveryId(alert(), chat(1))]);
  });

  test('a wait of hours is written down, its broadcast is closed, and it comes when it is over', async () => {
    const world = createWorld({ answer: once({ kind: 'later', afterMs: 12 * HOUR, why: '429' }) });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.desk.idle();
    expect([world.disk.broadcasts.size, world.desk.stats().shelved]).toEqual([0, 1]);
    await world.clock.advance(11 * HOUR);
    await world.desk.tick();
    expect(texts(world)).toEqual([]);
    await world.clock.advance(HOUR);
    await world.desk.tick();
    await world.desk.idle();
    expect([texts(world).length, world.disk.deferred.size]).toEqual([1, 0]);
  });

  test('what a platform without messenger is owed stays owed', async () => {
    const world = createWorld();
    await subscribe(world, subscription());
    await world.store.saveIncident(incident());
    const both = broadcast([chat(1), chat(2, 'discord')]);
    await world.store.outbox.add([both]);
    world.desk.enqueue([both]);
    await world.desk.idle();
    expect([texts(world).length, world.disk.broadcasts.size]).toEqual([1, 1]);
  });

  test('reply lost: sends without the reply', async () => {
    const world = createWorld({
      answer: (_to, { replyTo }) => (replyTo === undefined ? undefined : { kind: 'reply-lost' }),
    });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.desk.idle();
    await announce(world, incident({ revision: 2 }), [1], { reasons: ['eased'] });
    await world.desk.idle();
    expect(world.platform.accepted[1]?.message.replyTo).toBeUndefined();
  });

  test('rejected: sends plain text, then parks it with its payload', async () => {
    const tried: unknown[] = [];
    const world = createWorld({
      answer: (_to, { payload }) => {
        tried.push(payload);
        return { kind: 'rejected', why: "can't parse entities" };
      },
    });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.desk.idle();
    expect(tried).toEqual(['incident-1 r1 opened en', 'plain incident-1 r1 opened en']);
    expect([...world.disk.deferred.values()]).toMatchObject([
      { status: 'parked', lastOutcome: "can't parse entities" },
    ]);
    expect([world.desk.stats().parked, world.disk.broadcasts.size]).toEqual([1, 0]);
  });

  test.each<[Outcome, Partial<Subscription>]>([
    [{ kind: 'gone', why: 'blocked' }, { state: 'gone' }],
    [
      { kind: 'forbidden', right: 'send-messages' },
      { state: 'forbidden', missingRight: 'send-messages' },
    ],
  ])('%j: the subscription sleeps', async (outcome, state) => {
    const world = createWorld({ answer: once(outcome) });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.desk.idle();
    expect(world.disk.subscriptions.get('telegram~1')).toMatchObject(state);
    expect(world.events).toMatchObject([{ what: 'suspended' }]);
  });

  test('moved: the subscription and all that is owed go along, old message ids are forgotten', async () => {
    const world = createWorld({
      answer: ({ chat: to }) => (to === '1' ? { kind: 'moved', destination: chat('-100') } : undefined),
    });
    await subscribe(world, subscription());
    await announce(world, incident({ id: 'one' }), [1]);
    await announce(world, incident({ id: 'two' }), [1]);
    await world.desk.idle();
    await world.desk.tick();
    await world.desk.idle();
    expect(texts(world)).toEqual(['telegram~-100: one r1 opened en', 'telegram~-100: two r1 opened en']);
    expect([...world.disk.subscriptions.keys()]).toEqual(['telegram~-100']);
    expect([world.disk.broadcasts.size, world.disk.deferred.size]).toEqual([0, 0]);
  });

  test('unauthorised: stops the platform and keeps what is owed', async () => {
    const world = createWorld({ answer: () => ({ kind: 'unauthorised', why: '401' }) });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.desk.idle();
    expect(world.desk.stats().stopped).toEqual({ telegram: '401' });
    expect(world.disk.broadcasts.size).toBe(1);
  });

  test('what should have gone out by now is as old as its alert, until it is sent', async () => {
    const world = createWorld({ answer: once({ kind: 'later', afterMs: MINUTE, why: '503' }) });
    await subscribe(world, subscription());
    const madeAt = world.clock.now();
    await announce(world, incident(), [1]);
    await world.clock.advance(1000);
    expect(world.desk.stats().oldestAt).toBe(madeAt);
    await world.clock.advance(2 * MINUTE);
    expect(world.desk.stats().oldestAt).toBeUndefined();
  });

  test('a store that refuses a record is tried again; the message is not', async () => {
    // The subscription, the broadcast and the incident are the first three writes.
    const world = createWorld({ fate: (write) => (write > 3 && write <= 6 ? 'refused' : 'done') });
    await subscribe(world, subscription());
    await announce(world, incident(), [1]);
    await world.clock.advance(MINUTE);
    expect(texts(world)).toHaveLength(1);
    expect([world.disk.sent.size, world.disk.broadcasts.size]).toEqual([1, 0]);
  });
});
