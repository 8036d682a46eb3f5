import { afterEach, describe, expect, test } from '@jest/globals';
import { createAsk } from '../../src/feeds/ask.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';

let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** Only the address on which the test server listens counts as public here. */
const ask = createAsk({
  userAgent: 'Curbwatch/1.0',
  allows: (address) => address === '127.0.0.1',
  resolve: async (host) => [{ address: host === 'public.example' ? '127.0.0.1' : '10.0.0.1', family: 4 }],
});

const askServer = async (location: string) => {
  server = await startFeedServer((_request, response) => response.writeHead(302, { location }).end());
  return ask(server.url('/'), {}, new AbortController().signal);
};

describe('a redirect', () => {
  test('to a literal that is not allowed is refused', async () => {
    await expect(askServer('http://[::1]/')).rejects.toThrow('::1 is not a public address');
  });

  test('to a name that resolves to what is not allowed is refused', async () => {
    await expect(askServer('http://inside.example/')).rejects.toThrow('inside.example resolves to 10.0.0.1');
  });

  test('to another protocol is refused', async () => {
    await expect(askServer('file:///etc/passwd')).rejects.toThrow('file: is no protocol of feeds');
  });
});

describe('a name', () => {
  test('is asked at the very address that was checked', async () => {
    server = await startFeedServer((_request, response) => response.writeHead(200).end('x'));
    const { port } = new URL(server.url('/'));
    const answer = await ask(`http://public.example:${port}/a`, {}, new AbortController().signal);
    answer.body.resume();
    expect(answer.status).toBe(200);
    expect(server.requests[0]).toMatchObject({ path: '/a', headers: { host: `public.example:${port}` } });
  });
});
