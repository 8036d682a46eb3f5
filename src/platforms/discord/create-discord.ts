import { setTimeout as wait } from 'node:timers/promises';
import { Routes } from 'discord.js';
import type { Destination } from '../../domain/destination.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Clock, Logger, Messenger } from '../../domain/ports.ts';
import { channelTraits } from './channel-traits.ts';
import type { CommandIds } from './command-mentions.ts';
import type { CommandTable } from './command-table.ts';
import { FIRST_PAUSE } from './gateway.ts';
import { createGateways, type Gateways } from './gateways.ts';
import { createHealth, type DiscordHealth, judgeHeartbeat } from './health.ts';
import { createHearing, type Listeners } from './hear.ts';
import { createIdentifyThrottle, type TakeTurn } from './identify-throttle.ts';
import { createLanes } from './lanes.ts';
import { isShut, type MissingRights, missingRight, missingRights } from './missing-rights.ts';
import { outcomeOf } from './outcome.ts';
import { placeName } from './place-name.ts';
import type { Presence } from './presence.ts';
import { createRegistration } from './registration.ts';
import { createResponder } from './respond.ts';
import { closeRest, openRest } from './rest.ts';
import { createMessenger } from './send.ts';

export interface DiscordOptions extends Listeners {
  readonly token: string;
  /** `https://discord.com/api` unless set. */
  readonly apiRoot?: string;
  /** Discord ids of those who run the bot. */
  readonly operators: ReadonlySet<string>;
  readonly commandTable: CommandTable;
  readonly logger: Logger;
  readonly clock: Clock;
  /** False: a stand-in without Discord's 50 requests a second; true unless set. */
  readonly isPaced?: boolean;
  /** One unless set; `auto`: as many as Discord recommends. */
  readonly shards?: number | 'auto';
  /** Where other processes share the token; none unless set. */
  readonly takeTurn?: TakeTurn;
  /** We came to a server, left it, or a right may have changed there. */
  onPresence(presence: Presence): Promise<void>;
  /** The token is refused: this platform is over, the others go on. */
  onUnauthorised(why: string): void;
  /** After the first failed login; two seconds unless set. */
  readonly firstPause?: Millis;
  /** How long one request may take before its outcome is unknown; ten seconds unless set. */
  readonly deadline?: Millis;
}

/** Shards, each of which may be connected by another process. */
export interface Divided {
  readonly total: number;
  start(shard: number): void;
  stop(shard: number): Promise<void>;
}

export interface DiscordBot {
  readonly messenger: Messenger;
  /** Instead of `start`, where there are several. */
  readonly divided?: Divided;
  /** Resolves after the first login was tried, at most 5 s later; an unreachable host is tried again for ever. */
  start(): Promise<void>;
  /** Lets commands under way finish (at most 5 s) and hangs up. */
  stop(): Promise<void>;
  health(): DiscordHealth;
  /** What we may not do there; undefined where the gateway has not told us. */
  missingRights(destination: Destination): MissingRights | undefined;
  /** The direct messages of a person, or why they cannot be had. */
  openDirect(userId: string): Promise<Destination | Outcome>;
  /** Undefined where the gateway has not told us of it. */
  placeName(destination: Destination): string | undefined;
}

const PUBLIC_API = 'https://discord.com/api';
const PER_SECOND = 50;
/** https://discord.com/developers/docs/topics/rate-limits: interactions are not bound to the global limit. */
const UNBOUND = 10_000;
const MOST_WAITING = 10;
const LONGEST_START: Millis = 5 * SECOND;
const LONGEST_STOP: Millis = 5 * SECOND;
const DEADLINE: Millis = 10 * SECOND;

/** When the gateway last answered a heartbeat: the oldest of all shards. */
const heartbeatOf = (gateways: Gateways): Pick<DiscordHealth, 'lastHeartbeatAt'> => {
  const beats = gateways
    .clients()
    .flatMap(({ ws }) => [...ws.shards.values()].map(({ lastPingTimestamp: at }) => at));
  const oldest = Math.min(...beats);
  return beats.length === 0 || oldest < 0 ? {} : { lastHeartbeatAt: oldest };
};

/** People copy tokens together with the word that goes before them in a header. */
const bare = (token: string): string => token.trim().replace(/^(?:Bot|Bearer)\s+/i, '');

