import type { Instant } from '../../domain/instant.ts';
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
