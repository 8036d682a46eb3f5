import type { Span, Text, TextCard } from '../../domain/card.ts';
import { type CommandIds, mentionCommands } from './command-mentions.ts';
import { escapeMarkdown, linkTarget, oneLine, visible } from './escape.ts';
import { fitEscaped, takeParts } from './fit.ts';
import { longLinks } from './render-buttons.ts';

const GAP = '\n\n';

const NO_IDS: CommandIds = new Map();

/** Code knows no escape: a backquote inside would end it, so it becomes an ordinary quote. */
const renderCode = (text: string): string => `\`${oneLine(text).replaceAll('`', "'")}\``;

const renderSpan = (span: Span): string => {
  if (span.code) return span.text === '' ? '' : renderCode(span.text);
  const inner = escapeMarkdown(span.text);
  const bold = span.bold && inner.trim() !== '' ? `**${inner}**` : inner;
  const styled = span.italic && inner.trim() !== '' ? `*${bold}*` : bold;
  const target = span.href === undefined ? undefined : linkTarget(span.href);
  return target === undefined ? styled : `[${styled}](${target})`;
};

const renderParagraph = (paragraph: Text, ids: CommandIds): string =>
  paragraph
    .map((span) => (typeof span === 'string' ? mentionCommands(escapeMarkdown(span), ids) : renderSpan(span)))
    .join('');

const plainParagraph = (paragraph: Text): string =>
  paragraph.map((span) => (typeof span === 'string' ? span : span.text)).join('');

/** Paragraphs without their markup, one below the other. */
export const plainText = ({ paragraphs }: TextCard): string => paragraphs.map(plainParagraph).join('\n\n');

/** Paragraphs as markdown of at most `room` characters: whole ones while they fit, then one that is cut and loses its styles. */
export const renderText = (card: TextCard, room: number, ids: CommandIds = NO_IDS): string => {
  const paragraphs = card.paragraphs.filter((paragraph) => plainParagraph(paragraph).trim() !== '');
  const links = longLinks(card.buttons).map(({ label, url }) => `[${escapeMarkdown(label)}](${url})`);
  const kept = takeParts(
    [...paragraphs.map((paragraph) => renderParagraph(paragraph, ids)), ...links],
    room,
    GAP,
  );
  const next = paragraphs[kept.length];
  const left = room - kept.reduce((sum, part) => sum + part.length + GAP.length, 0);
  const cut = next === undefined || left < 1 ? [] : [fitEscaped(visible(plainParagraph(next)), left)];
  return [...kept, ...cut].join(GAP);
};
