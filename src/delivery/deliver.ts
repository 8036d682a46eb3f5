import type { Broadcast, DeferredDelivery } from '../domain/delivery.ts';
import type { Platform } from '../domain/destination.ts';
import { HOUR, type Instant, SECOND } from '../domain/instant.ts';
import type { Messenger } from '../domain/ports.ts';
import { systemAfter } from './after.ts';
import { createBacklog } from './backlog.ts';
import { createComposer } from './composer.ts';
import type { DeliveryDesk, DeliveryParts } from './delivery-desk.ts';
import { createEditNotes, isEditable } from './edit.ts';
import { createForgetOwed } from './forget-owed.ts';
import { createHeld } from './held.ts';
import { createIdlers } from './idlers.ts';
import { createIncidentReader } from './incident-reader.ts';
import { createLane, type Lane } from './lane.ts';
import {
  byPlatform,
  jobOfBroadcast,
  jobOfDeferred,
  jobOfEdit,
  type Live,
  type OwedJob,
  oldestOwed,
  owing,
} from './owed.ts';
import { ownTurns } from './own-turns.ts';
import { createPace, type Pace } from './pace.ts';
import { createReasons } from './reasons.ts';
import { createRecorder } from './recorder.ts';
import { finish } from './settlement.ts';
import { loadOwed, type Owed, stillOwed } from './still-owed.ts';
import { createTurnTaker } from './turn.ts';
import type { DeliveryEvent } from './turn-parts.ts';
import { createWakeups } from './wakeups.ts';

/** A broadcast whose incident never came, because the poll that made it was never finished. */
const LONGEST_WITHOUT_INCIDENT = 48 * HOUR;

/** The process has 10 s to end in. */
const STOP_GRACE = 7 * SECOND;

interface Shelved {
  readonly delivery: DeferredDelivery;
  /** By a former run. */
  readonly resumed: boolean;
}

