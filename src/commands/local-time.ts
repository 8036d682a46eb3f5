import type { Instant } from '../domain/instant.ts';

/** `HH:MM` on the clocks of a zone. */
export const localTime = (at: Instant, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
