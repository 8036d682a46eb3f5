import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Correspondent,
  labelsOf,
  openTelegramHouse,
  type TelegramHouse,
} from '../../support/telegram-house.ts';
import type { ShownMessage, TelegramChat } from '../../support/telegram-world.ts';
import { until } from '../../support/until.ts';
import { eventually } from '../../support/whole-bot.ts';

/** The bot's time: the machine's, and what the tests let pass beside it. */
let passed = 0;
const clock = { now: () => Date.now() + passed, monotonic: () => performance.now() + passed };

let house: TelegramHouse;
let anna: Correspondent;

const BLOCK = {
  id: 'ph-1',
  title: 'Philippine SEC orders internet providers to block Binance',
  text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to the site of Binance, which has no licence in the country.',
};

const alertsIn = (chat: TelegramChat, word: string): readonly ShownMessage[] =>
  house.server.messages(chat).filter(({ text }) => text.includes(word) && text.includes('Where'));

const alertIn = async (chat: TelegramChat, word: string): Promise<ShownMessage> => {
  await eventually(`an alert about ${word}`, () => alertsIn(chat, word).length > 0, 30_000);
  const [alert] = alertsIn(chat, word);
  if (alert === undefined) throw new Error('no alert');
  return alert;
};

let entries = 0;
/** Something new happens to an exchange somewhere. */
const happen = (exchange: string, place: string): void => {
  entries += 1;
  // Three in ten minutes from one feed would be held for the operators.
  passed += 11 * 60_000;
  house.bot.publish('courier', {
    id: `entry-${entries}`,
    title: `${place} blocks access to ${exchange}`,
    text: `Authorities in ${place} have ordered internet providers to block the website of ${exchange}.`,
    at: clock.now(),
  });
};

beforeAll(async () => {
  house = await openTelegramHouse({}, clock);
  anna = house.meet('Anna');
  await anna.say('/subscribe');
  await eventually('the first polls', () => house.bot.polls('courier') > 1 && house.bot.polls('gazette') > 1);
}, 60_000);
afterAll(() => house.close(), 20_000);

describe('an alert', () => {
  let alert: ShownMessage;

  test('is sign and bold headline, what, where, who, stage and confirmation, summary, sources', async () => {
    house.bot.publish('courier', { ...BLOCK, at: clock.now() });
    alert = await alertIn(anna.chat, 'Binance');
    expect(alert.text).toMatch(/^[🔴🟠🟡⚪] ?️?Philippines: .*Binance/u);
    expect(alert.entities[0]).toMatchObject({ type: 'bold' });
    for (const part of [
      'What: ',
      'Where: Philippines',
      'Who: ',
      'Stage: ',
      'unconfirmed',
      'Source\n• courier, ',
    ])
      expect(alert.text).toContain(part);
  }, 60_000);

  test('can be read, questioned, muted, followed back and called irrelevant', () => {
    expect(labelsOf(alert)).toEqual(['Read', 'Why this?', 'Mute', 'History', 'Not relevant']);
  });

  test('shows no preview of its links', () => {
    const call = house.server.calls.find(({ params }) => String(params.text).includes('Philippines'));
    expect(call?.params.link_preview_options).toEqual({ is_disabled: true });
  });

  test('tells why it came, and what filter it meets', async () => {
    house.server.press(alert, 'Why this?', anna.person);
    await until(() => anna.last().text.startsWith('Why this alert'));
    expect(anna.last().text).toContain('It matches your filter: everything');
  });

  test('tells the history of its exchange', async () => {
    const { text } = await house.answered(anna.chat, () => house.server.press(alert, 'History', anna.person));
    expect(text).toMatch(/Binance: what is known/);
  });

  test('gets further sources by an edit, without a new message', async () => {
    house.bot.publish('gazette', {
      id: 'ph-gazette',
      title: 'Philippines blocks access to Binance, regulator says',
      text: 'The Philippine SEC said internet providers must block the website of Binance, which is not licensed there.',
      at: clock.now(),
    });
    const joined = (): boolean =>
      house.bot.log.lines.some(({ event }) => event === 'entry.seconded' || event === 'entry.updated');
    await eventually('the second report', joined);
    passed += 70_000;
    await eventually('the edit', () => alert.text.includes('gazette'), 30_000);
    expect(alert.edits).toBe(1);
  }, 60_000);

  test('is followed by replies when the incident changes', async () => {
    house.bot.publish('courier', {
      id: 'ph-2',
      title: 'Philippines lifts its block on Binance, SEC says',
      text: 'The Securities and Exchange Commission of the Philippines has lifted the block on Binance; access is restored.',
      at: clock.now(),
    });
    await eventually('the reply', () => anna.last().text.includes('Update:'), 30_000);
    expect(anna.last().text).toMatch(/^🟢/u);
    expect(anna.last().replyTo).toBe(alert.message_id);
  }, 60_000);

  test('that readers call irrelevant is counted for the operators, once for each', async () => {
    const { server, bot } = house;
    const ben = house.meet('Ben');
    const press = async (by: Correspondent): Promise<unknown> => {
      const query = server.press(alert, 'Not relevant', by.person);
      return (await until(() => server.answerTo(query))).text;
    };
    expect(await press(anna)).toBe('Thank you. Those who run me see it.');
    await press(anna);
    await press(ben);
    const chat = server.privateChat(bot.operator);
    const ops = await house.answered(chat, () => server.say(chat, bot.operator, '/ops'));
    expect(ops.text).toMatch(/Not relevant, say readers \(2\): .*Binance/);
  });

  test('is muted by its button, and heard of again by another', async () => {
    const muted = await house.answered(anna.chat, () => house.server.press(alert, 'Mute', anna.person));
    expect(muted.text).toMatch(/^Muted: .*Binance/);
    expect((await anna.press('Unmute')).text).toMatch(/^You hear again of: .*Binance/);
  });
});

