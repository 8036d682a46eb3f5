import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './discord-payload.ts';
import { CLOSE, GATEWAY_RULES, OP } from './discord-rules.ts';
import type { DiscordWorld } from './discord-world.ts';

/** Events that a session may get again when it resumes. */
const MOST_KEPT = 500;

interface Session {
  readonly id: string;
  sequence: number;
  /** Kept for a resume. */
  readonly events: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly heartbeatMs: number;
  readonly token: string;
}

/** The websocket side: HELLO, IDENTIFY, READY, heartbeats, RESUME, and dispatches with their numbers. */
export const createDiscordGateway = (
  http: Server,
  world: DiscordWorld,
  { heartbeatMs, token }: GatewayOptions,
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

  const ready = (session: Session): void => {
    const guilds = [...world.guilds.values()];
    emit(session, 'READY', {
      v: 10,
      user: world.userJson(world.botId),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: address(),
      application: { id: world.applicationId, flags: 0 },
    });
    for (const guild of guilds) if (guild.available) emit(session, 'GUILD_CREATE', world.guildJson(guild));
  };

  const identify = (socket: WebSocket, d: Json): Session | undefined => {
    if (d.token !== token) return hangUp(socket, CLOSE.authenticationFailed.value);
    if ((Number(d.intents) & GATEWAY_RULES.privileged.value) !== 0)
      return hangUp(socket, CLOSE.disallowedIntents.value);
    counts.identifies += 1;
    identified.push(d);
    const session: Session = { id: `session${counts.identifies}`, sequence: 0, events: [], socket };
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
    /** Tells every session, also one that is away and may resume. */
    dispatch(t: string, d: unknown): void {
      for (const session of sessions.values()) emit(session, t, d);
    },
    drop: (code: number): void => everySocket((socket) => socket.close(code)),
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
