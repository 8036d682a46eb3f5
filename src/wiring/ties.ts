import type { Operators } from '../commands/rooms.ts';
import type { Role } from '../config/roles.ts';
import type { Settings } from '../config/settings.ts';
import type { DeliveryDesk, DeliveryParts } from '../delivery/delivery-desk.ts';
import type { Destination, Platform } from '../domain/destination.ts';
import type { FeedState } from '../domain/feed.ts';
import type { Instant, Millis } from '../domain/instant.ts';
import type { Store } from '../domain/ports.ts';
import type { Receiver } from '../ops/health-server.ts';
import type { Decide, Step } from '../pipeline.ts';
import type { Divided } from '../platforms/discord/create-discord.ts';
import type { Job } from '../schedule.ts';
import type { StoreOptions } from '../storage/open.ts';

/** A part of the work; the terminal is never shared. */
export type Part = Role | 'terminal';

/** What a desk of this process works with. */
export interface OwnDelivery extends Pick<DeliveryParts, 'outbox' | 'pace' | 'within' | 'incident'> {}

/** What this process hears of the others, to keep its memory exact with the store. */
export interface Ears {
  readonly subscription: (destination: Destination) => Promise<void>;
  readonly incident: (id: string) => Promise<void>;
  readonly feedState: (state: FeedState) => void;
  readonly step: (step: Step) => void;
  readonly told: (place: string, at: Instant) => void;
  readonly asked: (place: string, asks: string | undefined) => void;
  /** A place of which another process has forgotten everything. */
  readonly forgotten: (place: string) => Promise<void>;
  readonly reload: () => Promise<unknown>;
}

/** How a part begins; `catchUp` first, where another process may have had it before. */
export interface Beginning {
  readonly catchUp?: () => Promise<void>;
  readonly start: () => Promise<void> | void;
  /** Instead of `start` where several processes share the work. */
  readonly divided?: Divided;
}

/** How this process is tied to others that share its work. One that is alone has none of it: each call gives back what it got. */
export interface Ties {
  readonly store: Store;
  /** Whether it is named for this part; it does it when it `holds` it. */
  plays(part: Part): boolean;
  holds(part: Part): boolean;
  /** Begins a part as soon as it is this process's: at once, or when another has left it. */
  begin(part: Part, how: Beginning): Promise<void>;
  /** The way of new entries from where feeds are polled to where it is decided. */
  handOver(decide: Decide): Decide;
  /** The way from where it is decided to where it is delivered. `open` makes the desk of a process that delivers. */
  desk(
    of: Pick<DeliveryParts, 'pace'> & { readonly incident: DeliveryParts['incident'] },
    open: (own: OwnDelivery) => DeliveryDesk,
  ): DeliveryDesk;
  /** What operators set off, done where it is decided. */
  operators(own: Operators): Operators;
  /** Lets others hear, too. */
  steps(note: (step: Step) => void): (step: Step) => void;
  told(note: (place: string, at: Instant) => void): (place: string, at: Instant) => void;
  /** A question in a private chat, whose answer may come to another process. */
  asked(place: string, asks: string | undefined): void;
  /** Takes the ids of a place that is forgotten out of all that was told of it between processes. */
  erase(destination: Destination): Promise<void>;
  /** Resolves when none of us has greeted Discord for `gap`, and it is our turn. */
  takeTurn(gap: Millis, signal: AbortSignal): Promise<void>;
  hear(ears: Ears): void;
  readonly jobs: readonly Job[];
  /** Takes up nothing more; what is under way may end. */
  pause(): Promise<void>;
  close(): Promise<void>;
}

export type OpenTies = (settings: Settings, options: StoreOptions) => Promise<Ties>;

/** The platforms whose people this process answers at the moment. */
export const answered = <T>(platforms: ReadonlyMap<Platform, T>, { holds }: Ties): ReadonlyMap<Platform, T> =>
  new Map([...platforms].filter(([platform]) => holds(platform)));

/** What this process takes from platforms that post to us: that goes to any process that is named for them. */
export const receiversOf = (
  platforms: ReadonlyMap<Platform, { readonly receiver?: Receiver }>,
  { plays }: Ties,
): readonly Receiver[] =>
  [...platforms].flatMap(([platform, { receiver }]) =>
    receiver !== undefined && plays(platform) ? [receiver] : [],
  );
