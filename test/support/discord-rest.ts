import type { IncomingMessage, ServerResponse } from 'node:http';
import { createDiscordChannels } from './discord-channels.ts';
import type { DiscordInteractions } from './discord-interactions.ts';
import { commandFaults, type Json } from './discord-payload.ts';
import { apiError, formError, type Reply, rateLimited } from './discord-reply.ts';
import { CODE, GATEWAY_RULES } from './discord-rules.ts';
import type { DiscordWorld } from './discord-world.ts';

/** What goes wrong with a call: an answer, a hang-up before or after the work is done, or no answer at all. */
export type Fault = Reply | 'refuse' | 'lose-answer' | 'hang';

export interface Call {
  readonly method: string;
  /** Below `/api/v10`. */
  readonly path: string;
  readonly body: Json;
  readonly at: number;
}

export interface RestOptions {
  readonly token: string;
  readonly now: () => number;
  readonly gatewayUrl: () => string;
  readonly identifies: () => number;
  readonly shards: number;
  /** Messages that one channel takes in a window of so many milliseconds; the documentation gives no number. */
  readonly bucket: { readonly limit: number; readonly windowMs: number };
}

/** Calls of the past that a test may look at. */
const MOST_KEPT = 500;

type Handler = (ids: readonly string[], body: Json, query: URLSearchParams) => Reply;

