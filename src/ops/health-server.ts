import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from '../domain/errors.ts';
import type { Logger } from '../domain/ports.ts';

/** What another program posts to us, at an address of its own. */
export interface Receiver {
  readonly path: string;
  receive(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface HealthServerParts {
  /** 0: any free one. */
  readonly port: number;
  /** Every address: 0.0.0.0. */
  readonly host: string;
  readonly readiness: () => Promise<{ readonly ready: boolean }>;
  readonly metrics: { readonly contentType: string; text(): Promise<string> };
  readonly receivers?: readonly Receiver[];
  readonly logger: Logger;
}

export interface HealthServer {
  /**
   * Resolves to the port.
   * @throws ConfigError where the port is taken or forbidden
   */
  start(): Promise<number>;
  stop(): Promise<void>;
}

interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const plain = (status: number, body: string): Page => ({ status, type: 'text/plain; charset=utf-8', body });

const portError = (host: string, port: number, cause: NodeJS.ErrnoException): ConfigError =>
  new ConfigError(
    [
      {
        where: 'environment',
        what: 'HTTP_PORT',
        problem: `cannot listen on ${host}:${port} (${cause.code ?? 'unknown'})`,
        cure: 'Choose another port, or leave it out',
      },
    ],
    { cause },
  );

/**
 * `/healthz`: the process answers; `/readyz`: alerts come through; `/metrics`: for Prometheus. Tells no secret and takes no
 * order; beside them the receivers, who look themselves from whom they take.
 */
export const createHealthServer = ({
  host,
  port,
  readiness,
  metrics,
  receivers = [],
  logger,
}: HealthServerParts): HealthServer => {
  const pages: Readonly<Record<string, () => Promise<Page>>> = {
    '/healthz': async () => plain(200, 'ok\n'),
    '/readyz': async () => {
      const report = await readiness();
      const body = `${JSON.stringify(report)}\n`;
      return { status: report.ready ? 200 : 503, type: 'application/json', body };
    },
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.text() }),
  };

  const pageFor = async ({ method, url = '/' }: IncomingMessage): Promise<Page> => {
    const [path = '/'] = url.split('?');
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page === undefined) return plain(404, 'There are /healthz, /readyz and /metrics.\n');
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'GET only.\n');
    try {
      return await page();
    } catch (error) {
      logger.error('health.failed', { path, error });
      return plain(500, 'This is a bug; the log has more.\n');
    }
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, type, body } = await pageFor(request);
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      ...(status === 405 && { allow: 'GET, HEAD' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  const hand = async ({ path, receive }: Receiver, request: IncomingMessage, response: ServerResponse) => {
    try {
      await receive(request, response);
    } catch (error) {
      // Whoever posts tries again.
      logger.warn('receiver.failed', { path, error });
      if (!response.headersSent) response.writeHead(503);
      response.end();
    }
  };

  const server = createServer((request, response) => {
    const receiver = receivers.find(({ path }) => path === request.url);
    void (receiver === undefined ? answer(request, response) : hand(receiver, request, response));
  });

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error) => reject(portError(host, port, error)));
        server.listen(port, host, () => {
          const open = (server.address() as AddressInfo).port;
          logger.info('health.listening', { host, port: open });
          resolve(open);
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
