import type { Client } from 'discord.js';
import {
  createGateway,
  type Gateway,
  type GatewayEvents,
  type GatewaySettings,
  type GatewayState,
} from './gateway.ts';

/** A shard's number, or all of them on one client. */
export type Which = number | 'all';

/** The connections of this process. */
export interface Gateways {
  /** Connects, and again after every outage, until closed or refused. */
  open(which: Which): void;
  close(which: Which): Promise<void>;
  closeAll(): Promise<void>;
  clients(): readonly Client[];
  /** The client that has been told of this channel. */
  clientOf(channel: string): Client | undefined;
}

interface Open {
  readonly gateway: Gateway;
  readonly running: Promise<void>;
  state?: GatewayState;
  why?: string | undefined;
}

/** Of several the one that readers suffer from. */
const WORST_FIRST: readonly GatewayState[] = ['unauthorised', 'out-of-reach', 'connected'];

export const createGateways = (settings: GatewaySettings, events: GatewayEvents): Gateways => {
  const all = new Map<Which, Open>();

  const tellWorst = (): void => {
    const states = [...all.values()];
    const worst = WORST_FIRST.find((state) => states.some((one) => one.state === state));
    if (worst !== undefined) events.onState(worst, states.find(({ state }) => state === worst)?.why);
  };

  const open = (which: Which): void => {
    if (all.has(which)) return;
    const onState = (state: GatewayState, why?: string): void => {
      Object.assign(mine, { state, why });
      if (all.get(which) === mine) tellWorst();
    };
    const gateway = createGateway(
      { ...settings, ...(which !== 'all' && { shard: which }) },
      { ...events, onState },
    );
    const mine: Open = { gateway, running: Promise.resolve().then(gateway.run) };
    all.set(which, mine);
  };

  const close = async (which: Which): Promise<void> => {
    const mine = all.get(which);
    all.delete(which);
    await mine?.gateway.close();
    await mine?.running;
  };

  const clients = (): readonly Client[] => [...all.values()].flatMap(({ gateway }) => gateway.client() ?? []);

  return {
    open,
    close,
    closeAll: async () => void (await Promise.all([...all.keys()].map(close))),
    clients,
    clientOf: (channel) => clients().find((client) => client.channels.cache.has(channel)) ?? clients()[0],
  };
};