export const createDelivery = (parts: DeliveryParts): DeliveryDesk => {
  const { outbox, sentMessages, subscriptions, messengers, clock, logger, after = systemAfter } = parts;
  const recorder = createRecorder({ outbox, sentMessages, subscriptions, logger, after });
  const readIncident = createIncidentReader({ get: parts.incident, readFacts: parts.readFacts, clock });
  const reasons = createReasons();
  const composer = createComposer(parts.words);
  const shelf = createWakeups<Shelved>();
  const held = createHeld(outbox);
  const live = new Map<string, Live>();
  const lanes = new Map<Platform, { readonly lane: Lane; readonly pace: Pace }>();
  let postponed: OwedJob[] = [];
  let parked = 0;

  const shelve = (delivery: DeferredDelivery, resumed = false): void =>
    shelf.add(delivery.notBefore, { delivery, resumed });

  const idlers = createIdlers(() =>
    [...lanes.values()].every(
      ({ lane }) => lane.inFlight() === 0 && (lane.backlog.size() === 0 || lane.stoppedBy() !== undefined),
    ),
  );

  const onEvent = (event: DeliveryEvent): void => {
    if (event.what === 'parked') parked++;
    parts.onEvent?.(event);
  };

  const open = (messenger: Messenger): void => {
    const settings = parts.pace(messenger.platform);
    const pace = createPace(settings);
    // Any number that is another in the next run.
    const firstTurn = clock.now() % 10_000;
    const { handful, concurrency } = settings;
    const backlog = createBacklog<OwedJob>({ waitFor: pace.waitFor, handful, firstTurn });
    const take = createTurnTaker({
      ...{ messenger, composer, readIncident, subscriptions, sentMessages, recorder, clock, logger },
      reasonsBetween: reasons.between,
      shelve,
      postpone: (job) => postponed.push(job),
      takeRest: ({ chain }) => backlog.take(chain),
      onEvent,
    });
    const { platform } = messenger;
    const lane = createLane({
      ...{ platform, backlog, pace, concurrency },
      take: ownTurns(take, parts.within),
      clock,
      logger,
      after,
      onEnd: idlers.look,
    });
    lanes.set(platform, { lane, pace });
  };
  for (const messenger of messengers.values()) open(messenger);

  const liveOf = (broadcast: Broadcast): Live => {
    const one = owing(live.get(broadcast.id), broadcast);
    live.set(broadcast.id, one);
    return one;
  };

  const put = (job: OwedJob): void => {
    const [first] = job.to;
    if (first !== undefined) lanes.get(first.platform)?.lane.backlog.add(job);
  };

  const pump = (): void => {
    for (const { lane } of lanes.values()) lane.pump();
  };

  const take = (broadcast: Broadcast, resumed = false): void => {
    reasons.add(broadcast.alert);
    if (broadcast.held) {
      held.hold(broadcast);
      return;
    }
    const one = liveOf(broadcast);
    // A platform without a messenger keeps the broadcast owed until it is back.
    for (const to of byPlatform(broadcast.to).values()) put(jobOfBroadcast(broadcast, one, to, resumed));
  };

  const unshelve = (now: Instant): void => {
    for (let due = shelf.pop(now); due !== undefined; due = shelf.pop(now)) {
      reasons.add(due.delivery.alert);
      put(jobOfDeferred(due.delivery, due.resumed));
    }
  };

  const retryPostponed = async (now: Instant): Promise<void> => {
    const jobs = postponed;
    postponed = [];
    for (const job of jobs) {
      const { incidentId, revision } = job.alert;
      if ((await readIncident(incidentId, revision)) !== undefined) put(job);
      else if (now - job.createdAt < LONGEST_WITHOUT_INCIDENT) postponed.push(job);
      else {
        logger.warn('delivery-without-incident', { incidentId, revision, destinations: job.to.length });
        for (const _ of job.to) await recorder.record(finish([job]));
      }
    }
  };

  const edits = createEditNotes();

  /** Messages that still say what stands: sent of late, of the latest revision, and not edited too often. */
  const startEdits = async (now: Instant): Promise<void> => {
    for (const incidentId of edits.due(now)) {
      const read = await readIncident(incidentId, 1);
      if (read === undefined) continue;
      const { revision } = read.incident;
      const told = await sentMessages.toldOf(incidentId);
      const to = told.filter((one) => isEditable(one, revision, now)).map(({ destination }) => destination);
      const alert = { incidentId, revision, change: 'opened', reasons: [], at: now } as const;
      for (const some of byPlatform(to).values()) put(jobOfEdit(alert, some));
    }
  };

  const sweep = (): void => {
    for (const { pace } of lanes.values()) pace.sweep(clock.monotonic());
    for (const [id, { owed }] of live) if (owed === 0) live.delete(id);
  };

  const resume = async ({ broadcasts, deferred, finished }: Owed, again: boolean): Promise<void> => {
    for (const delivery of deferred) {
      if (delivery.status === 'parked') parked++;
      else shelve(delivery, again || delivery.bundle !== undefined);
    }
    for (const broadcast of broadcasts) take(broadcast, again);
    if (finished.length > 0) await outbox.remove(finished);
  };

  const sendDue = (): void => {
    unshelve(clock.now());
    pump();
  };

  return {
    async start() {
      const owed = await loadOwed({ outbox, sentMessages });
      await resume(owed, true);
      logger.info('delivery-resumed', { broadcasts: owed.broadcasts.length, deferred: owed.deferred.length });
      sendDue();
    },
    async takeUp(fresh, left) {
      const owed = await stillOwed(left, sentMessages);
      // In one turn of the event loop: what goes out in one message must be there together.
      const taken = Promise.all([resume({ ...fresh, finished: [] }, false), resume(owed, true)]);
      sendDue();
      await taken;
    },
    enqueue(broadcasts) {
      for (const broadcast of broadcasts) take(broadcast);
      pump();
    },
    async tick() {
      sweep();
      await retryPostponed(clock.now());
      unshelve(clock.now());
      await startEdits(clock.now());
      pump();
    },
    seconded: (incidentId) => edits.note(incidentId),
    async owe(deliveries) {
      if (deliveries.length === 0) return;
      await outbox.defer(deliveries);
      for (const delivery of deliveries) shelve(delivery);
      sendDue();
    },
    async release(word) {
      const broadcasts = await held.release(word);
      if (word === 'send') for (const broadcast of broadcasts) take(broadcast);
      pump();
      return broadcasts.length;
    },
    forget: createForgetOwed({ outbox, recorder, held, isOwed: (id) => (live.get(id)?.owed ?? 0) > 0 }),
    idle: idlers.wait,
    async stop() {
      const closed = Promise.all([...lanes.values()].map(({ lane }) => lane.close()));
      // What is not answered by then is unknown, and is sent again under its id after the restart.
      let cancel = (): void => undefined;
      const grace = new Promise<void>((resolve) => {
        cancel = after(STOP_GRACE, resolve);
      });
      await Promise.race([closed, grace]);
      cancel();
      await recorder.close();
    },
    stats: () => ({
      oldestAt: oldestOwed(live.values()),
      waiting: Object.fromEntries([...lanes].map(([platform, { lane }]) => [platform, lane.backlog.size()])),
      inFlight: [...lanes.values()].reduce((sum, { lane }) => sum + lane.inFlight(), 0),
      shelved: shelf.size(),
      held: held.size(),
      parked,
      stopped: Object.fromEntries(
        [...lanes].flatMap(([platform, { lane }]) => {
          const why = lane.stoppedBy();
          return why === undefined ? [] : [[platform, why]];
        }),
      ),
    }),
  };
};
