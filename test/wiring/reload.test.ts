import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TelegramChat } from '../support/telegram-world.ts';
import { eventually, openWholeBot, type WholeBot } from '../support/whole-bot.ts';

const BLOCK = {
  id: 'ph-1',
  title: 'Philippine SEC orders internet providers to block Binance',
  text: 'The Securities and Exchange Commission of the Philippines has ordered providers to block access to Binance.',
};

describe('an operator who says /reload', () => {
  let bot: WholeBot;
  let office: TelegramChat;
  let yaml = '';

  const answers = (): readonly string[] => bot.telegram.messages(office).map(({ text }) => text);
  const reload = async (): Promise<string> => {
    const before = answers().length;
    bot.telegram.say(office, bot.operator, '/reload');
    await eventually('the answer', () => answers().length > before, 30_000);
    return answers().at(-1) ?? '';
  };
  /** The feed has been asked twice more. */
  const polledOn = async (feed: string): Promise<void> => {
    const before = bot.polls(feed);
    await eventually(`polls of ${feed}`, () => bot.polls(feed) > before + 1);
  };

  beforeAll(async () => {
    bot = await openWholeBot();
    await bot.start();
    office = bot.telegram.privateChat(bot.operator);
    bot.telegram.say(office, bot.operator, '/subscribe');
    await polledOn('courier');
    await polledOn('gazette');
    bot.publish('courier', BLOCK);
    await eventually('the alert', () => answers().some((text) => text.includes('Binance')));
    bot.edit((text) => {
      yaml = text;
      return text;
    });
  }, 60_000);

  afterAll(() => bot.close(), 30_000);

  test('is told every fault with its line, and the old catalogue goes on', async () => {
    bot.edit((text) => text.replace('kind: press', 'kind: rumour'));
    const answer = await reload();
    expect(answer).toContain('the old configuration stays');
    expect(answer).toMatch(/feeds\.yaml:\d+ .*rumour/);
    await polledOn('courier');
    await polledOn('gazette');
  }, 60_000);

  test('has a feed taken out, and the others go on with what they knew', async () => {
    bot.edit(() =>
      yaml
        .split('\n')
        .filter((line) => !line.includes('gazette'))
        .join('\n'),
    );
    expect(await reload()).toContain('Read again: 1 feed,');
    const last = bot.polls('gazette');
    await polledOn('courier');
    expect(bot.polls('gazette')).toBeLessThanOrEqual(last + 1);
    expect(answers().filter((text) => text.includes('Binance'))).toHaveLength(1);
  }, 60_000);

  test('has it again: what it brings joins the incident that is known', async () => {
    bot.edit(() => yaml);
    expect(await reload()).toContain('Read again: 2 feeds');
    await polledOn('gazette');
    bot.publish('gazette', { ...BLOCK, id: 'ph-2' });
    await polledOn('gazette');
    await polledOn('gazette');
    expect(answers().filter((text) => text.includes('Binance'))).toHaveLength(1);
    expect(bot.log.lines.filter(({ event }) => event === 'entry.opened')).toHaveLength(1);
  }, 60_000);
});
