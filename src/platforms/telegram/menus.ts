import type { BotCommand, BotCommandScope } from 'telegraf/types';
import { baseLanguage } from '../../domain/base-language.ts';
import type { Call } from './call.ts';

/** One line of the menu that Telegram shows when somebody types `/`. */
export interface MenuCommand {
  readonly name: string;
  /** Whom it is shown to: everyone, or those who may set up a place. */
  readonly for: 'anyone' | 'set-up';
  /** By language (BCP 47, of which Telegram takes the first two letters); `en` is shown to all others. */
  readonly description: Readonly<Record<string, string>>;
}

/** https://core.telegram.org/bots/api#botcommand. */
const DESCRIPTION_LIMIT = 256;
const DEFAULT_LANGUAGE = 'en';

const SCOPES: readonly { readonly type: BotCommandScope['type']; readonly all: boolean }[] = [
  { type: 'all_private_chats', all: true },
  { type: 'all_group_chats', all: false },
  { type: 'all_chat_administrators', all: true },
];

const linesFor = (menu: readonly MenuCommand[], language: string, all: boolean): BotCommand[] =>
  menu
    .filter((command) => all || command.for === 'anyone')
    .map(({ name, description }) => ({
      command: name,
      description: (description[language] ?? description[DEFAULT_LANGUAGE] ?? name).slice(
        0,
        DESCRIPTION_LIMIT,
      ),
    }));

const same = (a: readonly BotCommand[], b: readonly BotCommand[]): boolean =>
  a.length === b.length &&
  a.every((line, at) => line.command === b[at]?.command && line.description === b[at]?.description);

/** Telegram knows two letters: of two languages that share them the first is kept, else each start would change the menu. */
const languagesOf = (menu: readonly MenuCommand[]): readonly string[] => {
  const all = [...new Set(menu.flatMap(({ description }) => Object.keys(description)))];
  return all.filter(
    (language, at) => all.findIndex((each) => baseLanguage(each) === baseLanguage(language)) === at,
  );
};

/**
 * Gives Telegram the menus per language and kind of chat; says nothing where they already stand so.
 * @throws what telegraf throws
 */
export const updateMenus = async (call: Call, menu: readonly MenuCommand[]): Promise<void> => {
  for (const language of languagesOf(menu))
    for (const { type, all } of SCOPES) {
      const place = {
        scope: { type } as BotCommandScope,
        ...(language === DEFAULT_LANGUAGE ? {} : { language_code: baseLanguage(language) }),
      };
      const commands = linesFor(menu, language, all);
      const standing = await call('getMyCommands', place);
      if (!same(standing, commands)) await call('setMyCommands', { ...place, commands });
    }
};
