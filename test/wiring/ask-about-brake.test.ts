import { afterEach, describe, expect, test } from '@jest/globals';
import { loadLocales } from '../../src/config/locales.ts';
import type { TextCard } from '../../src/domain/card.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { createAskAboutBrake } from '../../src/wiring/ask-about-brake.ts';
import type { WriteToPerson } from '../../src/wiring/write-to-person.ts';
import { createWords } from '../../src/words/create-words.ts';
import { CATALOGUE } from '../commands/stage.ts';
import { incident } from '../delivery/support/builders.ts';
import { aClock, silentLogger } from '../support/feed-builders.ts';
import { eventually, openWholeBot, type WholeBot } from '../support/whole-bot.ts';

const WORDS = createWords({ locales: loadLocales(), catalogue: CATALOGUE });

const open = (operators: readonly string[] = ['telegram-1']) => {
  const written: { readonly to: string; readonly card: TextCard }[] = [];
  const outcomes: (Outcome | undefined)[] = [];
  let held = 1;
  const write: WriteToPerson = async ({ platform, user }, cardIn) => {
    written.push({ to: `${platform}-${user}`, card: cardIn('en') });
    return outcomes.length > 0 ? outcomes.shift() : { kind: 'sent', messageId: '1' };
  };
  const asker = createAskAboutBrake({
    ...{ operators, write, words: WORDS, clock: aClock(), logger: silentLogger },
    held: () => held,
  });
  return {
    asker,
    written,
    outcomes,
    hold: (count: number) => {
      held = count;
    },
  };
};

describe('the question about the brake', () => {
  test('is one message to each operator, with Send and Drop and their words', async () => {
    const { asker, written } = open(['telegram-1', 'discord-2']);
    asker.engaged(incident());
    await asker.ask();
    await asker.ask();
    expect(written.map(({ to }) => to)).toEqual(['telegram-1', 'discord-2']);
    expect(written[0]?.card.paragraphs[0]?.join()).toContain('/ops send or /ops drop');
    expect(written[0]?.card.paragraphs[1]).toEqual(['Nigeria orders Binance to stop']);
    expect(written[0]?.card.buttons).toEqual([
      [
        { label: 'Send', verb: 'ops', id: 'send' },
        { label: 'Drop', verb: 'ops', id: 'drop' },
      ],
    ]);
  });

  test('waits until something is held', async () => {
    const { asker, written, hold } = open();
    hold(0);
    asker.engaged(incident());
    await asker.ask();
    expect(written).toEqual([]);
    hold(1);
    await asker.ask();
    expect(written).toHaveLength(1);
  });

  test('is put again when the brake goes on again', async () => {
    const { asker, written } = open();
    asker.engaged(incident());
    await asker.ask();
    asker.engaged(incident());
    await asker.ask();
    expect(written).toHaveLength(2);
  });

  test.each<readonly [string, Outcome | undefined, number]>([
    ['was limited', { kind: 'later', afterMs: 1, why: '429' }, 2],
    ['may have arrived', { kind: 'unknown', why: 'timeout' }, 1],
    ['cannot arrive', { kind: 'gone', why: 'blocked' }, 1],
    ['has no platform', undefined, 1],
  ])('that %s is tried so often: %#', async (_, outcome, times) => {
    const { asker, written, outcomes } = open();
    outcomes.push(outcome);
    asker.engaged();
    await asker.ask();
    await asker.ask();
    expect(written).toHaveLength(times);
  });
});

const STORIES = ['Bybit', 'KuCoin', 'Bitfinex', 'Bitget'].map((name) => ({
  id: name,
  title: `${name} suspends all withdrawals`,
  text: `${name} has suspended withdrawals for all users until further notice, the exchange said.`,
}));

describe('the brake of the whole bot', () => {
  let bot: WholeBot;
  afterEach(() => bot.close(), 30_000);

  test('asks the operator once, and a press lets go what it holds', async () => {
    bot = await openWholeBot();
    await bot.start();
    const { telegram, operator } = bot;
    const office = telegram.privateChat(operator);
    telegram.say(office, operator, '/start');
    const anna = telegram.person('Anna');
    const own = telegram.privateChat(anna);
    telegram.say(own, anna, '/subscribe');
    await eventually('the subscription', () => telegram.messages(own).length > 0);
    await eventually('first polls', () => bot.polls('courier') > 1);
    for (const story of STORIES) bot.publish('courier', story);
    const questions = () => telegram.messages(office).filter(({ text }) => text.includes('/ops drop'));
    await eventually('the question', () => questions().length > 0);
    const heard = (): number => telegram.messages(own).filter(({ text }) => text.includes('Exchange')).length;
    expect(heard()).toBeLessThan(STORIES.length);
    const [question] = questions();
    if (question === undefined) throw new Error('no question');
    telegram.press(question, 'Send', operator);
    await eventually('all alerts', () => heard() === STORIES.length);
    expect(questions().length).toBeLessThanOrEqual(1);
  }, 60_000);
});
