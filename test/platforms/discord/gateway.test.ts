import { afterEach, describe, expect, test } from '@jest/globals';
import type { AlertCard } from '../../../src/domain/card.ts';
import { type BotStage, openBotStage, openReadyBot, say } from '../../support/discord-bot.ts';
import { CLOSE } from '../../support/discord-rules.ts';
import { openDiscordServer } from '../../support/discord-server.ts';
import { until } from '../../support/until.ts';

let stage: BotStage;
afterEach(() => stage.close());

const ALERT: AlertCard = {
  shape: 'alert',
  tone: 'high',
  incidentId: 'Qm9vZ2llV29vZ2llMTIzNA',
  headline: 'Something',
  status: 'High',
  fields: [],
  sources: [],
  sourcesLabel: 'Sources',
  footer: '',
  buttons: [],
};

const HELLO = { shape: 'text', paragraphs: [['hello']], buttons: [] } as const;

/** A command that comes through shows that the gateway is of use. */
const hears = async ({ server, channel, member, heard }: BotStage): Promise<void> => {
  const before = heard.length;
  server.slash(channel, member, 'help');
  await until(() => heard.length > before);
};

const changes = ({ presences }: BotStage): readonly string[] => presences.map(({ change }) => change);

const sends = ({ bot, channel }: BotStage, id = 'delivery1') =>
  bot.messenger.send({ platform: 'discord', chat: channel }, bot.messenger.render(HELLO), id);

describe('the gateway', () => {
  test('asks for the guilds intent alone', async () => {
    stage = await openReadyBot();
    expect(stage.server.gateway.identified().at(-1)).toMatchObject({ intents: 1 });
  });

  test('resumes after its connection was cut', async () => {
    stage = await openReadyBot();
    stage.server.gateway.kill();
    await until(() => stage.server.gateway.counts.resumes === 1);
    await hears(stage);
  });

  test('resumes when Discord asks for it', async () => {
    stage = await openReadyBot();
    stage.server.gateway.askToReconnect();
    await until(() => stage.server.gateway.counts.resumes === 1);
    await hears(stage);
  });

  test('leaves a connection whose heartbeats are not answered', async () => {
    stage = await openReadyBot({}, { heartbeatMs: 100 });
    stage.server.gateway.acknowledge(false);
    await until(() => stage.server.gateway.counts.resumes > 0);
    stage.server.gateway.acknowledge(true);
    await hears(stage);
  });

  test('tells when Discord last answered a heartbeat', async () => {
    stage = await openReadyBot({}, { heartbeatMs: 50 });
    await until(() => stage.bot.health().lastHeartbeatAt !== undefined);
    expect(stage.bot.health()).toMatchObject({ state: 'connected', guilds: 1 });
  });

  test('is out of reach when its heartbeats are answered no more, whatever the connection says', async () => {
    let late = 0;
    const clock = { now: () => Date.now() + late, monotonic: () => performance.now() };
    stage = await openReadyBot({ clock }, { heartbeatMs: 50 });
    await until(() => stage.bot.health().lastHeartbeatAt !== undefined);
    late = 120_000;
    expect(stage.bot.health().state).toBe('connected');
    late = 140_000;
    expect(stage.bot.health()).toMatchObject({
      state: 'out-of-reach',
      why: expect.stringMatching(/^no heartbeat for 1\d\d s$/),
    });
  });

  test('hears commands while guilds are still away', async () => {
    stage = await openBotStage();
    const guild = stage.server.world.guilds.get(stage.guild);
    if (guild !== undefined) guild.available = false;
    const starting = stage.bot.start();
    await until(() => stage.server.gateway.counts.identifies === 1);
    stage.server.press(stage.channel, stage.member, 'help:');
    await until(() => stage.heard.length === 1, 'the command', 1000);
    await starting;
  });

  test('survives an interaction that we fail to handle', async () => {
    stage = await openReadyBot({
      complete: () => {
        throw new Error('broken');
      },
    });
    stage.server.type(stage.channel, stage.admin, 'subscribe', 'exchanges', 'x');
    await until(() => stage.log.lines.some(({ event }) => event === 'discord.interaction-failed'));
    await hears(stage);
  });
});

describe('a token', () => {
  test('is taken also with the word that goes before it in a header', async () => {
    stage = await openReadyBot({ token: ' Bot loopback-token' });
    expect(await sends(stage)).toMatchObject({ kind: 'sent' });
  });
});

