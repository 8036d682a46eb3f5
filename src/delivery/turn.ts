import type { Message } from '../domain/card.ts';
import type { Destination } from '../domain/destination.ts';
import { hashId } from '../domain/hash-id.ts';
import type { Subscription } from '../domain/subscription.ts';
import { atLeast } from '../domain/taxonomy.ts';
import { attemptSend } from './attempt.ts';
import type { Turn } from './backlog.ts';
import { createConclude } from './conclude.ts';
import { createEditor } from './edit.ts';
import type { TurnEnd } from './lane.ts';
import { backoff } from './outcome-policy.ts';
import { jobOfDeferred, type OwedJob, REVIVAL } from './owed.ts';
import { type DropReason, planDelivery } from './plan.ts';
import { deliveryId } from './route.ts';
import { deferredRecord, droppedRecord, finish } from './settlement.ts';
import { byIncident, latest, type Ready, type Sending, type TurnParts } from './turn-parts.ts';

/** The role is called once for an incident, and again when it turns graver. */
const mentionOf = ({ plan, incident }: Sending, { mention }: Subscription): string | undefined => {
  const isCall = plan.alert.change === 'opened' || plan.alert.reasons.includes('severity-rose');
  return isCall && mention !== undefined && atLeast(incident.severity, mention.from)
    ? mention.role
    : undefined;
};

const isRevival = ({ deferred }: OwedJob): boolean => deferred?.lastOutcome === REVIVAL;

const SLEEPS: ReadonlySet<DropReason> = new Set<DropReason>(['paused', 'forbidden', 'gone']);

const bundleId = (items: readonly Sending[], destination: Destination): string =>
  hashId('bundle', ...items.map(({ plan }) => deliveryId(plan.alert, destination)));

const isSending = (ready: Ready): ready is Sending => ready.plan.do === 'send';

