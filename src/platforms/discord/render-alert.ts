import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { AlertCard, CardSource } from '../../domain/card.ts';
import { SECOND } from '../../domain/instant.ts';
import { escapeMarkdown, linkTarget, oneLine, visible } from './escape.ts';
import { fitEscaped, fitPlain, takeParts } from './fit.ts';
import { LIMITS } from './limits.ts';
import { longLinks } from './render-buttons.ts';

/** Colours of the bar beside the embed; the severity stands in words too, for those who do not see them. */
export const COLOURS: Readonly<Record<AlertCard['tone'], number>> = {
  critical: 0xb42318,
  high: 0xdd6b20,
  medium: 0xd69e2e,
  low: 0x4a5568,
  eased: 0x2f855a,
};

/** So many characters of an incident's id tell it apart for a reader; the commands take them. */
const SHORT_ID = 6;

/** No more than so many characters for a name or a publisher, that one part may not push out the others. */
const SHORT_TEXT = 100;

const FOOTER = 300;

/** A value up to this length shares its line with others. */
const INLINE = 60;

/** Room that is kept for the sources, whatever else there is. */
const SOURCES = LIMITS.fieldValue;

/** `<t:1520000000:R>`: Discord writes it as the reader's own "5 minutes ago". */
const timestamp = (at: number): string => `<t:${Math.floor(at / SECOND)}:R>`;

const renderSource = ({ publisher, url, at }: CardSource): string => {
  const name = fitEscaped(oneLine(publisher), SHORT_TEXT);
  const target = url === undefined ? undefined : linkTarget(url);
  const linked = target === undefined ? name : `[${name}](${target}) ${timestamp(at)}`;
  return linked.length <= LIMITS.fieldValue ? linked : `${name} ${timestamp(at)}`;
};

const withShortId = ({ footer, incidentId }: AlertCard): string => {
  const shortId = incidentId.slice(0, SHORT_ID);
  const text = oneLine(footer);
  if (text.includes(shortId)) return fitPlain(text, FOOTER);
  return [fitPlain(text, FOOTER - shortId.length), shortId].filter(Boolean).join(' · ');
};

const renderField = ({ label, value }: { label: string; value: string }): APIEmbedField | undefined => {
  const name = fitEscaped(oneLine(label), SHORT_TEXT);
  const text = fitEscaped(visible(value), LIMITS.fieldValue);
  return name === '' || text === '' ? undefined : { name, value: text, inline: value.length <= INLINE };
};

const sizeOf = ({ name, value }: APIEmbedField): number => name.length + value.length;

/** Fields in their order while they fit; the room is what the whole embed has left. */
const fitFields = (fields: readonly APIEmbedField[], room: number): APIEmbedField[] => {
  let left = room;
  return fields.slice(0, LIMITS.fields - 1).filter((field) => {
    left -= sizeOf(field);
    return left >= 0;
  });
};

const renderSources = ({ sources, sourcesLabel }: AlertCard): APIEmbedField[] => {
  const value = takeParts(sources.map(renderSource), SOURCES, '\n').join('\n');
  const name = fitEscaped(oneLine(sourcesLabel), SHORT_TEXT);
  return value === '' || name === '' ? [] : [{ name, value, inline: false }];
};

const describe = (card: AlertCard, room: number): string => {
  const links = longLinks(card.buttons).map(({ label, url }) => `[${escapeMarkdown(label)}](${url})`);
  const lines = [
    card.status === '' ? '' : `**${fitEscaped(oneLine(card.status), LIMITS.fieldValue)}**`,
    card.change === undefined ? '' : fitEscaped(oneLine(card.change), LIMITS.fieldValue),
    ...links,
  ].filter(Boolean);
  const head = takeParts(lines, room, '\n').join('\n');
  // A summary by a model is never shown without its mark.
  const mark = card.summaryMark === undefined ? '' : `\n-# ${escapeMarkdown(oneLine(card.summaryMark))}`;
  const left = room - head.length - '\n\n'.length - mark.length;
  const summary = card.summary === undefined || left <= 0 ? '' : fitEscaped(visible(card.summary), left);
  return [head, summary === '' ? '' : `${summary}${mark}`].filter(Boolean).join('\n\n');
};

/**
 * An alert as an embed, fitted part by part: headline, footer and sources first, then fields, and the summary takes
 * what is left of 6,000 characters.
 */
export const renderAlert = (card: AlertCard): APIEmbed => {
  const title = fitEscaped(oneLine(card.headline), LIMITS.title);
  const footer = withShortId(card);
  const sources = renderSources(card);
  const statusRoom = 2 * LIMITS.fieldValue;
  const taken = title.length + footer.length + sources.reduce((sum, field) => sum + sizeOf(field), 0);
  const fields = fitFields(
    card.fields.flatMap((field) => renderField(field) ?? []),
    LIMITS.embedTotal - taken - statusRoom,
  );
  const left = LIMITS.embedTotal - taken - fields.reduce((sum, field) => sum + sizeOf(field), 0);
  const description = describe(card, Math.min(left, LIMITS.description));
  return {
    ...(title === '' ? {} : { title }),
    ...(description === '' ? {} : { description }),
    color: COLOURS[card.tone],
    fields: [...fields, ...sources],
    footer: { text: footer },
  };
};
