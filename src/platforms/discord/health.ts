import { type Instant, type Millis, SECOND } from '../../domain/instant.ts';
import type { Clock, Logger } from '../../domain/ports.ts';
import type { GatewayState } from './gateway.ts';

export interface DiscordHealth {
  readonly state: 'starting' | GatewayState | 'stopped';
  readonly since: Instant;
  /** When Discord last answered a heartbeat; the gateway is dead if that is long ago. */
  readonly lastHeartbeatAt?: Instant;
  readonly guilds: number;
  readonly why?: string;
}

/** Discord wants a heartbeat about every 41 s and answers it at once: three that stay away are no accident. */
const LONGEST_SILENCE: Millis = 130 * SECOND;

/** A gateway that calls itself connected, and whose heartbeats are answered no more, is out of reach. */
export const judgeHeartbeat = (health: DiscordHealth, now: Instant): DiscordHealth => {
  const silence = now - (health.lastHeartbeatAt ?? health.since);
  return health.state === 'connected' && silence > LONGEST_SILENCE
    ? { ...health, state: 'out-of-reach', why: `no heartbeat for ${Math.round(silence / SECOND)} s` }
    : health;
};

/** Keeps the state and logs each change of it once. */
export const createHealth = (logger: Logger, clock: Clock) => {
  let state: DiscordHealth = { state: 'starting', since: clock.now(), guilds: 0 };
  return {
    get: () => state,
    turn: (next: DiscordHealth['state'], why?: string): void => {
      if (state.state === next) return;
      state = { state: next, since: clock.now(), guilds: 0, ...(why === undefined ? {} : { why }) };
      if (why === undefined) logger.info(`discord.${next}`);
      else logger.warn(`discord.${next}`, { why });
    },
  };
};
