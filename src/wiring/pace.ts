import type { Settings } from '../config/settings.ts';
import type { LaneSettings } from '../delivery/delivery-desk.ts';
import type { Platform } from '../domain/destination.ts';
import { MINUTE, SECOND } from '../domain/instant.ts';

/** More alerts than these for one chat become one message. */
const HANDFUL = 5;

type Rates = Pick<Settings, 'telegramPerSecond' | 'discordPerSecond'>;

/** Requests on their way at once where no limit holds them back: while half of them are written down, the others go. */
const UNLIMITED_CONCURRENCY = 128;

/** The ceiling is 28 where the limit is 30. */
const LIMIT_TO_CEILING = 30 / 28;
/** Clocks differ a little, and so do ways: a place in a window is taken for free only so much later. */
const MARGIN = 1.02;

/**
 * Telegram: "avoid sending more than one message per second" in a chat, "not be able to send more than 20 messages per
 * minute" in a group, "about 30 messages per second" overall (https://core.telegram.org/bots/faq#broadcasting-to-users).
 * Ids of groups and channels are negative.
 */
const ofTelegram = (perSecond: number): LaneSettings => ({
  perSecond,
  // A late timer is made good for; the window sees to it that no second gets more than its share.
  burst: 14,
  ...(Number.isFinite(perSecond) && {
    window: { count: Math.ceil(perSecond * LIMIT_TO_CEILING), perMs: SECOND * MARGIN },
  }),
  concurrency: Number.isFinite(perSecond) ? 32 : UNLIMITED_CONCURRENCY,
  handful: HANDFUL,
  chatLimits: ({ chat }) => {
    if (!Number.isFinite(perSecond)) return [];
    const everyChat = { count: 1, perMs: SECOND };
    return chat.startsWith('-') ? [everyChat, { count: 20, perMs: MINUTE }] : [everyChat];
  },
});

/** Discord: 50 requests a second overall; the library keeps each route's own limit. */
const ofDiscord = (perSecond: number): LaneSettings => ({
  perSecond,
  burst: 5,
  concurrency: Number.isFinite(perSecond) ? 16 : UNLIMITED_CONCURRENCY,
  handful: HANDFUL,
  chatLimits: () => [],
});

const TERMINAL: LaneSettings = {
  perSecond: Number.POSITIVE_INFINITY,
  burst: 1,
  concurrency: 1,
  handful: HANDFUL,
  chatLimits: () => [],
};

/** How fast each platform may be sent to. */
export const paceOf =
  ({ telegramPerSecond, discordPerSecond }: Rates) =>
  (platform: Platform): LaneSettings => {
    if (platform === 'telegram') return ofTelegram(telegramPerSecond);
    return platform === 'discord' ? ofDiscord(discordPerSecond) : TERMINAL;
  };
