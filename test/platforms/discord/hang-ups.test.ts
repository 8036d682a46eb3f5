import { afterEach, describe, expect, test } from '@jest/globals';
import { type BotStage, hurriedClock, openBotStage, openReadyBot } from '../../support/discord-bot.ts';
import { CLOSE, type CloseName } from '../../support/discord-rules.ts';
import { until } from '../../support/until.ts';

let stage: BotStage;
afterEach(() => stage.close());

const hears = async ({ server, channel, member, heard }: BotStage): Promise<void> => {
  const before = heard.length;
  server.slash(channel, member, 'help');
  await until(() => heard.length > before);
};

describe('a hang-up of the gateway', () => {
  test.each<CloseName>(['unknown', 'unknownOpcode', 'decodeError'])(
    'for %s is followed by a resume, and what was said meanwhile is heard',
    async (name) => {
      stage = await openReadyBot();
      stage.server.dropGateway(CLOSE[name].value);
      stage.server.slash(stage.channel, stage.member, 'help');
      await until(() => stage.heard.length > 0);
      expect(stage.server.gateway.counts).toMatchObject({ identifies: 1, resumes: 1 });
    },
  );

  test.each<CloseName>([
    'notAuthenticated',
    'alreadyAuthenticated',
    'invalidSequence',
    'rateLimited',
    'sessionTimedOut',
  ])('for %s is followed by a new session', async (name) => {
    stage = await openReadyBot({ clock: hurriedClock() });
    stage.server.dropGateway(CLOSE[name].value);
    await until(() => stage.server.gateway.counts.identifies === 2);
    await hears(stage);
  });

  test.each<CloseName>([
    'invalidShard',
    'shardingRequired',
    'invalidVersion',
    'invalidIntents',
    'disallowedIntents',
  ])('for %s, after which the client gives up, is followed by a new client', async (name) => {
    stage = await openReadyBot({ clock: hurriedClock() });
    stage.server.dropGateway(CLOSE[name].value);
    await until(() => stage.log.lines.some(({ event }) => event === 'discord.out-of-reach'));
    await until(() => stage.server.gateway.counts.identifies === 2);
    await hears(stage);
  });

  test('for a refused token is the end of the platform', async () => {
    stage = await openReadyBot({ clock: hurriedClock() });
    stage.server.dropGateway(CLOSE.authenticationFailed.value);
    await until(() => stage.refusals.length > 0);
    expect(stage.bot.health().state).toBe('unauthorised');
    expect(stage.server.gateway.counts.identifies).toBe(1);
  });

  test('that is met again and again costs ever longer pauses, not the logins of a day', async () => {
    stage = await openReadyBot({ firstPause: 200 });
    const { counts } = stage.server.gateway;
    stage.server.gateway.refuse(CLOSE.disallowedIntents.value);
    stage.server.dropGateway(CLOSE.disallowedIntents.value);
    await until(() => counts.refused > 1);
    const before = counts.connections;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    // 200, 400, 800 ms: without pauses there would be hundreds.
    expect(counts.connections - before).toBeLessThanOrEqual(4);
    expect(counts.identifies).toBe(1);
  });
});

describe('a session that is declared invalid', () => {
  test('is followed by a new one, which hears', async () => {
    stage = await openReadyBot({ clock: hurriedClock() });
    stage.server.gateway.invalidate();
    await until(() => stage.server.gateway.counts.identifies === 2, 'a new session', 10_000);
    await hears(stage);
  }, 20_000);
});

describe('the budget of logins', () => {
  test('is respected: with none left the client waits, and alerts still go out', async () => {
    stage = await openBotStage({}, { loginsBefore: 1000 });
    await stage.bot.start();
    await until(() => stage.bot.health().state === 'out-of-reach');
    expect(stage.server.gateway.counts.identifies).toBe(0);
    const { messenger } = stage.bot;
    const hello = messenger.render({ shape: 'text', paragraphs: [['hello']], buttons: [] });
    expect(await messenger.send({ platform: 'discord', chat: stage.channel }, hello, 'd1')).toMatchObject({
      kind: 'sent',
    });
  });
});
