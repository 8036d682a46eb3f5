import { createDelivery } from '../../../src/delivery/deliver.ts';
import type { DeliveryDesk, DeliveryParts, LaneSettings } from '../../../src/delivery/delivery-desk.ts';
import { createMatchIndex } from '../../../src/delivery/match-index.ts';
import { createPlaces } from '../../../src/delivery/places.ts';
import { createSubscriptionBook, type SubscriptionBook } from '../../../src/delivery/subscription-book.ts';
import type { DeliveryEvent } from '../../../src/delivery/turn-parts.ts';
import type { Card, Message } from '../../../src/domain/card.ts';
import { type Destination, destinationKey, type Platform } from '../../../src/domain/destination.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import type { Logger, Messenger, Words } from '../../../src/domain/ports.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createMemoryStore, type Disk, emptyDisk, type Fate, type MemoryStore } from './memory-store.ts';

const ignore = (): void => undefined;
export const SILENT_LOGGER: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Words that name what they were given, so that a test can read who was told what. */
export const PLAIN_WORDS: Words = {
  languages: ['en'],
  say: (_language, key) => key,
  alert: (incident, alert, { language }) => ({
    shape: 'alert',
    tone: incident.severity,
    incidentId: incident.id,
    headline: `${incident.id} r${alert.revision} ${[alert.change, ...alert.reasons].join(' ')} ${language}`,
    status: '',
    fields: [],
    sources: [],
    sourcesLabel: '',
    footer: '',
    buttons: [],
  }),
  digest: (incidents) => ({
    shape: 'text',
    paragraphs: [[`digest ${incidents.map(({ id }) => id).join(' ')}`]],
    buttons: [],
  }),
  mistake: () => ({ shape: 'text', paragraphs: [], buttons: [] }),
  exchangeName: (id) => id,
  placeName: (code) => code,
  time: (at) => String(at),
};

const textOf = (card: Card): string =>
  card.shape === 'alert' ? card.headline : card.paragraphs.flat().join('\n');

/** A message that the platform accepted. */
export interface Accepted {
  readonly to: string;
  readonly text: string;
  readonly at: number;
  readonly id: string;
  readonly message: Message;
  /** The desk says that it may have been sent before. */
  readonly again: boolean;
}

/** A platform that accepts messages, or answers as `answer` says; it takes `latencyMs` of the fake clock. */
export interface FakePlatform extends Messenger {
  readonly accepted: Accepted[];
  /** `chat message text` of each edit. */
  readonly edited: string[];
}

/** Undefined accepts the message; a promise that never ends is a process that was killed. */
export type Answer = (
  destination: Destination,
  message: Message,
  attempt: number,
) => Outcome | Promise<never> | undefined;

export const createFakePlatform = (
  platform: Platform,
  clock: FakeClock,
  answer: Answer = () => undefined,
  latencyMs = 0,
  onAccepted: (count: number) => void = ignore,
): FakePlatform => {
  const accepted: Accepted[] = [];
  const edited: string[] = [];
  const attempts = new Map<string, number>();
  const accept = (destination: Destination, message: Message, id: string, again: boolean): Outcome => {
    accepted.push({
      to: destinationKey(destination),
      text: String(message.payload),
      at: clock.monotonic(),
      id,
      message,
      again,
    });
    onAccepted(accepted.length);
    return { kind: 'sent', messageId: `m${accepted.length}` };
  };
  return {
    platform,
    accepted,
    edited,
    render: (card) => ({ payload: textOf(card), plain: `plain ${textOf(card)}` }),
    async send(destination, message, id, again = false) {
      if (latencyMs > 0) await new Promise<void>((resolve) => void clock.after(latencyMs, resolve));
      const attempt = (attempts.get(destinationKey(destination)) ?? 0) + 1;
      attempts.set(destinationKey(destination), attempt);
      return answer(destination, message, attempt) ?? accept(destination, message, id, again);
    },
    async edit(destination, messageId, message) {
      edited.push(`${destinationKey(destination)} ${messageId} ${String(message.payload)}`);
      return { kind: 'sent', messageId };
    },
  };
};

export const UNLIMITED: LaneSettings = {
  perSecond: Number.POSITIVE_INFINITY,
  burst: 1,
  concurrency: 64,
  handful: 5,
  chatLimits: () => [],
};

export interface World {
  readonly disk: Disk;
  readonly store: MemoryStore;
  readonly clock: FakeClock;
  readonly platform: FakePlatform;
  readonly book: SubscriptionBook;
  readonly events: DeliveryEvent[];
  readonly desk: DeliveryDesk;
}

export interface WorldParts {
  readonly disk?: Disk;
  readonly clock?: FakeClock;
  readonly answer?: Answer;
  readonly latencyMs?: number;
  readonly onAccepted?: (count: number) => void;
  readonly settings?: Partial<LaneSettings>;
  readonly fate?: Fate;
  readonly more?: Partial<DeliveryParts>;
}

/** A delivery desk on a memory store, one platform and a clock that stands. */
export const createWorld = (parts: WorldParts = {}): World => {
  const { disk = emptyDisk(), clock = createFakeClock(), answer, latencyMs, settings = {}, fate } = parts;
  const store = createMemoryStore(disk, fate);
  const platform = createFakePlatform('telegram', clock, answer, latencyMs, parts.onAccepted);
  const index = createMatchIndex(createPlaces([]));
  const book = createSubscriptionBook(store.subscriptions, index);
  const events: DeliveryEvent[] = [];
  const desk = createDelivery({
    outbox: store.outbox,
    sentMessages: store.sentMessages,
    subscriptions: book,
    incident: (id) => disk.incidents.get(id),
    readFacts: index.readFacts,
    messengers: new Map([[platform.platform, platform]]),
    pace: () => ({ ...UNLIMITED, ...settings }),
    words: PLAIN_WORDS,
    clock,
    logger: SILENT_LOGGER,
    after: clock.after,
    onEvent: (event) => events.push(event),
    ...parts.more,
  });
  return { disk, store, clock, platform, book, events, desk };
};
