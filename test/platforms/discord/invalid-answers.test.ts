import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RESTEvents } from 'discord.js';
import type { Message } from '../../../src/domain/card.ts';
import type { Messenger } from '../../../src/domain/ports.ts';
import { createInvalidAnswers, MOST_INVALID } from '../../../src/platforms/discord/invalid-answers.ts';
import { closeRest, openRest } from '../../../src/platforms/discord/rest.ts';
import { createMessenger } from '../../../src/platforms/discord/send.ts';
import { type DiscordServer, openDiscordServer } from '../../support/discord-server.ts';
import { createHandClock, createKeptLogger } from '../../support/discord-stage.ts';

const MOST = 3;

describe('refusals counted by the client', () => {
  test.each([
    [1999, undefined],
    [2000, { kind: 'later', afterMs: 60_000, why: '2000 refusals in ten minutes' }],
  ])('that are %s have the outcome %j for a channel that never took a message', (count, outcome) => {
    const rest = openRest({ token: 'x', apiRoot: 'http://127.0.0.1:9', perSecond: 50, deadlineMs: 1 });
    const invalid = createInvalidAnswers(rest, createHandClock(), MOST_INVALID);
    rest.emit(RESTEvents.InvalidRequestWarning, { count, remainingTime: 60_000 });
    expect(invalid.refusal('1')).toEqual(outcome);
    invalid.prove('1');
    expect(invalid.refusal('1')).toBeUndefined();
    closeRest(rest);
  });
});

describe('refusals in the window', () => {
  const clock = createHandClock();
  let server: DiscordServer;
  let rest: ReturnType<typeof openRest>;
  let messenger: Messenger;
  let message: Message;
  let guild: string;

  const channel = (): { readonly platform: 'discord'; readonly chat: string } => ({
    platform: 'discord',
    chat: server.world.addChannel({ guild }),
  });

  beforeEach(async () => {
    server = await openDiscordServer();
    guild = server.world.addGuild('Readers');
    rest = openRest({ token: server.token, apiRoot: server.apiRoot, perSecond: 1000, deadlineMs: 5000 });
    messenger = createMessenger({
      ...{ rest, clock, logger: createKeptLogger(), deadlineMs: 5000, mostInvalid: MOST },
      traitsOf: () => ({ kind: 'text' }),
    });
    message = messenger.render({ shape: 'text', paragraphs: [['news']], buttons: [] });
  });

  afterEach(async () => {
    closeRest(rest);
    await server.close();
  });

  test('stop sends to channels that never took one, spare the others, and end with the window', async () => {
    const proven = channel();
    expect(await messenger.send(proven, message, 'a')).toMatchObject({ kind: 'sent' });
    for (let time = 0; time < MOST; time++) {
      const shut = channel();
      server.deny(shut.chat, 'sendMessages');
      expect(await messenger.send(shut, message, `refused${time}`)).toMatchObject({ kind: 'forbidden' });
    }
    const fresh = channel();
    const asked = server.calls.length;
    expect(await messenger.send(fresh, message, 'b')).toMatchObject({ kind: 'later' });
    expect(server.calls).toHaveLength(asked);
    expect(await messenger.send(proven, message, 'c')).toMatchObject({ kind: 'sent' });
    clock.advance(601_000);
    expect(await messenger.send(fresh, message, 'd')).toMatchObject({ kind: 'sent' });
  });
});
