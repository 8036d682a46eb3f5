import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { CommandTable } from './command-table.ts';
import { fitPlain } from './fit.ts';
import { LIMITS } from './limits.ts';

/** One proposal: what is shown and what is filled in. */
export interface Proposal {
  readonly name: string;
  readonly value: string;
}

/**
 * Answers from memory, at once: Discord waits three seconds and people type fast. Best first; where several names may be
 * given, the last is completed and those before it are kept.
 */
export type Complete = (kind: string, text: string, language: string) => readonly Proposal[];

interface Typing {
  readonly command: string;
  readonly option: string;
  readonly text: string;
  readonly language: string;
}

/** Up to 25 choices of up to 100 characters; a value that is longer cannot be shortened and is left out. */
export const completeOption = (
  { command, option, text, language }: Typing,
  table: CommandTable,
  complete: Complete,
): APIApplicationCommandOptionChoice<string>[] => {
  const spec = table.find(({ name }) => name === command)?.options.find(({ name }) => name === option);
  if (spec?.completes === undefined) return [];
  const seen = new Set<string>();
  return complete(spec.completes, text, language)
    .map(({ name, value }) => ({ name: fitPlain(name, LIMITS.choice), value }))
    .filter(
      ({ name, value }) =>
        name !== '' && value.length <= LIMITS.choice && !seen.has(value) && seen.add(value),
    )
    .slice(0, LIMITS.choices);
};
