import type { Spoken } from './telegram-world.ts';

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const turn = ({ who, text, buttons = [], isEdit }: Spoken): string => {
  const rows = buttons.map((row) => row.map((label) => `\`[ ${label} ]\``).join(' '));
  const body = rows.length === 0 ? text : `${text}\n\n${rows.join('\n')}`;
  return `**${who}**${isEdit ? ' (edited)' : ''}\n${quoted(body)}`;
};

/** A conversation as Markdown: who, and what in a quotation; buttons as `[ label ]`. */
export const transcriptOf = (story: readonly Spoken[]): string => `${story.map(turn).join('\n\n')}\n`;
