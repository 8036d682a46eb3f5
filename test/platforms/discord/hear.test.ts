import { afterEach, describe, expect, test } from '@jest/globals';
import { type BotStage, openReadyBot, say } from '../../support/discord-bot.ts';
import type { InteractionRecord } from '../../support/discord-interactions.ts';
import { FAULTS } from '../../support/discord-rest.ts';
import { shownMessage } from '../../support/discord-stage.ts';
import { until } from '../../support/until.ts';

let stage: BotStage;
afterEach(() => stage.close());

const answered = async (record: InteractionRecord, count = 1): Promise<readonly string[]> => {
  await until(() => record.answers.length >= count);
  return record.answers.map(shownMessage);
};

describe('a slash command', () => {
  test('becomes a command with its options as words, in the order of the table', async () => {
    stage = await openReadyBot();
    const options = { mention: '77', countries: 'nigeria', exchanges: 'binance okx', severity: 'high' };
    await answered(stage.server.slash(stage.channel, stage.admin, 'subscribe', options));
    expect(stage.heard).toEqual([
      {
        name: 'subscribe',
        words: 'binance okx in nigeria high mention <@&77>',
        destination: { platform: 'discord', chat: stage.channel },
        language: 'en-US',
        may: 'set-up',
        asker: stage.admin,
      },
    ]);
  });

  test('is answered for the asker alone in a server', async () => {
    stage = await openReadyBot();
    const record = stage.server.slash(stage.channel, stage.member, 'help');
    expect(await answered(record)).toEqual(['done help']);
    expect(record.ephemeral).toBe(true);
  });

  test('is acknowledged before any work is done', async () => {
    let acknowledged: number | undefined;
    let record: InteractionRecord | undefined;
    stage = await openReadyBot({
      onCommand: async () => {
        acknowledged = record?.acknowledged;
        return say('done');
      },
    });
    record = stage.server.slash(stage.channel, stage.member, 'help');
    await answered(record);
    expect(acknowledged).toBe(5);
  });

  test('is for the channel that it names, and its answer says so', async () => {
    stage = await openReadyBot();
    const other = stage.server.world.addChannel({ guild: stage.guild });
    const record = stage.server.slash(stage.channel, stage.admin, 'subscribe', { channel: other });
    expect(await answered(record)).toEqual([`<#${other}>\ndone subscribe`]);
    expect(stage.heard[0]?.destination).toEqual({ platform: 'discord', chat: other });
  });

  test('given in a thread is for that thread of its channel', async () => {
    stage = await openReadyBot();
    const thread = stage.server.world.addChannel({
      kind: 'publicThread',
      guild: stage.guild,
      parent: stage.channel,
    });
    await answered(stage.server.slash(thread, stage.admin, 'subscribe'));
    expect(stage.heard[0]?.destination).toEqual({ platform: 'discord', chat: stage.channel, thread });
  });

  test('may set up in direct messages, and is answered there for good', async () => {
    stage = await openReadyBot();
    const direct = stage.server.world.addChannel({ kind: 'dm', recipient: stage.member });
    const record = stage.server.slash(direct, stage.member, 'subscribe');
    await answered(record);
    expect(stage.heard[0]).toMatchObject({ may: 'set-up', destination: { chat: direct } });
    expect(record.ephemeral).toBe(false);
  });

  test('may only ask where the asker does not manage the server', async () => {
    stage = await openReadyBot();
    await answered(stage.server.slash(stage.channel, stage.member, 'help'));
    expect(stage.heard[0]).toMatchObject({ may: 'ask', language: 'de' });
    expect(() => stage.server.slash(stage.channel, stage.member, 'subscribe')).toThrow('hidden');
  });

  test('of somebody whom the settings of the server let in may set up', async () => {
    stage = await openReadyBot();
    stage.server.letUse(stage.member, 'subscribe');
    await answered(stage.server.slash(stage.channel, stage.member, 'subscribe'));
    expect(stage.heard[0]?.may).toBe('set-up');
  });

  test('tells the language of a community, which has chosen one', async () => {
    stage = await openReadyBot();
    const { world } = stage.server;
    const channel = world.addChannel({ guild: world.addGuild('Community', 'fr', ['COMMUNITY']) });
    await answered(stage.server.slash(channel, stage.admin, 'help'));
    await answered(stage.server.slash(stage.channel, stage.admin, 'help'));
    expect(stage.heard.map(({ placeLanguage }) => placeLanguage)).toEqual(['fr', undefined]);
  });

  test('of an operator may operate', async () => {
    const operators = new Set<string>();
    stage = await openReadyBot({ operators });
    operators.add(stage.member);
    await answered(stage.server.slash(stage.channel, stage.member, 'help'));
    expect(stage.heard[0]?.may).toBe('operate');
  });

  test('shows every card of its answer', async () => {
    const [card] = say('one').cards;
    const cards = card === undefined ? [] : [card, card];
    stage = await openReadyBot({ onCommand: async () => ({ cards, private: true }) });
    expect(await answered(stage.server.slash(stage.channel, stage.member, 'help'), 2)).toEqual([
      'one',
      'one',
    ]);
  });

  test('that fails says so to the asker and to the log', async () => {
    stage = await openReadyBot({
      onCommand: () => Promise.reject(new Error('broken')),
    });
    expect(await answered(stage.server.slash(stage.channel, stage.member, 'help'))).toEqual(['failed (de)']);
    expect(stage.log.lines.map(({ event }) => event)).toContain('discord.command-failed');
  });

  test('is worked once where the acknowledgement arrived and its answer was lost', async () => {
    stage = await openReadyBot();
    stage.server.fail(/callback$/, 'lose-answer');
    expect(await answered(stage.server.slash(stage.channel, stage.member, 'help'))).toEqual(['done help']);
    expect(stage.heard).toHaveLength(1);
  });

  test('is not worked where Discord waits no longer', async () => {
    stage = await openReadyBot();
    stage.server.fail(/callback$/, FAULTS.unknownInteraction);
    stage.server.slash(stage.channel, stage.member, 'help');
    await until(() => stage.log.lines.some(({ event }) => event === 'discord.not-acknowledged'));
    expect(stage.heard).toEqual([]);
  });

  test('is answered on the second try after a fault of Discord', async () => {
    stage = await openReadyBot();
    stage.server.fail(/^PATCH .*@original$/, FAULTS.wait(0.01));
    expect(await answered(stage.server.slash(stage.channel, stage.member, 'help'))).toEqual(['done help']);
  });

  test('waits for the one before it in the same channel', async () => {
    const order: string[] = [];
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    stage = await openReadyBot({
      onCommand: async ({ name }) => {
        if (name === 'help') await held;
        order.push(name);
        return say(name);
      },
    });
    const first = stage.server.slash(stage.channel, stage.member, 'help');
    await until(() => first.acknowledged !== undefined);
    const second = stage.server.slash(stage.channel, stage.member, 'check', { exchange: 'okx' });
    await until(() => second.acknowledged !== undefined);
    release();
    await answered(second);
    expect(order).toEqual(['help', 'check']);
  });
});

