import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens on the way between a client and a platform. */
export type Trouble =
  /** The connection breaks before the platform hears of the request. */
  | 'reset-before'
  /** The platform carries it out; the connection breaks before its answer. */
  | 'reset-after'
  /** The platform carries it out; half of the answer's body arrives. */
  | 'half-answer'
  /** The platform carries it out; its answer comes when nobody waits any more. */
  | 'late-answer'
  /** Somebody else answers. */
  | {
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    };

export interface TroubleProxy {
  /** To be used instead of the platform's own address. */
  readonly url: string;
  /** The next `times` requests that are the victim's meet this. */
  next(trouble: Trouble, times?: number): void;
  close(): Promise<void>;
}

export interface TroubleProxyParts {
  /** `http://127.0.0.1:PORT` */
  readonly target: string;
  /** Whether a request, `METHOD /path` and its body, is of those that meet trouble. */
  readonly isVictim: (line: string, body: string) => boolean;
  readonly lateMs: number;
}

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']);

const headersOf = (headers: Iterable<readonly [string, unknown]>): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => !HOP_BY_HOP.has(name)).map(([k, v]) => [k, String(v)]));

/** Passes requests on to a platform's stand-in, and gives chosen ones trouble. */
export const openTroubleProxy = async ({
  target,
  isVictim,
  lateMs,
}: TroubleProxyParts): Promise<TroubleProxy> => {
  const troubles: Trouble[] = [];
  const timers = new Set<NodeJS.Timeout>();

  const forward = async (request: IncomingMessage, body: string) => {
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headersOf(Object.entries(request.headers)),
      ...(body === '' ? {} : { body }),
    });
    return {
      status: answer.status,
      headers: headersOf(answer.headers.entries()),
      body: await answer.text(),
    };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readText(request);
    const trouble = isVictim(`${request.method} ${request.url}`, body) ? troubles.shift() : undefined;
    if (trouble === 'reset-before') return void request.socket.destroy();
    const answer = typeof trouble === 'object' ? trouble : await forward(request, body);
    if (trouble === 'reset-after') return void request.socket.destroy();
    const give = (): void => void response.writeHead(answer.status, answer.headers).end(answer.body);
    if (trouble === 'late-answer') return void timers.add(setTimeout(give, lateMs));
    if (trouble !== 'half-answer') return give();
    response.writeHead(answer.status, {
      ...answer.headers,
      'content-length': String(Buffer.byteLength(answer.body)),
    });
    response.write(answer.body.slice(0, answer.body.length / 2), () => request.socket.destroy());
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: (trouble, times = 1) => {
      for (let time = 0; time < times; time++) troubles.push(trouble);
    },
    close: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
