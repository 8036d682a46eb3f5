import { setTimeout as wait } from 'node:timers/promises';
import { type APIInteraction, type Client, Events, GatewayCloseCodes } from 'discord.js';
import { MINUTE, type Millis, SECOND } from '../../domain/instant.ts';
import type { Clock, Logger } from '../../domain/ports.ts';
import type { IdentifyThrottle } from './identify-throttle.ts';
import { INTERACTION_EVENT, type OpenClient, openClient } from './open-client.ts';
import { PRESENCE_EVENTS, type Presence, type PresenceEvent, presenceOf } from './presence.ts';

export interface GatewaySettings {
  readonly token: string;
  readonly apiRoot: string;
  readonly shards: number | 'auto';
  /** One of them; all unless set. */
  readonly shard?: number;
  readonly throttle: IdentifyThrottle;
  readonly logger: Logger;
  readonly clock: Clock;
  /** After the first failure, doubled with each further one. */
  readonly firstPause: Millis;
}

export interface GatewayEvents {
  onReady(applicationId: string): void;
  onInteraction(interaction: APIInteraction): void;
  onPresence(presence: Presence): void;
  /** In reach again after an outage. */
  onState(state: GatewayState, why?: string): void;
}

export type GatewayState = 'connected' | 'out-of-reach' | 'unauthorised';

export interface Gateway {
  /** Connects, and again after every outage, until closed or refused; never rejects. */
  run(): Promise<void>;
  close(): Promise<void>;
  client(): Client | undefined;
}

/** Why a client is of no use any more. */
interface End {
  readonly isRefused: boolean;
  readonly why: string;
}

/** discord.js tries twice a second without end; after so many we pause, longer each time. */
const MOST_RECONNECTS = 10;
const LONGEST_PAUSE: Millis = 15 * MINUTE;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const endOf = (error: unknown): End => ({
  isRefused: codeOf(error) === 'TokenInvalid',
  why: codeOf(error) || (error instanceof Error ? error.message : String(error)),
});

/** Resolves when the client has ended for good: refused, closed by a fatal code, or reconnecting without success. */
const watch = (client: Client, { onReady, onState }: GatewayEvents): Promise<End> =>
  new Promise((resolve) => {
    let reconnects = 0;
    const connected = (): void => {
      reconnects = 0;
      onState('connected');
    };
    client.on(Events.ShardReady, connected);
    client.on(Events.ShardResume, connected);
    client.on(Events.ClientReady, ({ application }) => onReady(application.id));
    client.on(Events.ShardDisconnect, ({ code }) =>
      resolve({ isRefused: code === GatewayCloseCodes.AuthenticationFailed, why: `closed with ${code}` }),
    );
    client.on(Events.ShardReconnecting, () => {
      reconnects += 1;
      if (reconnects > 1) onState('out-of-reach', 'reconnecting');
      if (reconnects >= MOST_RECONNECTS) resolve({ isRefused: false, why: 'reconnecting without success' });
    });
  });

/** The websocket side: commands come in by it, nothing goes out. */
export const createGateway = (settings: GatewaySettings, events: GatewayEvents): Gateway => {
  const { token, logger, clock, firstPause } = settings;
  const closed = new AbortController();
  const whenClosed = new Promise<End>((resolve) => {
    closed.signal.addEventListener('abort', () => resolve({ isRefused: false, why: 'closed' }));
  });
  let open: OpenClient | undefined;

  /** A listener that throws would end the process. */
  const guarded =
    <T>(listen: (given: T) => void) =>
    (given: T): void => {
      try {
        listen(given);
      } catch (error) {
        logger.error('discord.event-failed', { error });
      }
    };

  const listen = (client: Client): void => {
    client.on(Events.Error, (error) => logger.warn('discord.client-error', { error }));
    client.on(Events.ShardError, (error) => logger.debug('discord.shard-error', { error }));
    client.ws.on(INTERACTION_EVENT, guarded(events.onInteraction));
    const tell = (event: PresenceEvent) =>
      guarded((packet: object) => {
        const presence = presenceOf(client, event, packet);
        if (presence !== undefined) events.onPresence(presence);
      });
    for (const event of PRESENCE_EVENTS) client.ws.on(event, tell(event));
  };

  /** One client from its login to its end. */
  const live = async (): Promise<End & { readonly lasted: Millis }> => {
    const startedAt = clock.monotonic();
    open = openClient(settings);
    const { client } = open;
    listen(client);
    const ended = watch(client, events);
    const failed = client.login(token).then(() => ended, endOf);
    const end = await Promise.race([ended, failed, whenClosed]);
    await open.close().catch((error: unknown) => logger.debug('discord.close-failed', { error }));
    open = undefined;
    return { ...end, lasted: clock.monotonic() - startedAt };
  };

  const run = async (): Promise<void> => {
    for (let failures = 1; !closed.signal.aborted; failures += 1) {
      const { isRefused, why, lasted } = await live();
      if (closed.signal.aborted) return;
      if (isRefused) return events.onState('unauthorised', why);
      if (lasted > LONGEST_PAUSE) failures = 1;
      events.onState('out-of-reach', why);
      const pause = Math.min(firstPause * 2 ** (failures - 1), LONGEST_PAUSE);
      await wait(pause, undefined, { signal: closed.signal }).catch((reason: unknown) =>
        logger.debug('discord.wait-ended', { why: String(reason) }),
      );
    }
  };

  return {
    run,
    close: async () => {
      closed.abort();
      await open?.close();
    },
    client: () => open?.client,
  };
};

export const FIRST_PAUSE: Millis = 2 * SECOND;
