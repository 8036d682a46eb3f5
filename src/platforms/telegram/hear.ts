import type { Update, UserFromGetMe } from 'telegraf/types';
import type { Answer, Command } from '../../domain/command.ts';
import type { Destination } from '../../domain/destination.ts';
import type { Logger, Messenger } from '../../domain/ports.ts';
import type { Answerer } from './answer.ts';
import type { Call } from './call.ts';
import { answerInline } from './inline.ts';
import type { Lanes } from './lanes.ts';
import { aboutElsewhere, findOtherChat } from './other-chat.ts';
import { type Asked, commandIn, type Happening, type Presence, parseUpdate } from './parse-update.ts';
import type { Prompts } from './prompts.ts';
import type { Rights } from './rights.ts';

/** What the platform itself has to say, before or beside the commands. */
export type TelegramPhrase =
  | 'stale-button'
  | 'slow-down'
  | 'failed'
  | 'chat-unknown'
  | 'chat-not-yours'
  | 'chat-closed-to-us'
  | 'answer-here';

/** Whom the updates are for. */
export interface Listeners {
  onCommand(command: Command): Promise<Answer>;
  /** We came, left, were blocked, or our rights changed. The answer goes to the chat; for a channel to who did it. */
  onPresence(presence: Presence): Promise<Answer | undefined>;
  /** A group became a supergroup. */
  onMoved(from: Destination, to: Destination): Promise<void>;
  say(language: string, phrase: TelegramPhrase): string;
}

interface Tools {
  readonly call: Call;
  readonly messenger: Messenger;
  readonly answerer: Answerer;
  readonly rights: Rights;
  readonly prompts: Prompts;
  readonly lanes: Lanes;
  readonly logger: Logger;
}

const commandOf = (
  { name, words, destination, language, asker }: Asked,
  may: Command['may'],
  there: Partial<Pick<Command, 'destination' | 'words'>>,
): Command => ({
  name,
  words,
  destination,
  language,
  may,
  ...(asker === undefined ? {} : { asker }),
  ...there,
});

/**
 * Takes updates in. The returned function hands each at once to its chat's lane, so that a slow chat does not hold up the
 * others; what it returns resolves when the update is answered, and never rejects. It throws for an update that it cannot read.
 */
export const createHearing = (
  { call, messenger, answerer, rights, prompts, lanes, logger }: Tools,
  { onCommand, onPresence, onMoved, say }: Listeners,
): ((update: Update, me: UserFromGetMe) => Promise<void>) => {
  const notice = (asked: Asked, phrase: TelegramPhrase): Promise<void> =>
    answerer.answer(asked, {
      cards: [{ shape: 'text', paragraphs: [[say(asked.language, phrase)]], buttons: [] }],
      private: true,
    });

  /** Plain words complete what was asked last, where something was. */
  const completed = (asked: Asked, me: UserFromGetMe): Asked => {
    const asks = asked.isPlain === true ? prompts.of(asked.destination.chat) : undefined;
    return asks === undefined ? asked : { ...asked, ...commandIn(`/${asks} ${asked.words}`, me) };
  };

  const reply = async (asked: Asked, answer: Answer): Promise<void> => {
    const last = answer.cards.at(-1);
    if (asked.standing === 'private')
      prompts.note(asked.destination.chat, last?.shape === 'text' ? last.asks : undefined);
    await answerer.answer(asked, answer);
  };

  const converse = async (said: Asked, me: UserFromGetMe): Promise<void> => {
    const asked = completed(said, me);
    const other = await findOtherChat(call, rights, String(me.id), asked);
    if (other.kind === 'refused') return notice(asked, other.why);
    const may = await rights.mayOf(asked);
    if (other.kind === 'here') return reply(asked, await onCommand(commandOf(asked, may, {})));
    const { destination, words, title, handle } = other;
    const answer = await onCommand(commandOf(asked, may, { destination, words }));
    return reply(asked, aboutElsewhere(answer, title, handle));
  };

  /** One command, from asking to answering; what it throws is a bug, told to the asker and logged. */
  const perform = async (asked: Asked, me: UserFromGetMe): Promise<void> => {
    try {
      await converse(asked, me);
    } catch (error) {
      logger.error('telegram.command-failed', { name: asked.name, error });
      await notice(asked, 'failed');
    }
  };

  const greet = async (presence: Presence): Promise<void> => {
    const answer = await onPresence(presence);
    const { destination, place, by } = presence;
    // People who read a channel did not ask for us; who brought us there is told in private.
    const to: Destination = place === 'channel' ? { platform: 'telegram', chat: by } : destination;
    if (answer !== undefined) await answerer.tell(to, answer.cards);
  };

  /** A message that waits for its answer: in a group for that of the person who pressed. */
  const question = async (asking: Extract<Happening, { kind: 'question' }>): Promise<void> => {
    const { asks, destination, isPrivate, asker, queryId, language } = asking;
    const text = say(language, 'answer-here');
    const person = { text: asker.name, href: `tg://user?id=${asker.id}` };
    if (isPrivate) prompts.note(destination.chat, asks);
    await answerer.release(queryId);
    await answerer.tell(destination, [
      { shape: 'text', paragraphs: [isPrivate ? [text] : [person, ': ', text]], asks, buttons: [] },
    ]);
  };

  const dismiss = (queryId: string, language: string, phrase: TelegramPhrase): Promise<void> =>
    lanes.queue(`press ${queryId}`, () => answerer.release(queryId, say(language, phrase)));

  const ask = async (asked: Asked, me: UserFromGetMe): Promise<void> => {
    const taken = lanes.offer(asked.destination.chat, () => perform(asked, me));
    if (taken !== undefined) return taken;
    logger.debug('telegram.flood', { chat: asked.destination.chat });
    if (asked.queryId !== undefined) await dismiss(asked.queryId, asked.language, 'slow-down');
  };

  const take = async (happening: Happening, me: UserFromGetMe): Promise<void> => {
    switch (happening.kind) {
      case 'asked':
        return ask(happening, me);
      case 'question':
        return (
          lanes.offer(happening.destination.chat, () => question(happening)) ??
          dismiss(happening.queryId, happening.language, 'slow-down')
        );
      case 'stale-press':
        return dismiss(happening.queryId, happening.language, 'stale-button');
      case 'presence':
        return lanes.queue(happening.destination.chat, () => greet(happening));
      case 'moved':
        return lanes.queue(happening.from.chat, () => onMoved(happening.from, happening.to));
      case 'inline':
        return lanes.offer(`inline ${happening.asker}`, () =>
          answerInline(call, messenger, onCommand, happening),
        );
      case 'nothing':
        return undefined;
    }
  };

  return (update, me) => take(parseUpdate(update, me), me);
};