/** Takes the turn of a destination: reads the world anew, decides, sends at most one message, and records. */
export const createTurnTaker = (parts: TurnParts): ((turn: Turn<OwedJob>) => Promise<TurnEnd>) => {
  const { messenger, composer, recorder, clock, onEvent } = parts;
  const conclude = createConclude(parts);
  const edit = createEditor(parts);

  const prepare = async (
    jobs: readonly [OwedJob, ...OwedJob[]],
    destination: Destination,
    subscription: Subscription | undefined,
  ): Promise<Ready | undefined> => {
    const { alert } = latest(jobs);
    const read = await parts.readIncident(alert.incidentId, alert.revision);
    if (read === undefined) return undefined;
    const [told] = await parts.sentMessages.get(alert.incidentId, [destination]);
    const plan = planDelivery({
      alert,
      owedSince: Math.min(...jobs.map(({ createdAt }) => createdAt)),
      incident: read.incident,
      facts: read.facts,
      subscription,
      told,
      reasons: parts.reasonsBetween(read.incident, told?.revision ?? 0),
      released: jobs.every(({ released }) => released),
      revival: jobs.some(isRevival),
      now: clock.now(),
    });
    return { jobs, alert, told, plan, incident: read.incident };
  };

  /** Ends an item for which nothing is sent. */
  const close = async (item: Ready, destination: Destination): Promise<void> => {
    const { plan, jobs, alert } = item;
    const note = { destination, incidentIds: [alert.incidentId] };
    if (plan.do === 'settle') await recorder.record(finish(jobs));
    if (plan.do === 'drop') {
      // Of what it sleeps through nothing is noted: it is still news when the subscription wakes. Nor of a place that
      // has left: it may have asked to be forgotten.
      const isNoted = plan.why !== 'unsubscribed' && !SLEEPS.has(plan.why);
      const sent = isNoted ? [droppedRecord(item, destination, clock.now())] : [];
      await recorder.record({ ...finish(jobs), sent });
      onEvent({ ...note, what: 'dropped', why: plan.why });
    }
    if (plan.do === 'hold') {
      const deferred = deferredRecord(item, destination, {
        status: 'digest',
        notBefore: plan.until,
        lastOutcome: 'held',
        attempts: 0,
      });
      await recorder.record(finish(jobs, [deferred]));
      parts.shelve(deferred);
      onEvent({ ...note, what: 'held' });
    }
  };

  const composeAlert = (item: Sending, subscription: Subscription): Message => {
    const { alert, silent, replyTo } = item.plan;
    const mention = silent ? undefined : mentionOf(item, subscription);
    return {
      ...composer.alert(messenger, item.incident, alert, subscription),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(silent ? { silent } : {}),
      ...(mention === undefined ? {} : { mention }),
    };
  };

  const composeDigest = (items: readonly Sending[], subscription: Subscription): Message => {
    const incidents = items.map(({ incident }) => incident);
    const message = composer.digest(messenger, incidents, subscription);
    const silent = items.every(({ plan }) => plan.silent);
    return silent ? { ...message, silent } : message;
  };

  const compose = (
    items: readonly [Sending, ...Sending[]],
    subscription: Subscription,
  ): { message: Message; id: string } => {
    const [first, ...others] = items;
    const { destination } = subscription;
    const { bundle } = first.jobs[0];
    return others.length === 0
      ? {
          message: composeAlert(first, subscription),
          id: bundle ?? deliveryId(first.plan.alert, destination),
        }
      : { message: composeDigest(items, subscription), id: bundle ?? bundleId(items, destination) };
  };

  /**
   * Writes down what goes out together before it does: after a crash it is the same message under the same id. A
   * digest of one too: until the repeat, others may have fallen due.
   */
  const pin = async (
    items: readonly [Sending, ...Sending[]],
    destination: Destination,
  ): Promise<readonly [Sending, ...Sending[]]> => {
    const [{ jobs }] = items;
    const isAlone = items.length === 1 && jobs.length === 1 && jobs[0].company !== 'bundle';
    if (isAlone || jobs[0].bundle !== undefined) return items;
    const bundle = bundleId(items, destination);
    const pinned = items.map((item) =>
      deferredRecord(item, destination, {
        status: item.jobs.every(({ released }) => released) ? 'digest' : 'waiting',
        notBefore: clock.now(),
        lastOutcome: item.jobs.some(isRevival) ? REVIVAL : 'bundled',
        attempts: 0,
        bundle,
      }),
    );
    await recorder.record(
      finish(
        items.flatMap((item) => item.jobs),
        pinned,
      ),
    );
    const [first, ...others] = items.map((item, at): Sending => {
      const deferred = pinned[at];
      return deferred === undefined ? item : { ...item, jobs: [jobOfDeferred(deferred)] };
    });
    return first === undefined ? items : [first, ...others];
  };

  const send = async (
    sending: readonly [Sending, ...Sending[]],
    subscription: Subscription,
    turn: Turn<OwedJob>,
  ): Promise<TurnEnd> => {
    const { destination, attempts } = turn.chain;
    try {
      const { message, id } = compose(sending, subscription);
      const plain = (refused: Message): Message => composer.plain(messenger, refused);
      const tries = attempts + 1;
      const { attempted, message: last } = await attemptSend(
        messenger,
        destination,
        message,
        id,
        tries,
        plain,
        turn.again,
      );
      return await conclude(attempted, sending, last, subscription, turn);
    } catch (error) {
      // One delivery is an edge at which a bug is caught. Only what is still owed goes back.
      parts.logger.error('delivery-failed', { platform: messenger.platform, error });
      const retry = { afterMs: backoff(attempts + 1), everyone: false, slower: false };
      return { used: true, back: sending.flatMap(({ jobs }) => jobs), retry };
    }
  };

  return async (turn) => {
    const { destination } = turn.chain;
    if (turn.jobs[0].edit === true) return edit(turn.jobs[0], destination);
    const subscription = await parts.subscriptions.get(destination);
    const groups = byIncident(turn.jobs);
    const items = await Promise.all(groups.map((jobs) => prepare(jobs, destination, subscription)));
    // From here on some jobs may be done: nothing may throw them all back.
    const unwritten = groups.filter((_, at) => items[at] === undefined).flat();
    for (const job of unwritten) parts.postpone({ ...job, to: [destination] });
    const ready = items.filter((item) => item !== undefined);
    await Promise.all(ready.filter((item) => !isSending(item)).map((item) => close(item, destination)));
    const [first, ...others] = ready.filter(isSending);
    if (first === undefined || subscription === undefined) return { used: false };
    return send(await pin([first, ...others], destination), subscription, turn);
  };
};
