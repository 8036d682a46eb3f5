import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Card, Message } from '../../domain/card.ts';
import type { Answer, Command } from '../../domain/command.ts';
import type { Destination } from '../../domain/destination.ts';
import type { Logger, Messenger } from '../../domain/ports.ts';
import { parseLine, type Said } from './parse-line.ts';
import { renderTerminal, type TerminalLook } from './render.ts';

/** The one chat that a terminal is. */
export const TERMINAL_CHAT: Destination = { platform: 'terminal', chat: 'me' };

export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person sits there: a prompt, colours and broken lines, or plain lines. */
  readonly isTTY: boolean;
  /** Whether colours are welcome; as `isTTY` unless set (`NO_COLOR`). */
  readonly colour?: boolean;
  /** The terminal's width now; asked anew for each message, since windows are resized. */
  columns(): number | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly logger: Logger;
  onCommand(command: Command): Promise<Answer>;
  /** Ctrl-C, Ctrl-D, or the end of what was piped in (a service has no input: at once); after the last answer. */
  onEnd(): void;
  /** What is said where a command failed by our fault. */
  say(language: string, phrase: 'failed'): string;
}

export interface TerminalBot {
  readonly messenger: Messenger;
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): { readonly state: 'starting' | 'open' | 'stopped' };
}

const PROMPT = '> ';
const EDITED = '↻';

/** The terminal as a platform: the same commands and alerts as in a chat. Does nothing before `start`. */
export const createTerminal = (options: TerminalOptions): TerminalBot => {
  const { input, output, isTTY, colour = isTTY, language, logger, onCommand, onEnd } = options;
  let lines: Interface | undefined;
  let state: 'starting' | 'open' | 'stopped' = 'starting';
  let last = Promise.resolve();
  let nextId = 1;
  let isEnding = false;

  const look = (): TerminalLook => {
    const columns = isTTY ? options.columns() : undefined;
    return { colour, ...(columns === undefined ? {} : { columns }) };
  };
  const render = (card: Card): Message => renderTerminal(card, look());

  /** Above the prompt and what was typed so far, which may fill several rows. */
  const show = (text: string): void => {
    const prompting = isTTY && state === 'open' ? lines : undefined;
    if (prompting !== undefined) {
      moveCursor(output, 0, -prompting.getCursorPos().rows);
      cursorTo(output, 0);
      clearScreenDown(output);
    }
    output.write(`${text}\n\n`);
    prompting?.prompt(true);
  };

  const textOf = ({ payload, plain }: Message): string => (typeof payload === 'string' ? payload : plain);
  const messenger: Messenger = {
    platform: 'terminal',
    render,
    send: async (_, message) => {
      show(textOf(message));
      return { kind: 'sent', messageId: String(nextId++) };
    },
    // What scrolled away cannot be changed; it is said again, marked.
    edit: async (_, messageId, message) => {
      show(`${EDITED}\n${textOf(message)}`);
      return { kind: 'sent', messageId };
    },
  };

  const answer = async ({ name, words }: Said): Promise<void> => {
    try {
      const command: Command = {
        name,
        words,
        destination: TERMINAL_CHAT,
        language,
        may: 'operate',
        asker: 'me',
      };
      const { cards } = await onCommand(command);
      for (const card of cards) show(String(render(card).payload));
    } catch (error) {
      logger.error('terminal.command-failed', { name, error });
      show(options.say(language, 'failed'));
    }
  };

  const hear = (line: string): void => {
    const said = parseLine(line);
    if (said === undefined) lines?.prompt();
    else last = last.then(() => answer(said));
  };

  const end = (): void => {
    if (state !== 'open' || isEnding) return;
    isEnding = true;
    void last.then(onEnd);
  };

  const start = async (): Promise<void> => {
    state = 'open';
    lines = createInterface({
      input,
      ...(isTTY ? { output } : {}),
      terminal: isTTY,
      prompt: isTTY ? PROMPT : '',
    });
    lines.on('line', hear).on('SIGINT', end).on('close', end);
    if (isTTY) lines.prompt();
  };

  const stop = async (): Promise<void> => {
    state = 'stopped';
    await last;
    lines?.close();
    if (isTTY) output.write('\n');
  };

  return { messenger, start, stop, health: () => ({ state }) };
};
