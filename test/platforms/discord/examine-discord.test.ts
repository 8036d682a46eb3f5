import { afterEach, describe, expect, test } from '@jest/globals';
import { examineDiscord } from '../../../src/platforms/discord/examine-discord.ts';
import { openDiscordServer } from '../../support/discord-server.ts';
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts';

let odd: FeedServer | undefined;

afterEach(async () => {
  await odd?.close();
  odd = undefined;
});

/** An application whose commands go elsewhere, that is private and has logged in too often. */
const oddApplication = async (): Promise<string> => {
  odd = await startFeedServer((request, response) => {
    const answers: Readonly<Record<string, unknown>> = {
      '/v10/users/@me': { id: '1', username: 'odd' },
      '/v10/applications/@me': {
        bot_public: false,
        interactions_endpoint_url: 'https://hooks.example/secret-path',
      },
      '/v10/gateway/bot': { session_start_limit: { total: 1000, remaining: 3 } },
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[request.url ?? '']));
  });
  return odd.url('');
};

describe('the examination of a Discord token', () => {
  test('is content with a bot that hears its commands', async () => {
    const server = await openDiscordServer({ token: 'a-token' });
    const findings = await examineDiscord('a-token', server.apiRoot);
    expect(findings.map(({ state }) => state)).toEqual(['good', 'good', 'good', 'good']);
    await server.close();
  });

  test.each([
    ['bad', 'an interactions endpoint is set', 'Interactions Endpoint URL'],
    ['doubtful', 'the bot is private', 'Public Bot'],
    ['bad', '3 logins are left today', 'restarts'],
  ])('finds %s: %s, and what to do: %s', async (state, what, cure) => {
    const findings = await examineDiscord('a-token', await oddApplication());
    expect(findings).toContainEqual({
      state,
      what: expect.stringContaining(what),
      cure: expect.stringContaining(cure),
    });
  });

  test('tells a token that is refused from a host that does not answer, and shows the token in neither', async () => {
    const server = await openDiscordServer({ token: 'a-token' });
    const refused = await examineDiscord('wrong-token', server.apiRoot);
    await server.close();
    const silent = await examineDiscord('wrong-token', server.apiRoot);
    expect(refused).toMatchObject([{ state: 'bad', cure: expect.stringContaining('Reset Token') }]);
    expect(silent).toMatchObject([{ state: 'bad', cure: expect.stringContaining('network') }]);
    expect(JSON.stringify([refused, silent])).not.toContain('wrong-token');
  });
});
