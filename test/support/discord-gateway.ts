import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './discord-payload.ts';
import { CLOSE, GATEWAY_RULES, OP } from './discord-rules.ts';
import type { DiscordWorld } from './discord-world.ts';

/** Events that a session may get again when it resumes. */
const MOST_KEPT = 500;

const ENDS_SESSION: ReadonlySet<number> = new Set([
  CLOSE.notAuthenticated.value,
  CLOSE.invalidSequence.value,
  CLOSE.sessionTimedOut.value,
]);

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  sequence: number;
  /** Kept for a resume. */
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly heartbeatMs: number;
  readonly token: string;
  /** How many shards Discord recommends; a session hears of its own guilds alone. */
  readonly shards: number;
}

/** The websocket side: HELLO, IDENTIFY, READY, heartbeats, RESUME, and dispatches with their numbers. */
export const createDiscordGateway = (
  http: Server,
  world: DiscordWorld,
  { heartbeatMs, token, shards: least }: GatewayOptions,
) => {
  const sockets = new WebSocketServer({ server: http });
  const sessions = new Map<string, Session>();
  const counts = { connections: 0, refused: 0, identifies: 0, resumes: 0, heartbeats: 0 };
  const identified: Json[] = [];
  let acknowledging = true;
  let refusing: number | undefined;

  const emit = (session: Session, t: string, d: unknown): void => {
    session.sequence += 1;
    const event = { s: session.sequence, t, d };
    session.events.push(event);
    if (session.events.length > MOST_KEPT) session.events.shift();
    session.socket?.send(JSON.stringify({ op: OP.dispatch, ...event }));
  };

  /** `(guild_id >> 22) % num_shards`; direct messages go to the first. */
  const isOf = ({ shard, shards }: Session, guild: unknown): boolean =>
    typeof guild === 'string' ? Number((BigInt(guild) >> 22n) % BigInt(shards)) === shard : shard === 0;

  const ready = (session: Session): void => {
    const guilds = [...world.guilds.values()].filter(({ id }) => isOf(session, id));
    emit(session, 'READY', {
      v: 10,
      user: world.userJson(world.botId),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: address(),
      application: { id: world.applicationId, flags: 0 },
      shard: [session.shard, session.shards],
    });
    for (const guild of guilds) if (guild.available) emit(session, 'GUILD_CREATE', world.guildJson(guild));
  };

  const identify = (socket: WebSocket, d: Json): Session | undefined => {
    if (d.token !== token) return hangUp(socket, CLOSE.authenticationFailed.value);
    if ((Number(d.intents) & GATEWAY_RULES.privileged.value) !== 0)
      return hangUp(socket, CLOSE.disallowedIntents.value);
    const [shard, shards] = Array.isArray(d.shard) ? d.shard.map(Number) : [0, 1];
    if (shard === undefined || shards === undefined || shard >= shards)
      return hangUp(socket, CLOSE.invalidShard.value);
    if (shards < least) return hangUp(socket, CLOSE.shardingRequired.value);
    counts.identifies += 1;
    identified.push(d);
    const id = `session${counts.identifies}`;
    const session: Session = { id, shard, shards, sequence: 0, events: [], socket };
    sessions.set(session.id, session);
    ready(session);
    return session;
  };

  const resume = (socket: WebSocket, d: Json): Session | undefined => {
    const session = sessions.get(String(d.session_id));
    if (session === undefined) {
      socket.send(JSON.stringify({ op: OP.invalidSession, d: false }));
      return undefined;
    }
    counts.resumes += 1;
    session.socket = socket;
    for (const event of session.events.filter(({ s }) => s > Number(d.seq)))
      socket.send(JSON.stringify({ op: OP.dispatch, ...event }));
    emit(session, 'RESUMED', {});
    return session;
  };

  const hangUp = (socket: WebSocket, code: number): undefined => {
    socket.close(code);
    return undefined;
  };

  const receive = (
    socket: WebSocket,
    session: Session | undefined,
    { op, d }: { op: number; d: Json },
  ): Session | undefined => {
    if (op === OP.heartbeat) {
      counts.heartbeats += 1;
      if (acknowledging) socket.send(JSON.stringify({ op: OP.heartbeatAck }));
      return session;
    }
    if (op === OP.identify) return identify(socket, d);
    if (op === OP.resume) return resume(socket, d);
    return session === undefined ? hangUp(socket, CLOSE.notAuthenticated.value) : session;
  };

  sockets.on('connection', (socket) => {
    counts.connections += 1;
    if (refusing !== undefined) {
      counts.refused += 1;
      return socket.close(refusing);
    }
    let session: Session | undefined;
    socket.on('message', (data) => {
      session = receive(socket, session, JSON.parse(String(data)));
    });
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined;
    });
    socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: heartbeatMs } }));
  });

  const address = (): string => {
    const bound = http.address();
    return `ws://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  };

  const everySocket = (act: (socket: WebSocket) => void): void => {
    for (const socket of sockets.clients) act(socket);
  };

  return {
    address,
    counts,
    /** What clients said of themselves, in order. */
    identified: (): readonly Json[] => identified,
    /** How many clients hold a session open. */
    connected: (): number => [...sessions.values()].filter(({ socket }) => socket !== undefined).length,
    /** Tells the sessions of that guild, also one that is away and may resume. */
    dispatch(t: string, d: Json): void {
      const guild = t.startsWith('GUILD_') ? (d.guild_id ?? d.id) : d.guild_id;
      for (const session of sessions.values()) if (isOf(session, guild)) emit(session, t, d);
    },
    /** Hangs up; after these codes a session cannot be resumed. */
    drop(code: number): void {
      if (ENDS_SESSION.has(code)) sessions.clear();
      everySocket((socket) => socket.close(code));
    },
    kill: (): void => everySocket((socket) => socket.terminate()),
    askToReconnect: (): void =>
      everySocket((socket) => socket.send(JSON.stringify({ op: OP.reconnect, d: null }))),
    /** Op 9, not resumable: every session is over. */
    invalidate(): void {
      sessions.clear();
      everySocket((socket) => socket.send(JSON.stringify({ op: OP.invalidSession, d: false })));
    },
    acknowledge(yes: boolean): void {
      acknowledging = yes;
    },
    /** New connections are hung up with this code; none: they are let in. */
    refuse(code: number | undefined): void {
      refusing = code;
    },
    close(): void {
      everySocket((socket) => socket.terminate());
      sockets.close();
    },
  };
};
export type DiscordGateway = ReturnType<typeof createDiscordGateway>;
