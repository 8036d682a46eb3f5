import {
  type APIInteraction,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Answer, Command } from '../../domain/command.ts';
import { destinationKey } from '../../domain/destination.ts';
import type { Logger } from '../../domain/ports.ts';
import { type Complete, completeOption } from './complete-option.ts';
import { fitPlain } from './fit.ts';
import type { Lanes } from './lanes.ts';
import { type Heard, type ParseOptions, parseInteraction, type ReplyHandle } from './parse-interaction.ts';
import type { Manner, Responder } from './respond.ts';
import { ANSWER_FIELD, ASK } from './verbs.ts';

/** What the platform itself has to say, before or beside the commands. */
export type DiscordPhrase = 'failed' | 'stale-button' | 'slow-down' | 'your-words';

/** Whom the interactions are for. */
export interface Listeners {
  onCommand(command: Command): Promise<Answer>;
  readonly complete: Complete;
  say(language: string, phrase: DiscordPhrase): string;
}

interface Tools extends ParseOptions {
  readonly responder: Responder;
  readonly lanes: Lanes;
  readonly logger: Logger;
}

/** https://discord.com/developers/docs/components/reference#text-input */
const MODAL_TEXT = 45;
const MOST_TYPED = 1000;

type HeardCommand = Extract<Heard, { kind: 'command' }>;

export interface Hearing {
  /** Never throws and waits for nothing. */
  hear(interaction: APIInteraction): void;
  /** Resolves when everything that was heard is answered. */
  idle(): Promise<void>;
}

/** Takes interactions in: every command is acknowledged first, then worked in the lane of its destination, then answered. */
export const createHearing = (
  { responder, lanes, logger, ...parsing }: Tools,
  { onCommand, complete, say }: Listeners,
): Hearing => {
  const notice = (language: string, phrase: DiscordPhrase): Answer => ({
    cards: [{ shape: 'text', paragraphs: [[say(language, phrase)]], buttons: [] }],
    private: true,
  });

  /** What the command throws is a bug, told to the asker and logged. */
  const work = async (command: Command): Promise<Answer> => {
    try {
      return await onCommand(command);
    } catch (error) {
      logger.error('discord.command-failed', { name: command.name, error });
      return notice(command.language, 'failed');
    }
  };

  const perform = async ({ command, reply, ...manner }: HeardCommand): Promise<void> => {
    if (!(await responder.acknowledge(reply, manner))) return;
    const job = async (): Promise<void> => responder.answer(reply, manner, await work(command));
    if (!lanes.run(destinationKey(command.destination), job))
      await responder.answer(reply, manner, notice(command.language, 'slow-down'));
  };

  const dismiss = async (reply: ReplyHandle, language: string): Promise<void> => {
    const manner: Manner = { isEphemeral: true, inPlace: false };
    if (await responder.acknowledge(reply, manner))
      await responder.answer(reply, manner, notice(language, 'stale-button'));
  };

  const modalOf = (asks: string, language: string): APIModalInteractionResponseCallbackData => ({
    custom_id: `${ASK}:${asks}`,
    title: fitPlain(`/${asks}`, MODAL_TEXT),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: ANSWER_FIELD,
            style: TextInputStyle.Short,
            label: fitPlain(say(language, 'your-words'), MODAL_TEXT),
            max_length: MOST_TYPED,
          },
        ],
      },
    ],
  });

  const handle = async (heard: Heard): Promise<void> => {
    if (heard.kind === 'command') return perform(heard);
    if (heard.kind === 'stale') return dismiss(heard.reply, heard.language);
    if (heard.kind === 'question') return responder.ask(heard.reply, modalOf(heard.asks, heard.language));
    if (heard.kind === 'completion')
      return responder.propose(heard.reply, completeOption(heard, parsing.table, complete));
  };

  const pending = new Set<Promise<void>>();

  const hear = (interaction: APIInteraction): void => {
    const handled = Promise.resolve()
      .then(() => handle(parseInteraction(interaction, parsing)))
      .catch((error: unknown) => logger.error('discord.interaction-failed', { error }))
      .then(() => void pending.delete(handled));
    pending.add(handled);
  };

  const idle = async (): Promise<void> => {
    await Promise.all(pending);
    await lanes.idle();
  };

  return { hear, idle };
};