/** Waits for the signal, but no longer than `ms`. */
const until = async (signal: AbortSignal, ms: Millis): Promise<void> => {
  // The signal ends the wait by a rejection that says nothing more.
  await wait(ms, undefined, { signal, ref: false }).catch(() => signal.aborted);
};

/** Discord: slash commands in, answers and alerts out. Does nothing before `start`. */
export const createDiscord = (options: DiscordOptions): DiscordBot => {
  const {
    apiRoot = PUBLIC_API,
    logger,
    clock,
    commandTable: table,
    deadline = DEADLINE,
    isPaced = true,
  } = options;
  const token = bare(options.token);
  const rest = openRest({ token, apiRoot, perSecond: isPaced ? PER_SECOND : UNBOUND, deadlineMs: deadline });
  const unbound = openRest({ token, apiRoot, perSecond: UNBOUND, deadlineMs: deadline });
  const lanes = createLanes(MOST_WAITING, (error) => logger.error('discord.answer-lost', { error }));
  const presences = createLanes(Number.POSITIVE_INFINITY, (error) =>
    logger.error('discord.presence-failed', { error }),
  );
  const state = createHealth(logger, clock);
  const stopped = new AbortController();
  let ids: CommandIds = new Map();
  const commandIds = (): CommandIds => ids;
  const responder = createResponder(unbound, logger, commandIds);
  const hearing = createHearing({ responder, lanes, logger, operators: options.operators, table }, options);
  const register = createRegistration(unbound, table, logger, stopped.signal, (known) => {
    ids = known;
  });
  const tried = new AbortController();

  const shards = options.shards ?? 1;
  const gateways = createGateways(
    {
      token,
      apiRoot,
      ...{ shards, logger, clock },
      throttle: createIdentifyThrottle(clock, wait, options.takeTurn),
      firstPause: options.firstPause ?? FIRST_PAUSE,
    },
    {
      onReady: (applicationId) => void register(applicationId),
      onInteraction: hearing.hear,
      onPresence: (presence) => void presences.run('presence', () => options.onPresence(stillOpen(presence))),
      onState: (next, why) => {
        state.turn(next, why);
        if (next === 'unauthorised') options.onUnauthorised(why ?? '');
        tried.abort();
      },
    },
  );
  const messenger = createMessenger({
    rest,
    clock,
    logger,
    deadlineMs: deadline,
    traitsOf: (id) => channelTraits(gateways.clientOf(id), id),
    commandIds,
    missingRight: (destination) => missingRight(gateways.clientOf(destination.chat), destination),
  });

  /** Read when the caches know of the change; a change that does not let us write is none for those who wait for it. */
  const stillOpen = (presence: Presence): Presence =>
    presence.change === 'left'
      ? presence
      : {
          ...presence,
          destinations: presence.destinations.filter(
            (place) => !isShut(gateways.clientOf(place.chat), place),
          ),
        };

  /** Answers go out by REST: the gateway can be left first, so that nothing new comes in. */
  const end = async (): Promise<void> => {
    stopped.abort();
    await gateways.closeAll();
    const idle = Promise.all([hearing.idle(), presences.idle()]);
    await Promise.race([idle, wait(LONGEST_STOP, undefined, { ref: false })]);
    closeRest(rest);
    closeRest(unbound);
    state.turn('stopped');
  };
  let ending: Promise<void> | undefined;

  return {
    messenger,
    ...(typeof shards === 'number' &&
      shards > 1 && { divided: { total: shards, start: gateways.open, stop: gateways.close } }),
    start: async () => {
      gateways.open('all');
      await until(tried.signal, LONGEST_START);
    },
    stop: () => {
      ending ??= end();
      return ending;
    },
    health: () =>
      judgeHeartbeat(
        {
          ...state.get(),
          ...heartbeatOf(gateways),
          guilds: gateways.clients().reduce((sum, { guilds }) => sum + guilds.cache.size, 0),
        },
        clock.now(),
      ),
    missingRights: (destination) => missingRights(gateways.clientOf(destination.chat), destination),
    placeName: (destination) => placeName(gateways.clientOf(destination.chat), destination),
    openDirect: async (userId) => {
      try {
        const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as {
          id: string;
        };
        return { platform: 'discord', chat: channel.id };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
};
