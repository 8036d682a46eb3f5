import type { Settings } from '../config/settings.ts';
import type { Answer, Command } from '../domain/command.ts';
import type { Destination } from '../domain/destination.ts';
import type { Subscriptions, Words } from '../domain/ports.ts';

/** Whom the operators serve: everybody, or those on their list. */
export interface Access {
  /** True for listed chats and people, for operators, and for places that one of them set up. */
  serves(destination: Destination, person: string | undefined): Promise<boolean>;
  /** What the others are told: with the name under which the operators would list the chat. */
  refusal(destination: Destination, language: string): Answer;
  /** Answers those who are served. */
  guard(answer: (command: Command) => Promise<Answer>): (command: Command) => Promise<Answer>;
}

export const createAccess = (
  { access, allowlist, operators }: Pick<Settings, 'access' | 'allowlist' | 'operators'>,
  subscriptions: Pick<Subscriptions, 'get'>,
  words: Words,
): Access => {
  const listed = new Set([...allowlist, ...operators]);
  const isListed = (platform: string, id: string | undefined): boolean =>
    id !== undefined && listed.has(`${platform}-${id}`);

  const serves: Access['serves'] = async (destination, person) => {
    const { platform, chat } = destination;
    if (access === 'open' || platform === 'terminal') return true;
    if (isListed(platform, chat) || isListed(platform, person)) return true;
    return isListed(platform, (await subscriptions.get(destination))?.createdBy);
  };
  const refusal: Access['refusal'] = ({ platform, chat }, language) => ({
    cards: [
      {
        shape: 'text',
        paragraphs: [[words.say(language, 'errors.not-served', { place: `${platform}-${chat}` })]],
        buttons: [],
      },
    ],
    private: true,
  });
  return {
    serves,
    refusal,
    guard: (answer) => async (command) => {
      const { may, destination, asker, language } = command;
      const isServed = may === 'operate' || (await serves(destination, asker));
      return isServed ? answer(command) : refusal(destination, language);
    },
  };
};
