import { HOUR, type Instant } from '../../domain/instant.ts';
import type { Clock } from '../../domain/ports.ts';

/** Discord publishes ten messages of a channel in an hour: https://support.discord.com/hc/en-us/articles/360032008192 */
const MOST = 10;

/** Of these, so many are kept for what is critical. */
const KEPT = 2;

/** Channels whose last hour is remembered. */
const MOST_CHANNELS = 1000;

/** Why a message is worth publishing. */
export type Worth = 'opened' | 'critical';

/** Which messages of announcement channels go to the servers that follow them. */
export interface Publications {
  /** True where one more may be published now; it then counts. */
  take(channelId: string, worth: Worth): boolean;
}

export const createPublications = (clock: Clock): Publications => {
  const channels = new Map<string, readonly Instant[]>();
  return {
    take(channelId, worth) {
      const now = clock.monotonic();
      const hour = (channels.get(channelId) ?? []).filter((at) => now - at < HOUR);
      const mayTake = hour.length < (worth === 'critical' ? MOST : MOST - KEPT);
      channels.delete(channelId);
      channels.set(channelId, mayTake ? [...hour, now] : hour);
      const oldest = channels.size > MOST_CHANNELS ? channels.keys().next().value : undefined;
      if (oldest !== undefined) channels.delete(oldest);
      return mayTake;
    },
  };
};