describe('a button', () => {
  test('is the command of its verb, with its id as words', async () => {
    stage = await openReadyBot();
    const record = stage.server.press(stage.channel, stage.member, 'why:Qm9v:x');
    expect(await answered(record)).toEqual(['done why']);
    expect(stage.heard[0]).toMatchObject({ name: 'why', words: 'Qm9v:x', may: 'ask' });
    expect(record.ephemeral).toBe(true);
  });

  test('in an answer of ours is answered in its place', async () => {
    stage = await openReadyBot({ onCommand: async () => ({ ...say('page 2'), inPlace: true }) });
    const record = stage.server.press(stage.channel, stage.admin, 'filters:2', true);
    expect(await answered(record)).toEqual(['page 2']);
    expect(record.answers[0]?.id).toBe('@original');
    expect(record.acknowledged).toBe(6);
  });

  test('of an older version is said to be stale', async () => {
    stage = await openReadyBot();
    expect(await answered(stage.server.press(stage.channel, stage.member, 'dance:1'))).toEqual([
      'stale-button (de)',
    ]);
  });

  test('that asks for words opens a modal, whose words complete the command', async () => {
    stage = await openReadyBot();
    const record = stage.server.press(stage.channel, stage.admin, 'ask:filters edit a');
    await until(() => record.modal !== undefined);
    await answered(stage.server.submit(stage.channel, stage.admin, record, 'binance in nigeria'));
    expect(stage.heard[0]).toMatchObject({
      name: 'filters',
      words: 'edit a binance in nigeria',
      may: 'set-up',
    });
  });
});

describe('autocomplete', () => {
  test('proposes what completes the text of the option that is typed into', async () => {
    const asked: string[] = [];
    stage = await openReadyBot({
      complete: (kind, text) => {
        asked.push(`${kind} ${text}`);
        return [{ name: 'binance OKX', value: 'binance okx' }];
      },
    });
    const record = stage.server.type(stage.channel, stage.admin, 'subscribe', 'exchanges', 'binance ok');
    await until(() => record.choices !== undefined);
    expect(asked).toEqual(['exchange binance ok']);
    expect(record.choices).toEqual([{ name: 'binance OKX', value: 'binance okx' }]);
  });

  test('proposes at most 25 names of at most 100 characters', async () => {
    const names = Array.from({ length: 40 }, (_, at) => ({
      name: `${at} ${'x'.repeat(200)}`,
      value: `v${at}`,
    }));
    stage = await openReadyBot({ complete: () => names });
    const record = stage.server.type(stage.channel, stage.admin, 'subscribe', 'countries', 'x');
    await until(() => record.choices !== undefined);
    expect(record.choices).toHaveLength(25);
  });
});
