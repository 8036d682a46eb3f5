import type { LaneSettings } from '../delivery/delivery-desk.ts';
import type { Platform } from '../domain/destination.ts';
import { MINUTE, SECOND } from '../domain/instant.ts';

/** More alerts than these for one chat become one message. */
const HANDFUL = 5;

/**
 * Telegram: "avoid sending more than one message per second" in a chat, "not be able to send more than 20 messages per
 * minute" in a group, "about 30 messages per second" overall (https://core.telegram.org/bots/faq#broadcasting-to-users).
 * Ids of groups and channels are negative.
 */
const TELEGRAM: LaneSettings = {
  perSecond: 28,
  burst: 4,
  concurrency: 32,
  handful: HANDFUL,
  chatLimits: ({ chat }) =>
    chat.startsWith('-')
      ? [
          { count: 1, perMs: SECOND },
          { count: 20, perMs: MINUTE },
        ]
      : [{ count: 1, perMs: SECOND }],
};

/** Discord: 50 requests a second overall; the library keeps each route's own limit. */
const DISCORD: LaneSettings = {
  perSecond: 45,
  burst: 5,
  concurrency: 16,
  handful: HANDFUL,
  chatLimits: () => [],
};

const TERMINAL: LaneSettings = {
  perSecond: Number.POSITIVE_INFINITY,
  burst: 1,
  concurrency: 1,
  handful: HANDFUL,
  chatLimits: () => [],
};

/** How fast each platform may be sent to. */
export const paceOf = (platform: Platform): LaneSettings =>
  ({ telegram: TELEGRAM, discord: DISCORD, terminal: TERMINAL })[platform];
