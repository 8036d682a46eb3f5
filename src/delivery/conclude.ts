import type { Message } from '../domain/card.ts';
import type { SentMessage } from '../domain/delivery.ts';
import type { Destination } from '../domain/destination.ts';
import { MINUTE } from '../domain/instant.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Attempted } from './attempt.ts';
import type { Turn } from './backlog.ts';
import type { TurnEnd } from './lane.ts';
import type { OwedJob } from './owed.ts';
import { deferredRecord, finish, sentRecord } from './settlement.ts';
import { byIncident, latest, type Sending, type TurnParts } from './turn-parts.ts';

/** A longer wait than this is written down, so that its broadcast can be closed. */
const LONG_WAIT = 10 * MINUTE;

/** Does what the outcome policy has decided: records, suspends, moves, puts off or sets aside. */
export type Conclude = (
  attempted: Attempted,
  items: readonly Sending[],
  message: Message,
  subscription: Subscription,
  turn: Turn<OwedJob>,
) => Promise<TurnEnd>;

export const createConclude = (parts: TurnParts): Conclude => {
  const { recorder, clock, onEvent } = parts;

  const suspend = async (
    { state, right }: Extract<Attempted, { do: 'suspend' }>,
    subscription: Subscription,
    items: readonly Sending[],
  ): Promise<void> => {
    const { destination } = subscription;
    const current = await recorder.insist(() => parts.subscriptions.get(destination));
    // Whoever has left meanwhile is not put back.
    const suspended =
      current === undefined || current.state === state
        ? undefined
        : {
            ...current,
            state,
            stateSince: clock.now(),
            ...(right === undefined ? {} : { missingRight: right }),
          };
    if (suspended !== undefined) await recorder.insist(() => parts.subscriptions.save(suspended));
    // Nothing is noted as told or dropped: it is still news when the subscription wakes.
    await recorder.record(finish(items.flatMap(({ jobs }) => jobs)));
    const incidentIds = items.map(({ incident }) => incident.id);
    if (suspended !== undefined)
      onEvent({ what: 'suspended', destination, incidentIds, why: right ?? state, subscription: suspended });
  };

  /** A sleeping subscription that was reached is awake. */
  const wake = async (subscription: Subscription): Promise<void> => {
    if (subscription.state !== 'forbidden' && subscription.state !== 'gone') return;
    const { destination } = subscription;
    const current = await recorder.insist(() => parts.subscriptions.get(destination));
    if (current === undefined) return;
    const { missingRight: _granted, ...rest } = current;
    const awake: Subscription = { ...rest, state: 'active', stateSince: clock.now() };
    await recorder.insist(() => parts.subscriptions.save(awake));
    onEvent({ what: 'woken', destination: awake.destination, incidentIds: [], subscription: awake });
  };

  /** What is owed goes first, so that a crash finds it under the new address; then the subscription. */
  const move = async (
    to: Destination,
    subscription: Subscription,
    items: readonly Sending[],
    turn: Turn<OwedJob>,
  ): Promise<void> => {
    const old = subscription.destination;
    const rest = parts.takeRest(turn).filter(({ edit }) => edit !== true);
    const jobs = [...items.flatMap((item) => item.jobs), ...rest];
    const now = clock.now();
    const deferred = byIncident(jobs).map((group) =>
      deferredRecord({ jobs: group, alert: latest(group).alert, told: undefined }, to, {
        status: 'waiting',
        notBefore: now,
        lastOutcome: 'moved',
        attempts: 0,
      }),
    );
    await recorder.record({ ahead: deferred });
    const { subscriptions, sentMessages } = parts;
    const there = await recorder.insist(() => subscriptions.get(to));
    if (there === undefined)
      await recorder.insist(() => subscriptions.save({ ...subscription, destination: to }));
    await recorder.insist(() => subscriptions.delete(old));
    await recorder.insist(() => sentMessages.forget(old));
    await recorder.record(finish(jobs));
    for (const delivery of deferred) parts.shelve(delivery);
    onEvent({ what: 'moved', destination: to, incidentIds: deferred.map(({ alert }) => alert.incidentId) });
  };

  const recordSent = async (
    items: readonly Sending[],
    destination: Destination,
    messageId: string,
  ): Promise<void> => {
    const how = items.length > 1 ? 'digest' : 'sent';
    const jobs = items.flatMap((item) => item.jobs);
    const sent: SentMessage[] = items.map((item) =>
      sentRecord(item, destination, how, messageId, item.incident.revision, clock.now()),
    );
    await recorder.record({ ...finish(jobs), sent });
    const since = Math.min(...jobs.map(({ createdAt }) => createdAt));
    onEvent({ what: how, destination, incidentIds: sent.map(({ incidentId }) => incidentId), since });
  };

  const setAside = async (
    items: readonly Sending[],
    destination: Destination,
    more: Parameters<typeof deferredRecord>[2],
  ): Promise<void> => {
    const deferred = items.map((item) => deferredRecord(item, destination, more));
    await recorder.record(
      finish(
        items.flatMap(({ jobs }) => jobs),
        deferred,
      ),
    );
    if (more.status !== 'parked') for (const delivery of deferred) parts.shelve(delivery);
    onEvent({
      what: more.status === 'parked' ? 'parked' : 'retry',
      destination,
      incidentIds: deferred.map(({ alert }) => alert.incidentId),
      why: more.lastOutcome,
    });
  };

  const retryLater = async (
    retry: Extract<Attempted, { do: 'retry' }>,
    items: readonly Sending[],
    { chain }: Turn<OwedJob>,
  ): Promise<TurnEnd> => {
    const { afterMs, everyone, slower } = retry;
    const end = { used: true, retry: { afterMs, everyone, slower } };
    if (everyone || afterMs < LONG_WAIT) return { ...end, back: items.flatMap(({ jobs }) => jobs) };
    const released = items.every(({ jobs }) => jobs.every((job) => job.released));
    const bundle = items[0]?.jobs[0].bundle;
    await setAside(items, chain.destination, {
      status: released ? 'digest' : 'waiting',
      notBefore: clock.now() + afterMs,
      lastOutcome: 'later',
      attempts: chain.attempts + 1,
      ...(bundle === undefined ? {} : { bundle }),
    });
    return end;
  };

  return async (
    attempted: Attempted,
    items: readonly Sending[],
    message: Message,
    subscription: Subscription,
    turn: Turn<OwedJob>,
  ): Promise<TurnEnd> => {
    const { destination, attempts } = turn.chain;
    if (attempted.do === 'record') {
      await recordSent(items, destination, attempted.messageId);
      await wake(subscription);
    }
    if (attempted.do === 'suspend') await suspend(attempted, subscription, items);
    if (attempted.do === 'move') await move(attempted.destination, subscription, items, turn);
    if (attempted.do === 'park')
      await setAside(items, destination, {
        status: 'parked',
        notBefore: clock.now(),
        lastOutcome: attempted.why,
        attempts: attempts + 1,
        payload: JSON.stringify({ payload: message.payload, plain: message.plain }),
      });
    if (attempted.do === 'retry') return retryLater(attempted, items, turn);
    if (attempted.do === 'stop-platform')
      return { used: true, stop: attempted.why, back: items.flatMap(({ jobs }) => jobs) };
    return { used: true };
  };
};
