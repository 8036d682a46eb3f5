import type { Explanation, Rooms } from '../commands/rooms.ts';
import type { Facts } from '../delivery/facts.ts';
import { matches } from '../delivery/match.ts';
import type { SubscriptionBook } from '../delivery/subscription-book.ts';
import type { Incident, Source } from '../domain/incident.ts';
import type { Clock, Logger, Store } from '../domain/ports.ts';
import type { FeedBook } from '../feeds/feed-book.ts';
import type { Board } from '../incidents/board.ts';
import type { Steps } from '../steps.ts';
import { createReadFate } from './fate.ts';
import { createForget, type ForgetParts } from './forget.ts';
import type { LastSent } from './last-sent.ts';
import type { ObjectionBook } from './objection-book.ts';
import type { Watch } from './watch.ts';

export interface RoomParts {
  readonly steps: Steps;
  readonly store: Store;
  readonly subscriptions: SubscriptionBook;
  readonly board: Board;
  readonly feedBook: FeedBook;
  readonly watch: Watch;
  readonly lastSent: LastSent;
  readonly objections: ObjectionBook;
  readonly forgetting: Pick<ForgetParts, 'desk' | 'incidentIds' | 'lane' | 'erase'>;
  readonly linksTo: NonNullable<Rooms['linksTo']>;
  readonly missingRights: NonNullable<Rooms['missingRights']>;
  readonly filterLimit: number;
  readonly facts: (incident: Incident) => Facts;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the incident itself remembers, where the reading is no longer in memory. */
const explainSource = ({ title, url, joined }: Source, { id, confidence }: Incident): Explanation => ({
  ...{ title, relevant: true, why: '', confidence, cues: [], joined, incidentId: id },
  ...(url !== undefined && { url }),
});

/** A source as it was read, as long as that is in memory. */
const explainOf = (source: Source, incident: Incident, watch: Watch): Explanation =>
  watch.find(source.entryId).find(({ incidentId }) => incidentId === incident.id) ??
  explainSource(source, incident);

/** The rest of the house as the commands see it; the operators' part is added once the desk stands. */
export const openRooms = (parts: RoomParts): Omit<Rooms, 'operators'> => {
  const { steps, store, subscriptions, board, feedBook, watch, facts, objections, clock, logger } = parts;
  const { catalogue, words } = steps;
  return {
    words,
    catalogue,
    subscriptions,
    board: {
      standing: board.standing,
      timeline: (exchange) => board.timeline(exchange).toReversed(),
      latest: board.latest,
      find: (idPrefix) => {
        const found = board.find(idPrefix);
        return found.length === 1 ? found[0] : undefined;
      },
      get since() {
        return board.since();
      },
    },
    feeds: () =>
      catalogue.feeds.map((feed) => {
        const state = feedBook.states.get(feed.id);
        return { feed, ...(state !== undefined && { state }) };
      }),
    why: async (idOrUrl) => {
      const [incident] = board.find(idOrUrl);
      if (incident !== undefined) return incident.sources.map((source) => explainOf(source, incident, watch));
      return watch.find(idOrUrl);
    },
    fate: createReadFate({ outbox: store.outbox, sentMessages: store.sentMessages, subscriptions }),
    matches: (filter, incident) => matches({ filters: [filter] }, facts(incident)).matched,
    lastSent: async (destination) => parts.lastSent.at(destination),
    forget: createForget({
      ...{ subscriptions, objections, sentMessages: store.sentMessages, lastSent: parts.lastSent },
      ...parts.forgetting,
    }),
    objections,
    linksTo: parts.linksTo,
    missingRights: parts.missingRights,
    clock,
    logger,
    defaults: { language: 'en', zone: 'UTC' },
    filterLimit: parts.filterLimit,
  };
};