/** The REST side of Discord v10: routes, authorisation, rate limits, and faults on request. */
export const createDiscordRest = (
  world: DiscordWorld,
  interactions: DiscordInteractions,
  options: RestOptions,
) => {
  const { now, token, bucket } = options;
  const channels = createDiscordChannels(world, now);
  const calls: Call[] = [];
  const faults: { readonly match: RegExp; readonly fault: Fault }[] = [];
  const spent = new Map<string, { count: number; resetAt: number }>();
  let commands: readonly Json[] = [];
  let refusingToken = false;

  const putCommands = (body: unknown): Reply => {
    const list = Array.isArray(body) ? (body as readonly Json[]) : [];
    const wrong = commandFaults(list);
    if (wrong.length > 0) return formError(wrong);
    commands = list.map((command) => ({
      version: world.nextId(),
      id: world.nextId(),
      application_id: world.applicationId,
      type: 1,
      nsfw: false,
      dm_permission: true,
      name_localizations: null,
      description_localizations: null,
      ...command,
    }));
    return { status: 200, body: commands };
  };

  const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
    [
      'GET',
      /^\/gateway\/bot$/,
      () => ({
        status: 200,
        body: {
          url: options.gatewayUrl(),
          shards: options.shards,
          session_start_limit: {
            total: GATEWAY_RULES.identifies.value,
            remaining: GATEWAY_RULES.identifies.value - options.identifies(),
            reset_after: 86_400_000,
            max_concurrency: 1,
          },
        },
      }),
    ],
    [
      'GET',
      /^\/applications\/@me$/,
      () => ({
        status: 200,
        body: {
          id: world.applicationId,
          name: 'Curbwatch',
          bot_public: true,
          interactions_endpoint_url: null,
        },
      }),
    ],
    ['GET', /^\/users\/@me$/, () => ({ status: 200, body: world.userJson(world.botId) })],
    ['POST', /^\/users\/@me\/channels$/, (_, body) => channels.openDirect(String(body.recipient_id))],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => ({ status: 200, body: commands })],
    ['PUT', /^\/applications\/(\d+)\/commands$/, (_, body) => putCommands(body)],
    ['GET', /^\/channels\/(\w+)$/, ([id = '']) => channels.show(id)],
    ['GET', /^\/guilds\/(\w+)\/threads\/active$/, ([id = '']) => channels.activeThreads(id)],
    ['POST', /^\/channels\/(\w+)\/messages$/, ([id = ''], body) => channels.post(id, body)],
    [
      'GET',
      /^\/channels\/(\w+)\/messages$/,
      ([id = ''], _, query) => channels.history(id, Number(query.get('limit') ?? 50)),
    ],
    [
      'PATCH',
      /^\/channels\/(\w+)\/messages\/(\w+)$/,
      ([id = '', message = ''], body) => channels.patch(id, message, body),
    ],
    [
      'POST',
      /^\/channels\/(\w+)\/messages\/(\w+)\/crosspost$/,
      ([id = '', message = '']) => channels.crosspost(id, message),
    ],
    ['POST', /^\/channels\/(\w+)\/threads$/, ([id = ''], body) => channels.startPost(id, body)],
    [
      'POST',
      /^\/interactions\/(\d+)\/([\w-]+)\/callback$/,
      ([id = '', key = ''], body) => interactions.callback(id, key, body),
    ],
    [
      'PATCH',
      /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/,
      ([key = ''], body) => interactions.editOriginal(key, body),
    ],
    ['DELETE', /^\/webhooks\/\d+\/([\w-]+)\/messages\/@original$/, () => ({ status: 204 })],
    ['POST', /^\/webhooks\/\d+\/([\w-]+)$/, ([key = ''], body) => interactions.followUp(key, body)],
  ];

  const needsToken = (path: string): boolean => !/^\/(interactions|webhooks)\//.test(path);

  const route = ({ method, path, body }: Call, query: URLSearchParams): Reply => {
    for (const [verb, pattern, handle] of ROUTES) {
      const found = verb === method ? pattern.exec(path) : null;
      if (found !== null) return handle(found.slice(1), body, query);
    }
    return { status: 404, body: { code: 0, message: '404: Not Found' } };
  };

  const draw = ({ method, path }: Call): Reply | undefined => {
    if (!/^\/channels\/\w+\/messages$/.test(path) || method !== 'POST') return undefined;
    const known = spent.get(path);
    const state =
      known === undefined || known.resetAt <= now() ? { count: 0, resetAt: now() + bucket.windowMs } : known;
    spent.set(path, state);
    state.count += 1;
    return state.count > bucket.limit ? rateLimited((state.resetAt - now()) / 1000, 'user') : undefined;
  };

  const bucketHeaders = ({ path }: Call): Readonly<Record<string, string>> => {
    const state = spent.get(path);
    if (state === undefined) return {};
    return {
      'x-ratelimit-limit': String(bucket.limit),
      'x-ratelimit-remaining': String(Math.max(0, bucket.limit - state.count)),
      'x-ratelimit-reset-after': String((state.resetAt - now()) / 1000),
      'x-ratelimit-bucket': 'messages',
    };
  };

  const takeFault = ({ method, path }: Call): Fault | undefined => {
    const at = faults.findIndex(({ match }) => match.test(`${method} ${path}`));
    return at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
  };

  const answer = (call: Call, authorization: string | undefined, query: URLSearchParams): Reply => {
    if (needsToken(call.path) && (refusingToken || authorization !== `Bot ${token}`))
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    return draw(call) ?? route(call, query);
  };

  const write = (response: ServerResponse, call: Call, { status, body, headers }: Reply): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...bucketHeaders(call), ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks).toString();
    const call: Call = {
      method: request.method ?? 'GET',
      path: decodeURIComponent(url.pathname).replace(/^\/api\/v10/, ''),
      body: sent === '' ? {} : JSON.parse(sent),
      at: now(),
    };
    calls.push(call);
    if (calls.length > MOST_KEPT) calls.shift();
    const fault = takeFault(call);
    if (typeof fault === 'object') return write(response, call, fault);
    if (fault === 'refuse') return void response.socket?.destroy();
    const reply = answer(call, request.headers.authorization, url.searchParams);
    if (fault === 'lose-answer') return void response.socket?.destroy();
    if (fault !== 'hang') write(response, call, reply);
  };

  return {
    handle,
    calls,
    commands: (): readonly Json[] => commands,
    /** The next call whose `METHOD /path` matches meets this fault; several wait in line. */
    fail: (match: RegExp, fault: Fault): void => void faults.push({ match, fault }),
    refuseToken: (yes: boolean): void => {
      refusingToken = yes;
    },
  };
};
export type DiscordRest = ReturnType<typeof createDiscordRest>;

/** Answers that a test may ask for by name. */
export const FAULTS = {
  serverError: { status: 502, body: { message: '502: Bad Gateway', code: 0 } },
  missingAccess: apiError(403, CODE.missingAccess),
  missingPermissions: apiError(403, CODE.missingPermissions),
  unknownInteraction: apiError(404, CODE.unknownInteraction),
  acknowledged: apiError(400, CODE.acknowledged),
  noMutualGuild: apiError(403, CODE.noMutualGuild),
  edgeRefusal: { status: 403, headers: { 'content-type': 'text/html' } },
  wait: (seconds: number) => rateLimited(seconds, 'user'),
  waitShared: (seconds: number) => rateLimited(seconds, 'shared'),
  waitGlobal: (seconds: number) => rateLimited(seconds, 'global'),
} as const satisfies Record<string, Reply | ((seconds: number) => Reply)>;
