import { afterEach, describe, expect, test } from '@jest/globals';
import { ConfigError } from '../../src/domain/errors.ts';
import {
  createHealthServer,
  type HealthServer,
  type HealthServerParts,
} from '../../src/ops/health-server.ts';
import { silentLogger } from '../support/feed-builders.ts';

const running: HealthServer[] = [];

const open = async (parts: Partial<HealthServerParts> = {}) => {
  const server = createHealthServer({
    port: 0,
    host: '127.0.0.1',
    readiness: async () => ({ ready: true }),
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'curbwatch_polls_total 1\n' },
    logger: silentLogger,
    ...parts,
  });
  const port = await server.start();
  running.push(server);
  return { port, ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) };
};

describe('the health server', () => {
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
  });

  test('says that the process answers, whatever else is wrong', async () => {
    const { ask } = await open({ readiness: () => Promise.reject(new Error('broken')) });
    const response = await ask('/healthz');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('ok\n');
  });

  test.each([
    [true, 200],
    [false, 503],
  ])('answers ready=%s with status %i and the report', async (ready, status) => {
    const { ask } = await open({ readiness: async () => ({ ready }) });
    const response = await ask('/readyz?verbose');
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ ready });
  });

  test('serves the metrics under their own content type', async () => {
    const { ask } = await open();
    const response = await ask('/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(await response.text()).toBe('curbwatch_polls_total 1\n');
  });

  test('answers HEAD without a body', async () => {
    const { ask } = await open();
    const response = await ask('/metrics', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test.each(['/', '/metrics/x', '/constructor', '/%2e%2e/etc/passwd'])('knows no %s', async (path) => {
    const { ask } = await open();
    expect((await ask(path)).status).toBe(404);
  });

  test('refuses to be written to', async () => {
    const { ask } = await open();
    const response = await ask('/metrics', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  test('keeps the words of an error to the log', async () => {
    const { ask } = await open({ readiness: () => Promise.reject(new Error('postgres://u:hunter22@host')) });
    const response = await ask('/readyz');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter22');
  });

  test('calls a port that is taken a fault of the configuration, with its cure', async () => {
    const { port } = await open();
    const failure = open({ port });
    await expect(failure).rejects.toThrow(ConfigError);
    await expect(failure).rejects.toThrow(/HTTP_PORT.*EADDRINUSE.*Choose another port/);
  });

  test('listens no more once stopped', async () => {
    const { ask } = await open();
    await ask('/healthz');
    await running.pop()?.stop();
    await expect(ask('/healthz')).rejects.toThrow();
  });
});