describe('a refused token', () => {
  test('is reported and not tried again', async () => {
    stage = await openBotStage({ token: 'wrong-token' });
    await stage.bot.start();
    expect(stage.refusals).toHaveLength(1);
    expect(stage.bot.health().state).toBe('unauthorised');
    expect(stage.server.calls.filter(({ path }) => path === '/gateway/bot')).toHaveLength(1);
  });

  test('is reported when it was reset while we were connected', async () => {
    stage = await openReadyBot();
    stage.server.dropGateway(CLOSE.authenticationFailed.value);
    await until(() => stage.refusals.length > 0);
    expect(stage.bot.health().state).toBe('unauthorised');
  });
});

describe('an unreachable Discord', () => {
  test('keeps start from failing, is one line in the log, and is tried again', async () => {
    stage = await openBotStage();
    const { port } = stage.server;
    await stage.server.close();
    await stage.bot.start();
    expect(stage.bot.health().state).toBe('out-of-reach');
    const back = await openDiscordServer({ port });
    await until(() => stage.bot.health().state === 'connected');
    const outages = stage.log.lines.filter(({ event }) => event === 'discord.out-of-reach');
    expect(outages).toHaveLength(1);
    await stage.bot.stop();
    await back.close();
  });

  test('is given a pause when the gateway hangs up again and again', async () => {
    stage = await openReadyBot();
    stage.server.gateway.refuse(CLOSE.unknown.value);
    stage.server.dropGateway(CLOSE.unknown.value);
    await until(() => stage.log.lines.some(({ fields }) => fields?.why === 'reconnecting'));
    expect(stage.bot.health()).toMatchObject({ state: 'out-of-reach' });
    stage.server.gateway.refuse(undefined);
    await until(() => stage.bot.health().state === 'connected');
    await hears(stage);
  });

  test('sends by REST before the gateway was ever connected', async () => {
    stage = await openBotStage();
    stage.server.gateway.refuse(CLOSE.unknown.value);
    expect(await sends(stage)).toMatchObject({ kind: 'sent' });
  });

  test('stays closed when it is stopped while it reconnects', async () => {
    stage = await openReadyBot();
    stage.server.gateway.refuse(CLOSE.unknown.value);
    stage.server.dropGateway(CLOSE.unknown.value);
    await until(() => stage.server.gateway.counts.refused > 0);
    await stage.bot.stop();
    stage.server.gateway.refuse(undefined);
    const before = stage.server.gateway.counts.connections;
    // Longer than discord.js waits before it connects again.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(stage.server.gateway.counts.connections).toBe(before);
  });
});

describe('the memory of channels', () => {
  test('knows forums with their tags, so that a post is opened at once', async () => {
    stage = await openBotStage();
    const { world } = stage.server;
    const forum = world.addChannel({ kind: 'forum', guild: stage.guild, tags: ['7'] });
    await stage.bot.start();
    const card = { ...ALERT, tags: ['tag7'] };
    const sent = await stage.bot.messenger.send(
      { platform: 'discord', chat: forum },
      stage.bot.messenger.render(card),
      'd1',
    );
    expect(stage.server.calls.at(-1)).toMatchObject({
      path: `/channels/${forum}/threads`,
      body: { applied_tags: ['7'] },
    });
    expect(sent.kind).toBe('sent');
  });
});

describe('stopping', () => {
  test('waits for the command that is under way and for its answer', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    stage = await openReadyBot({ onCommand: () => held.then(() => say('done')) });
    const record = stage.server.slash(stage.channel, stage.member, 'help');
    await until(() => record.acknowledged !== undefined);
    const stopping = stage.bot.stop();
    release();
    await stopping;
    expect(record.answers).toHaveLength(1);
    expect(stage.server.gateway.connected()).toBe(0);
  });

  test('does not wait for a command that never ends', async () => {
    stage = await openReadyBot({ onCommand: () => new Promise(() => undefined) });
    const record = stage.server.slash(stage.channel, stage.member, 'help');
    await until(() => record.acknowledged !== undefined);
    await stage.bot.stop();
    expect(stage.bot.health().state).toBe('stopped');
  }, 10_000);
});

