import { EVERYTHING } from '../commands/parse-filter.ts';
import type { Clock, Subscriptions } from '../domain/ports.ts';
import { TERMINAL_CHAT } from '../platforms/terminal/bot.ts';

/** The demo's reader has said `/subscribe` already. */
export const subscribeTerminal = (subscriptions: Pick<Subscriptions, 'save'>, clock: Clock): Promise<void> =>
  subscriptions.save({
    v: 1,
    destination: TERMINAL_CHAT,
    state: 'active',
    stateSince: clock.now(),
    language: 'en',
    zone: 'UTC',
    cadence: 'instant',
    digestAt: '08:00',
    filters: [{ id: 'a', ...EVERYTHING }],
    muted: [],
    createdAt: clock.now(),
  });
