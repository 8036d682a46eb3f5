import type { DeliveryDesk } from './delivery/delivery-desk.ts';
import type { Dispatch } from './delivery/dispatch.ts';
import type { Entry, ParsedEntry } from './domain/entry.ts';
import type { Feed, FeedState } from './domain/feed.ts';
import type { Correlated, Incident } from './domain/incident.ts';
import type { Millis } from './domain/instant.ts';
import type { Lane } from './domain/lane.ts';
import type { Clock, Enrich, FetchFeed, Store } from './domain/ports.ts';
import type { Reading } from './domain/report.ts';
import { parseFeed } from './feeds/parse.ts';
import { settleFailure } from './feeds/settle.ts';
import { keysToLookUp, type Sifted, sift } from './feeds/sift.ts';
import type { Correlator } from './incidents/correlate.ts';

export interface PipelineParts {
  readonly store: Pick<Store, 'seenEntries' | 'incidents'>;
  /** False where the catalogue was read again, and the feed is not in it as it was when its poll began. */
  readonly isAsked: (feed: Feed) => boolean;
  readonly feedStates: { get(feed: Feed): FeedState; set(state: FeedState): Promise<void> };
  readonly fetchFeed: FetchFeed;
  readonly enrich: Enrich;
  readonly classify: (entry: Entry, feed: Feed) => Reading;
  /** Has the last word on a reading of which we are not sure; absent where no judge is named. */
  readonly judge?: (entry: Entry, feed: Feed, reading: Reading) => Promise<Reading>;
  /** Has a relevant entry told in our readers' languages; absent where no judge is named. */
  readonly summarise?: (entry: Entry, reading: Reading) => Promise<Entry>;
  readonly correlator: Correlator;
  /** Everything that keeps incidents in memory. */
  readonly incidents: { put(incident: Incident): void };
  readonly dispatch: Dispatch;
  readonly desk: DeliveryDesk;
  /** Correlate, route and commit, one entry after the other, whatever feed it is from. */
  readonly lane: Lane;
  /** The way of a feed's new entries from its poll to where it is decided, where that is another process. */
  readonly handOver?: (decide: Decide) => Decide;
  readonly clock: Clock;
  readonly random: () => number;
  readonly maxEntryAge: Millis;
  /** Told of every step that stopped or passed an entry: counted, and shown by `/why`. */
  readonly onStep: (step: Step) => void;
}

/** Decides about new entries of a feed, oldest first; rejects where one could not be read or written. */
export type Decide = (feed: Feed, entries: readonly Entry[]) => Promise<void>;

/** What became of a feed's poll, or of an entry at one step. */
export type Step =
  /** In the feed, and not read: it was there before we watched, or was too old when we first saw it. */
  | {
      readonly what: 'passed-over';
      readonly feed: Feed;
      readonly title: string;
      readonly url: string;
      readonly outcome: 'first-poll' | 'too-old';
    }
  | { readonly what: 'poll'; readonly feed: Feed; readonly outcome: string; readonly detail?: string }
  | {
      readonly what: 'entry';
      readonly feed: Feed;
      readonly entry: Entry;
      readonly outcome: string;
      readonly why: string;
      readonly reading: Reading;
      readonly incidentId?: string;
    };

/** Below this an entry is so surely not ours that its article page is not worth a request. */
const WORTH_A_PAGE = 0.02;