describe('places', () => {
  test('are chat and topic: a topic hears in itself, General without one', async () => {
    const { server, answered } = house;
    const ada = server.person('Ada');
    const forum = server.chat('supergroup', {
      bot: 'member',
      is_forum: true,
      topics: new Map([[7, 'open']]),
      admins: new Set([ada.id]),
    });
    await answered(forum, () => server.say(forum, ada, '/subscribe upbit', { thread: 7 }));
    await answered(forum, () => server.say(forum, ada, '/subscribe upbit'));
    happen('Upbit', 'Vietnam');
    await eventually('both alerts', () => alertsIn(forum, 'Upbit').length === 2, 30_000);
    expect(
      alertsIn(forum, 'Upbit')
        .map(({ thread }) => thread)
        .sort(),
    ).toEqual([7, undefined]);
    server.removeBot(forum, ada);
    await answered(forum, () => server.addBot(forum, ada));
    const state = await answered(forum, () => server.say(forum, ada, '/diagnose', { thread: 7 }));
    expect(state.text).toContain('This chat is subscribed.');
  }, 60_000);

  test.each([
    ['a service message', true],
    ['the error of a send', false],
  ])(
    'are followed into a supergroup by %s',
    async (_, isTold) => {
      const { server, answered } = house;
      const ada = server.person('Ada');
      const exchange = isTold ? 'Kraken' : 'Bitfinex';
      const group = server.chat('group', { bot: 'member', admins: new Set([ada.id]) });
      await answered(group, () => server.say(group, ada, `/subscribe ${exchange}`));
      const supergroup = isTold ? server.migrate(group, ada) : server.chat('supergroup', { bot: 'member' });
      if (!isTold) group.migratedTo = supergroup.id;
      happen(exchange, 'Malaysia');
      await alertIn(supergroup, exchange);
      expect(alertsIn(group, exchange)).toEqual([]);
    },
    60_000,
  );

  test('that blocked us hear nothing, keep their filters, and hear again when they are back', async () => {
    const ben = house.meet('Ben');
    await ben.say('/subscribe bitstamp');
    house.server.removeBot(ben.chat, ben.person);
    happen('Bitstamp', 'Kenya');
    await alertIn(anna.chat, 'Bitstamp');
    expect(alertsIn(ben.chat, 'Bitstamp')).toEqual([]);
    await ben.say('/filters');
    await eventually('what was missed', () =>
      house.server.messages(ben.chat).some(({ text }) => text.includes('Kenya')),
    );
  }, 60_000);
});
