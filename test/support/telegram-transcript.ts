import type { Spoken } from './telegram-world.ts';

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

const turn = ({ who, text, buttons = [], isEdit, isNotice }: Spoken): string => {
  // The mark of a question has no width: nobody sees it.
  const shown = text.replaceAll('\u200d', '');
  const rows = buttons.map((row) => row.map((label) => `\`[ ${label} ]\``).join(' '));
  const body = rows.length === 0 ? shown : `${shown}\n\n${rows.join('\n')}`;
  const how = isEdit ? ' (edits its message)' : isNotice ? ' (to the one who pressed)' : '';
  return `**${who}**${how}\n${quoted(body)}`;
};

/** A conversation as Markdown: who, and what in a quotation; buttons as `[ label ]`. */
export const transcriptOf = (story: readonly Spoken[]): string => `${story.map(turn).join('\n\n')}\n`;
