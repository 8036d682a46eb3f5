import type { Card } from './card.ts';
import type { Destination } from './destination.ts';

/** Every verb that a person may say, on every platform. `commands/index.ts` is their table. */
export const COMMAND_NAMES = [
  'start',
  'help',
  'latest',
  'check',
  'exchange',
  'country',
  'incident',
  'why',
  'sources',
  'subscribe',
  'filters',
  'unsubscribe',
  'pause',
  'resume',
  'digest',
  'quiet',
  'language',
  'test',
  'diagnose',
  'export',
  'forget',
  'mute',
  'irrelevant',
  'ops',
  'reload',
  'retract',
  'merge',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** What the asker may do here: ask, set up this place, or run the whole bot. */
export type May = 'ask' | 'set-up' | 'operate';

/** Chat text and slash commands become one command. */
export interface Command {
  readonly name: CommandName;
  /** Free words in any order, as typed (`binance okx in nigeria, high, daily`). */
  readonly words: string;
  readonly destination: Destination;
  /** The asker's language, BCP 47: personal answers follow it. */
  readonly language: string;
  /** The language that the place has chosen for itself, where the platform tells (Discord: a community server's). */
  readonly placeLanguage?: string;
  readonly may: May;
  /** The platform's id of the asker; absent where a channel speaks. */
  readonly asker?: string;
}

/** What is said back; `private` to the asker only, where the platform can. */
export interface Answer {
  readonly cards: readonly Card[];
  readonly private: boolean;
  /** The first card replaces the message whose button was pressed; sent like any other where none was. */
  readonly inPlace?: boolean;
}
