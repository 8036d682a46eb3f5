import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { labelsOf, openTelegramHouse, type TelegramHouse } from '../../support/telegram-house.ts';
import type { Params } from '../../support/telegram-world.ts';
import { until } from '../../support/until.ts';

let house: TelegramHouse;
beforeAll(async () => {
  house = await openTelegramHouse({ FILTERS_PER_CHAT: '2' });
}, 60_000);
afterAll(() => house.close(), 20_000);

describe('/subscribe', () => {
  test.each([
    ['binance okx in nigeria, high, daily', 'Binance, OKX · in Nigeria · High and above'],
    ['daily high nigeria okx binance', 'OKX, Binance · in Nigeria · High and above'],
    ['🇳🇬 币安', 'Binance · in Nigeria'],
    ['باينانس', 'Binance'],
    ['نوبیتکس', 'Nobitex'],
    ['\u202bنوبیتکس\u202c', 'Nobitex'],
    ['кракен в россии', 'Kraken · in Russia'],
  ])('understands %s', async (words, understood) => {
    const answer = await house.meet('Anna').say(`/subscribe ${words}`);
    expect(answer.text.split('\n')[0]).toBe(`This chat now hears of: ${understood}`);
    expect(labelsOf(answer)).toEqual(['Undo']);
  });

  test('takes no words for everything', async () => {
    expect((await house.meet('Anna').say('/subscribe')).text).toMatch(/^This chat now hears of: everything/);
  });

  test.each([
    ['/subscribe binanse', 'I do not understand “binanse”. Did you mean Binance?'],
    ['/subscribe binance in nigera', 'I know no place “nigera”. Did you mean Nigeria?'],
    ['/subscribe zzzexchange', 'I do not understand “zzzexchange”.'],
    ['/subscribe high, low', '“high” and “low” cannot both be. Say one of them.'],
    ['/subscribe 🙈🙉', 'I do not understand “🙈🙉”.'],
    ['/subscribe أهلا وسهلا', 'I do not understand “أهلا”.'],
    ['/subscrbe okx', 'I know no command “/subscrbe”. Did you mean /subscribe?'],
    ['/exchange', 'Something is missing. Say it like this: /exchange okx'],
    ['/quiet 25:00-7', '“25:00” is no time. Write it like 22:00, or 22:00-07:00.'],
    ['???', 'I do not understand “???”.'],
  ])('%s is answered with what helps', async (said, answered) => {
    const zoe = house.meet('Zoe');
    if (said.startsWith('/quiet')) await zoe.say('/subscribe');
    expect((await zoe.say(said)).text).toContain(answered);
  });

  test('tells what it did understand', async () => {
    const { text } = await house.meet('Anna').say('/subscribe okx in nigeria daly');
    expect(text).toMatch(/^Understood: OKX, Nigeria/);
  });

  test('adds no more filters than the operators allow', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe okx');
    await anna.say('/subscribe kraken');
    expect((await anna.say('/subscribe binance')).text).toMatch(/^More than 2 filters do not fit/);
  });
});

describe('settings', () => {
  test('/filters shows filters and edits them on a keyboard', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe okx');
    expect(labelsOf(await anna.say('/filters'))).toEqual([
      'Change a',
      'Delete a',
      '+ Exchanges',
      '+ Countries',
    ]);
    expect(labelsOf(await anna.press('Change a'))).toEqual([
      'Exchanges',
      'Countries',
      'Kinds',
      'Severity',
      'Restrictions or easings',
      'Delete a',
      'Back',
      '✎',
    ]);
    await anna.press('Severity');
    await anna.press('High and above');
    expect((await anna.press('Done')).text).toContain('a. OKX · High and above');
    expect(house.server.messages(anna.chat)).toHaveLength(2);
  });

  test('/filters takes new words for a filter', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe okx');
    await anna.say('/filters');
    await anna.press('Change a');
    expect((await anna.say('kraken in japan')).text).toBe('Filter a is now: Kraken · in Japan');
  });

  test('/quiet without a zone offers guesses', async () => {
    const anna = house.meet('Anna', 'ru');
    await anna.say('/subscribe');
    expect(labelsOf(await anna.say('/quiet 22:00-07:00'))).toContain('Europe/Moscow');
    expect((await anna.press('Europe/Moscow')).text).toContain('Europe/Moscow');
    expect((await anna.say('/quiet 22:00-07:00 Europe/Berlin')).text).toContain('Europe/Berlin');
  });

  test('/test shows a sample alert, marked as such', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe okx');
    await anna.say('/test');
    await until(() => house.server.messages(anna.chat).at(-1)?.text.includes('SAMPLE'));
    expect(anna.last().text).toMatch(/^🟠 SAMPLE: .*OKX/);
    expect(labelsOf(anna.last())).toEqual([]);
  });

  test('/unsubscribe deletes', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe okx');
    await anna.say('/unsubscribe');
    expect((await anna.say('/filters')).text).toMatch(/^This chat is not subscribed yet/);
  });
});

describe('inline', () => {
  test('offers the board’s answer to share', async () => {
    const query = house.server.askInline(house.server.person('Anna'), 'nigeria binance');
    const { results } = await until(() => house.server.answerTo(query));
    expect(results).toMatchObject([{ title: 'Binance in Nigeria: nothing known.' }]);
  });

  test('tells of a typo', async () => {
    const query = house.server.askInline(house.server.person('Anna'), 'binanse');
    const { results } = await until(() => house.server.answerTo(query));
    expect((results as readonly Params[])[0]?.title).toMatch(/Did you mean Binance/);
  });
});

