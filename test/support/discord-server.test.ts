import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CODE, LASTS, LIMIT } from './discord-rules.ts';
import { type DiscordServer, openDiscordServer } from './discord-server.ts';
import { createHandClock } from './discord-stage.ts';

let server: DiscordServer;
let clock: ReturnType<typeof createHandClock>;
let channel: string;
beforeEach(async () => {
  clock = createHandClock();
  server = await openDiscordServer({ now: clock.now });
  channel = server.world.addChannel({ guild: server.world.addGuild('Readers') });
});
afterEach(() => server.close());

const call = async (
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; code?: number; id?: string }> => {
  const response = await fetch(`${server.apiRoot}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, ...(text === '' ? {} : JSON.parse(text)) };
};

const post = (body: unknown) => call('POST', `/channels/${channel}/messages`, body);

describe('the loopback Discord', () => {
  test.each([
    ['content', { content: 'x'.repeat(LIMIT.content.value + 1) }],
    ['title', { embeds: [{ title: 'x'.repeat(LIMIT.embedTitle.value + 1) }] }],
    ['description', { embeds: [{ description: 'x'.repeat(LIMIT.embedDescription.value + 1) }] }],
    [
      'fields',
      { embeds: [{ title: 'x', fields: Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })) }] },
    ],
    ['an empty field', { embeds: [{ title: 'x', fields: [{ name: 'n', value: '' }] }] }],
    ['the sum', { embeds: [{ description: 'x'.repeat(4000), footer: { text: 'y'.repeat(2001) } }] }],
    ['a nonce', { content: 'x', nonce: 'n'.repeat(26) }],
    [
      'an address',
      {
        content: 'x',
        components: [
          { type: 1, components: [{ type: 2, style: 5, label: 'l', url: `https://a/${'x'.repeat(512)}` }] },
        ],
      },
    ],
    [
      'rows',
      {
        content: 'x',
        components: Array.from({ length: 6 }, (_, at) => ({
          type: 1,
          components: [{ type: 2, style: 2, label: 'l', custom_id: `${at}` }],
        })),
      },
    ],
  ])('refuses what is too long or too much: %s', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: CODE.invalidForm.value });
  });

  test('refuses an empty message', async () => {
    expect(await post({})).toMatchObject({ status: 400, code: CODE.emptyMessage.value });
  });

  test('gives back the same message for the same nonce, if asked to, until it forgets', async () => {
    const body = { content: 'x', nonce: 'n1', enforce_nonce: true };
    const first = await post(body);
    clock.advance(LASTS.nonce.value);
    expect((await post(body)).id).toBe(first.id);
    clock.advance(1);
    expect((await post(body)).id).not.toBe(first.id);
  });

  test('takes a nonce for nothing where it is not enforced', async () => {
    await post({ content: 'x', nonce: 'n1' });
    await post({ content: 'x', nonce: 'n1' });
    expect(server.messages(channel)).toHaveLength(2);
  });

  test('forgets an interaction that is not acknowledged in three seconds', async () => {
    const { id, token } = server.press(channel, server.world.addUser(), 'why:1');
    clock.advance(LASTS.acknowledge.value + 1);
    expect(await call('POST', `/interactions/${id}/${token}/callback`, { type: 5 })).toMatchObject({
      status: 404,
      code: CODE.unknownInteraction.value,
    });
  });

  test('takes one acknowledgement', async () => {
    const { id, token } = server.press(channel, server.world.addUser(), 'why:1');
    await call('POST', `/interactions/${id}/${token}/callback`, { type: 5 });
    expect(await call('POST', `/interactions/${id}/${token}/callback`, { type: 5 })).toMatchObject({
      status: 400,
      code: CODE.acknowledged.value,
    });
  });

  test('refuses answers to an interaction that was not acknowledged', async () => {
    const { token } = server.press(channel, server.world.addUser(), 'why:1');
    expect(await call('POST', `/webhooks/1/${token}`, { content: 'x' })).toMatchObject({ status: 404 });
  });

  test('refuses a reply to a message that is not there, unless told not to fail', async () => {
    const reference = { message_id: '1' };
    expect(await post({ content: 'x', message_reference: reference })).toMatchObject({ status: 400 });
    expect(
      await post({ content: 'x', message_reference: { ...reference, fail_if_not_exists: false } }),
    ).toMatchObject({ status: 200 });
  });

  test.each([
    ['viewChannel', { content: 'x' }, CODE.missingAccess],
    ['sendMessages', { content: 'x' }, CODE.missingPermissions],
    ['embedLinks', { embeds: [{ title: 'x' }] }, CODE.missingPermissions],
    [
      'readMessageHistory',
      { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } },
      CODE.noHistory,
    ],
  ] as const)('refuses what needs the right %s', async (right, body, { value }) => {
    server.deny(channel, right);
    expect(await post(body)).toMatchObject({ code: value });
  });

  test('keeps a bucket per channel', async () => {
    await server.close();
    server = await openDiscordServer({ now: clock.now, bucket: { limit: 1, windowMs: 5000 } });
    channel = server.world.addChannel({});
    await post({ content: 'x' });
    expect(await post({ content: 'x' })).toMatchObject({ status: 429, retry_after: 5 });
  });
});