/** The straight line for one feed: fetch, parse, sift, enrich, classify, correlate, route, deliver. */
export const createPipeline = (parts: PipelineParts) => {
  const { store, feedStates, correlator, incidents, dispatch, desk, clock, onStep } = parts;

  const stopped = async (
    feed: Feed,
    state: FeedState,
    outcome: string,
    detail?: string,
  ): Promise<undefined> => {
    onStep({ what: 'poll', feed, outcome, ...(detail !== undefined && { detail }) });
    await feedStates.set(state);
    return undefined;
  };

  const notePassedOver = (feed: Feed, passedOver: readonly ParsedEntry[]): void => {
    const outcome = feedStates.get(feed).firstPolledAt === undefined ? 'first-poll' : 'too-old';
    for (const { title, url } of passedOver)
      if (url !== undefined) onStep({ what: 'passed-over', feed, title, url, outcome });
  };

  const fetchAndSift = async (feed: Feed): Promise<Sifted | undefined> => {
    const fetched = await parts.fetchFeed(feed, feedStates.get(feed));
    if (fetched.kind === 'unchanged') return stopped(feed, fetched.state, 'unchanged');
    if (fetched.kind === 'failed') return stopped(feed, fetched.state, fetched.reason, fetched.detail);
    const { bytes, contentType, url, state } = fetched;
    const parsed = await parseFeed(bytes, { url, feed, ...(contentType !== undefined && { contentType }) });
    if (!parsed.ok) {
      const failure = settleFailure(feed, feedStates.get(feed), parsed, clock.now(), parts.random);
      return stopped(feed, failure, parsed.reason, parsed.detail);
    }
    const seen = await store.seenEntries.get(feed.id, keysToLookUp(feed, state, parsed.entries));
    const { ok: _ok, entries, language, ...wishes } = parsed;
    const options = { maxEntryAge: parts.maxEntryAge, language, wishes };
    const sifted = sift(feed, state, entries, seen, clock.now(), options);
    notePassedOver(feed, sifted.passedOver);
    return sifted;
  };

  const read = async (feed: Feed, entry: Entry): Promise<{ entry: Entry; reading: Reading }> => {
    const first = parts.classify(entry, feed);
    if (!first.relevant && first.confidence < WORTH_A_PAGE) return { entry, reading: first };
    const enriched = await parts.enrich(entry);
    const own = enriched === entry ? first : parts.classify(enriched, feed);
    const reading = (await parts.judge?.(enriched, feed, own)) ?? own;
    return { entry: (await parts.summarise?.(enriched, reading)) ?? enriched, reading };
  };

  /** Outbox, then incident: a crash between the two repeats the step with the same ids, and loses nothing. */
  const commit = async (result: Correlated): Promise<void> => {
    if (result.outcome === 'repeated') return;
    const broadcasts = await dispatch.write(result);
    const changed = result.outcome === 'merged' ? [result.merged, result.incident] : [result.incident];
    await store.incidents.save(changed);
    for (const incident of changed) incidents.put(incident);
    desk.enqueue(broadcasts);
    if (result.outcome === 'seconded') desk.seconded(result.incident.id);
  };

  const decide = async (feed: Feed, entry: Entry, reading: Reading): Promise<void> => {
    if (!parts.isAsked(feed)) return;
    if (!reading.relevant) {
      onStep({ what: 'entry', feed, entry, outcome: 'irrelevant', why: reading.why, reading });
      return;
    }
    for (const result of correlator.correlate({ entry, feed, reports: reading.reports }, clock.now())) {
      await commit(result);
      const { outcome, why, incident } = result;
      onStep({ what: 'entry', feed, entry, outcome, why, reading, incidentId: incident.id });
    }
  };

  const decideAll: Decide = async (feed, entries) => {
    const settled = await Promise.allSettled(entries.map((entry) => read(feed, entry)));
    for (const one of settled) {
      if (one.status === 'rejected') continue;
      const { entry, reading } = one.value;
      await parts.lane(() => decide(feed, entry, reading));
    }
    // Only now: one entry that cannot be read must not keep the feed's others from their readers.
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
  };
  const handOver = parts.handOver?.(decideAll) ?? decideAll;

  /** Polls one feed. Rejects only for a store that fails or a bug; the feed's state then stays as it was. */
  const poll = async (feed: Feed): Promise<void> => {
    const sifted = await fetchAndSift(feed);
    if (sifted === undefined) return;
    await handOver(feed, sifted.entries);
    if (!parts.isAsked(feed)) {
      onStep({ what: 'poll', feed, outcome: 'removed' });
      return;
    }
    await store.seenEntries.add(sifted.seen);
    await feedStates.set(sifted.state);
    onStep({ what: 'poll', feed, outcome: 'read' });
  };

  return { poll, commit };
};
