import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDriver, type TelegramDriver } from './telegram-driver.ts';
import { TELEGRAM_METHODS } from './telegram-methods.ts';
import { createPolls, type Reply } from './telegram-polls.ts';
import { type Call, type Refusal, refusalOf } from './telegram-rules.ts';
import { createPosts } from './telegram-webhook.ts';
import type { Params, ShownMessage, TelegramWorld } from './telegram-world.ts';

/** What the next call of a method meets instead of its answer. */
export type Fault =
  | Refusal
  /** The connection breaks before the call is looked at. */
  | 'reset'
  /** The call is carried out and its answer never comes. */
  | 'answer-lost'
  /** An answer that is no JSON, as a proxy on the way gives it. */
  | 'garbage';

export interface TelegramServer extends TelegramDriver {
  /** For `TELEGRAM_API_ROOT`. */
  readonly url: string;
  readonly token: string;
  readonly world: TelegramWorld;
  /** Every accepted `sendMessage`, oldest first, as it is shown now. */
  readonly sends: readonly ShownMessage[];
  /** By which of this machine's names (127.0.0.1 and the like) the server was asked for each of `sends`. */
  readonly senders: readonly string[];
  /** Every call but `getUpdates`, accepted or not, oldest first. */
  readonly calls: readonly Call[];
  /** The next `times` calls of `method` meet the fault. */
  fail(method: string, fault: Fault, times?: number): void;
  /** Stops listening and drops all connections; `plug` listens at the same address again. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

const readJson = async (request: IncomingMessage): Promise<Params> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Params);
};

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const nameOf = ({ headers }: IncomingMessage): string => headers.host?.split(':')[0] ?? '';

const replyTo =
  (response: ServerResponse): Reply =>
  (status, body) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

/**
 * A server on loopback that behaves like the Bot API, by the rules of `telegram-rules.ts`.
 * @param limits whether the limits on sending apply
 * @param host where it listens; 0.0.0.0 for every name of this machine
 */
export const startTelegramServer = async ({
  token = '123456:loopback-token',
  limits = false,
  host = '127.0.0.1',
  now = Date.now,
}: {
  token?: string;
  limits?: boolean;
  host?: string;
  now?: () => number;
} = {}): Promise<TelegramServer> => {
  const world: TelegramWorld = {
    token,
    me: { id: 123456, is_bot: true, first_name: 'Curbwatch', username: 'curbwatch_bot' },
    chats: new Map(),
    users: new Map(),
    shown: [],
    queries: new Map(),
    story: [],
    settings: new Map(),
    sends: [],
    updates: [],
    nextId: 1001,
    limits,
    now,
  };
  const polls = createPolls(world);
  const post = createPosts(world);
  const calls: Call[] = [];
  const senders: string[] = [];
  const faults: { readonly method: string; readonly fault: Fault }[] = [];

  const takeFault = (method: string): Fault | undefined => {
    const at = faults.findIndex((next) => next.method === method);
    return at === -1 ? undefined : faults.splice(at, 1)[0]?.fault;
  };

  const resultOf = (call: Call): { readonly result: unknown } | Refusal => {
    const method = TELEGRAM_METHODS[call.method];
    const refusal = refusalOf(call, world);
    if (refusal !== undefined) return refusal;
    if (method === undefined) return { error_code: 404, description: 'Not Found: method not found' };
    const result = method(call.params, world);
    if (call.method === 'setWebhook') post();
    return { result };
  };

  /** The answer of the platform; carried out if no rule is against it. */
  const perform = (call: Call, reply: Reply): void => {
    const outcome = resultOf(call);
    if ('error_code' in outcome) reply(outcome.error_code, { ok: false, ...outcome });
    else reply(200, { ok: true, ...outcome });
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, token = '', method = ''] = /^\/bot([^/]*)\/(\w+)/.exec(request.url ?? '') ?? [];
    const call: Call = { token, method, params: await readJson(request) };
    const reply = replyTo(response);
    if (method !== 'getUpdates') calls.push(call);
    const fault = takeFault(method);
    if (fault === 'reset') request.socket.destroy();
    else if (fault === 'garbage') response.writeHead(200).end('<html>Bad gateway</html>');
    else if (fault === 'answer-lost') perform(call, () => undefined);
    else if (fault !== undefined) reply(fault.error_code, { ok: false, ...fault });
    else if (method !== 'getUpdates' || refusalOf(call, world) !== undefined) perform(call, reply);
    else response.on('close', polls.poll(call.params, reply));
    if (world.shown.length > senders.length) senders.push(nameOf(request));
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  const port = await listen(server, 0, host);
  return {
    ...createDriver(world, (kind, body) => {
      polls.push(kind, body);
      post();
    }),
    url: `http://127.0.0.1:${port}`,
    token,
    world,
    sends: world.shown,
    senders,
    calls,
    fail: (method, fault, times = 1) => {
      for (let time = 0; time < times; time += 1) faults.push({ method, fault });
    },
    unplug: () => shut(server),
    plug: async () => {
      await listen(server, port, host);
    },
    close: () => shut(server),
  };
};