describe('places', () => {
  test('that we are thrown out of are told with all their channels', async () => {
    stage = await openReadyBot();
    stage.server.removeGuild(stage.guild);
    await until(() => changes(stage).includes('left'));
    expect(stage.presences.at(-1)).toEqual({
      change: 'left',
      destinations: [{ platform: 'discord', chat: stage.channel }],
    });
  });

  test('that are away in an outage are not told', async () => {
    stage = await openReadyBot();
    stage.server.loseGuild(stage.guild);
    await hears(stage);
    expect(changes(stage)).not.toContain('left');
  });

  test('that are deleted are told, threads with their channel', async () => {
    stage = await openReadyBot();
    const thread = stage.server.world.addChannel({
      kind: 'publicThread',
      guild: stage.guild,
      parent: stage.channel,
    });
    stage.server.deleteChannel(thread);
    await until(() => changes(stage).includes('left'));
    expect(stage.presences.at(-1)).toEqual({
      change: 'left',
      destinations: [{ platform: 'discord', chat: stage.channel, thread }],
    });
  });

  test('whose rights are mended are told, and not before they are', async () => {
    stage = await openReadyBot();
    const destination = { platform: 'discord', chat: stage.channel } as const;
    const told = () => stage.presences.filter(({ destinations }) => destinations.length > 0).length;
    await until(() => told() > 0);
    const before = told();
    stage.server.deny(stage.channel, 'embedLinks');
    await until(() => stage.bot.missingRights(destination)?.length === 1);
    stage.server.touch(stage.channel);
    await hears(stage);
    expect(told()).toBe(before);
    expect(stage.bot.missingRights(destination)).toEqual(['embed-links']);
    stage.server.allow(stage.channel, 'embedLinks');
    await until(() => told() > before);
    expect(stage.presences.at(-1)).toEqual({ change: 'changed', destinations: [destination] });
    expect(stage.bot.missingRights(destination)).toEqual([]);
  });

  test('that refuse us are told apart by the right that is missing, which Discord does not name', async () => {
    stage = await openReadyBot();
    const destination = { platform: 'discord', chat: stage.channel } as const;
    stage.server.deny(stage.channel, 'embedLinks');
    await until(() => stage.bot.missingRights(destination)?.length === 1);
    const message = stage.bot.messenger.render(ALERT);
    expect(await stage.bot.messenger.send(destination, message, 'd1')).toEqual({
      kind: 'forbidden',
      right: 'embed-links',
    });
  });

  test('that are open are told when we connect: they may have been mended while we were away', async () => {
    stage = await openReadyBot();
    await until(() => stage.presences.length > 0);
    expect(stage.presences[0]).toEqual({
      change: 'changed',
      destinations: [{ platform: 'discord', chat: stage.channel }],
    });
  });

  test('that we come to are told with all their channels and the language of the server', async () => {
    stage = await openReadyBot();
    await until(() => stage.bot.health().guilds === 1);
    const back = stage.server.removeGuild(stage.guild);
    await until(() => stage.bot.health().guilds === 0);
    back();
    await until(() => changes(stage).includes('joined'));
    expect(stage.presences.at(-1)).toEqual({
      change: 'joined',
      language: 'de',
      destinations: [{ platform: 'discord', chat: stage.channel }],
    });
  });
});

describe('direct messages', () => {
  test('can be opened with a person, and written to', async () => {
    stage = await openReadyBot();
    const opened = await stage.bot.openDirect(stage.member);
    if ('kind' in opened) throw new Error(opened.kind);
    await stage.bot.messenger.send(opened, stage.bot.messenger.render(HELLO), 'delivery1');
    expect(stage.server.directMessages(stage.member)).toHaveLength(1);
  });

  test('are gone where the person takes none of ours', async () => {
    stage = await openReadyBot();
    const closed = stage.server.world.addUser({ closed: true });
    const opened = await stage.bot.openDirect(closed);
    if ('kind' in opened) throw new Error(opened.kind);
    const outcome = await stage.bot.messenger.send(opened, stage.bot.messenger.render(HELLO), 'delivery1');
    expect(outcome).toMatchObject({ kind: 'gone' });
  });
});

describe('commands', () => {
  test('are registered once and not again by a restart', async () => {
    stage = await openReadyBot();
    const puts = () => stage.server.calls.filter(({ method }) => method === 'PUT').length;
    const second = await openBotStage({ token: stage.server.token, apiRoot: stage.server.apiRoot });
    await second.bot.start();
    await until(() => second.log.lines.some(({ event }) => event === 'discord.commands'));
    expect(second.log.lines.find(({ event }) => event === 'discord.commands')?.fields).toEqual({
      result: 'unchanged',
    });
    expect(puts()).toBe(1);
    await second.close();
  });

  test('are registered anew when one of them has changed', async () => {
    stage = await openReadyBot();
    const commandTable = [
      { name: 'help', description: { en: 'Other help' }, who: 'ask', options: [] },
    ] as const;
    const second = await openBotStage({
      token: stage.server.token,
      apiRoot: stage.server.apiRoot,
      commandTable,
    });
    await second.bot.start();
    await until(() => stage.server.commands().length === 1);
    expect(stage.server.commands()[0]).toMatchObject({ name: 'help', description: 'Other help' });
    await second.close();
  });
});
