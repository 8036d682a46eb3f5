import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Answer, Command } from '../../../src/domain/command.ts';
import type { Logger } from '../../../src/domain/ports.ts';
import { createTerminal, TERMINAL_CHAT, type TerminalBot } from '../../../src/platforms/terminal/bot.ts';
import { messengerContract } from '../../contracts/messenger.contract.ts';

interface TerminalStage {
  readonly bot: TerminalBot;
  readonly commands: readonly Command[];
  readonly ends: () => number;
  written(): string;
  type(text: string): Promise<void>;
  endInput(): Promise<void>;
}

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

const textAnswer = (text: string): Answer => ({
  cards: [{ shape: 'text', paragraphs: [[text]], buttons: [] }],
  private: false,
});

const settle = async (): Promise<void> => {
  for (let at = 0; at < 10; at += 1) await turn();
};

const open = async (
  isTTY: boolean,
  onCommand: (command: Command) => Promise<Answer> = async ({ name, words }) =>
    textAnswer(`${name}|${words}`),
): Promise<TerminalStage> => {
  const input = new PassThrough();
  const output = new PassThrough();
  const commands: Command[] = [];
  let text = '';
  let ends = 0;
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const bot = createTerminal({
    input,
    output,
    isTTY,
    columns: () => 60,
    language: 'en',
    logger: quiet,
    say: (_, phrase) => phrase,
    onEnd: () => {
      ends += 1;
    },
    onCommand: (command) => {
      commands.push(command);
      return onCommand(command);
    },
  });
  await bot.start();
  return {
    bot,
    commands,
    ends: () => ends,
    written: () => text,
    type: async (typed) => {
      input.write(typed);
      await settle();
    },
    endInput: async () => {
      input.end();
      await settle();
    },
  };
};

messengerContract('terminal', async () => {
  const { bot, written } = await open(false);
  return {
    messenger: bot.messenger,
    destination: TERMINAL_CHAT,
    // Each message ends with an empty line, and may hold others.
    shown: () => {
      const text = written().trimEnd();
      return text === '' ? [] : [text];
    },
    prepare: () => undefined,
    close: () => bot.stop(),
  };
}, []);

describe('the chat in the terminal', () => {
  test('takes the commands of the chats, with all rights', async () => {
    const { type, commands, written } = await open(false);
    await type('/Subscribe binance  in nigeria\n');
    expect(commands).toEqual([
      {
        name: 'subscribe',
        words: 'binance in nigeria',
        destination: TERMINAL_CHAT,
        language: 'en',
        may: 'operate',
        asker: 'me',
      },
    ]);
    expect(written()).toBe('subscribe|binance in nigeria\n\n');
  });

  test.each([
    ['binance nigeria', 'check|binance nigeria'],
    ['/nonsense here', 'help|nonsense here'],
  ])('answers "%s" as %s', async (typed, answer) => {
    const { type, written } = await open(false);
    await type(`${typed}\n`);
    expect(written()).toContain(answer);
  });

  test('answers nothing to an empty line', async () => {
    const { type, commands } = await open(false);
    await type('\n  \n');
    expect(commands).toEqual([]);
  });

  test('says that it failed when a command throws, and goes on', async () => {
    const { type, written } = await open(false, ({ name }) =>
      name === 'latest' ? Promise.reject(new Error('broken')) : Promise.resolve(textAnswer('fine')),
    );
    await type('/latest\n/help\n');
    expect(written()).toBe('failed\n\nfine\n\n');
  });

  test('shows an alert above the prompt and keeps what was typed', async () => {
    const { bot, type, written } = await open(true);
    await type('/sub');
    const before = written().length;
    await bot.messenger.send(TERMINAL_CHAT, { payload: 'an alert', plain: 'an alert' }, 'd1');
    expect(stripVTControlCharacters(written().slice(before))).toBe('an alert\n\n> /sub');
  });

  test('writes plain lines without a prompt where nobody sits', async () => {
    const { bot, written } = await open(false);
    await bot.messenger.send(TERMINAL_CHAT, { payload: 'an alert', plain: 'an alert' }, 'd1');
    expect(written()).toBe('an alert\n\n');
  });

  test('ends once, after the last answer, when the input ends', async () => {
    const { type, endInput, ends, written } = await open(false);
    await type('/latest\n');
    await endInput();
    expect([ends(), written()]).toEqual([1, 'latest|\n\n']);
  });

  test('ends on Ctrl-C', async () => {
    const { type, ends } = await open(true);
    await type('\u0003\u0003');
    expect(ends()).toBe(1);
  });
});