describe('who may', () => {
  test('anyone may ask in a group, only administrators change anything', async () => {
    const { server, answered } = house;
    const [ben, admin] = [server.person('Ben'), server.person('Ada')];
    const group = server.chat('supergroup', { bot: 'member', admins: new Set([admin.id]) });
    const say = (from: typeof ben, text: string) => answered(group, () => server.say(group, from, text));
    expect((await say(ben, '/check binance')).text).toContain('Binance: nothing known.');
    expect((await say(ben, '/subscribe okx')).text).toBe(
      'Only those who may set up this chat can say /subscribe.',
    );
    expect((await say(admin, '/subscribe okx')).text).toMatch(/^This chat now hears of: OKX/);
    expect((await say(ben, '/unsubscribe')).text).toMatch(/^Only those who may set up/);
  });

  test('a press is checked again: who is no administrator any more changes nothing', async () => {
    const { server, answered } = house;
    const ada = server.person('Ada');
    const group = server.chat('supergroup', { bot: 'member', admins: new Set([ada.id]) });
    await answered(group, () => server.say(group, ada, '/subscribe okx'));
    const filters = await answered(group, () => server.say(group, ada, '/filters'));
    group.admins.delete(ada.id);
    const query = server.press(filters, 'Delete a', ada);
    expect((await until(() => server.answerTo(query))).text).toMatch(/^Only those who may set up/);
    expect((await answered(group, () => server.say(group, ada, '/filters'))).text).toMatch(/^Only those/);
  });

  test('an anonymous administrator and a channel’s post may, a copied post is nobody’s word', async () => {
    const { server, answered } = house;
    const channel = server.chat('channel', { bot: 'administrator', title: 'News' });
    const group = server.chat('supergroup', { bot: 'administrator' });
    const ada = server.person('Ada');
    server.say(group, ada, '/subscribe kraken', { copiedFrom: channel });
    const answer = await answered(group, () =>
      server.say(group, ada, '/subscribe okx', { anonymously: true }),
    );
    expect(answer.text).toMatch(/^This chat now hears of: OKX/);
    const posted = await answered(channel, () => server.post(channel, '/subscribe bybit'));
    expect(posted.text).toMatch(/^This chat now hears of: Bybit/);
  });

  test.each([
    ['whose channel the bot may not post in', { canPost: false }, true, /^I may not write in that chat/],
    ['who does not administer it', {}, false, /^Only admins of that chat/],
  ])('a channel is not set up by somebody %s', async (_, traits, isAdmin, answered) => {
    const anna = house.meet('Anna');
    const us = house.server.world.me;
    house.server.world.users.set(us.id, us);
    house.server.chat('channel', {
      ...traits,
      bot: 'administrator',
      username: `news_${anna.person.id}`,
      admins: new Set([us.id, ...(isAdmin ? [anna.person.id] : [])]),
    });
    expect((await anna.say(`/subscribe @news_${anna.person.id} okx`)).text).toMatch(answered);
  });
});

describe('presses', () => {
  test('of a button that is gone are answered kindly', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe okx');
    const filters = await anna.say('/filters');
    await anna.say('/filters delete a');
    const query = house.server.press(filters, 'Delete a', anna.person);
    expect(await until(() => house.server.answerTo(query))).toMatchObject({
      text: 'There is no filter “a”. /filters shows them.',
    });
  });

  test('of a tick twice do no harm', async () => {
    const anna = house.meet('Anna');
    await anna.say('/start');
    const keyboard = await anna.press('My exchanges');
    const queries = [1, 2].map(() => house.server.press(keyboard, 'OKX', anna.person));
    await until(() => queries.every((query) => house.server.answerTo(query) !== undefined));
    expect((await anna.say('/filters')).text).toContain('a. OKX');
  });

  test('carry no more than 64 bytes', async () => {
    const data = house.server.sends.flatMap(({ markup }) =>
      (markup?.inline_keyboard ?? []).flat().map((button) => button.callback_data ?? ''),
    );
    expect(data.length).toBeGreaterThan(50);
    expect(data.filter((each) => Buffer.byteLength(each) > 64)).toEqual([]);
  });
});

describe('a busy platform', () => {
  test('whose answer to one chat never comes holds up no other', async () => {
    const [slow, quick] = [house.meet('Slow'), house.meet('Quick')];
    await slow.say('/help');
    house.server.fail('sendMessage', 'answer-lost');
    house.server.say(slow.chat, slow.person, '/help');
    await until(() => house.server.messages(slow.chat).length === 2);
    const from = performance.now();
    await quick.say('/help');
    expect(performance.now() - from).toBeLessThan(3000);
  });

  test('that allows a message a second gets the rest of an answer later', async () => {
    const anna = house.meet('Anna');
    await anna.say('/subscribe okx');
    house.server.world.limits = true;
    try {
      house.server.say(anna.chat, anna.person, '/test');
      await until(() => anna.last().text.includes('SAMPLE'));
    } finally {
      house.server.world.limits = false;
    }
    expect(anna.last().text).toContain('SAMPLE');
  });

  test('hears of a flood in one chat what may wait, and no more', async () => {
    const anna = house.meet('Anna');
    await anna.say('/help');
    const before = house.server.messages(anna.chat).length;
    for (let at = 0; at < 60; at += 1) house.server.say(anna.chat, anna.person, '/latest');
    const flood = () => house.bot.log.lines.filter(({ event }) => event === 'telegram.flood').length;
    await until(() => flood() + house.server.messages(anna.chat).length - before >= 60);
    expect(flood()).toBeGreaterThan(0);
  });
});
