import type { AlertCard, Button, Card, CardSource, Message, Text, TextCard } from '../../domain/card.ts';
import { fitLines, type Line, type Piece } from './fit.ts';
import { isWebAddress, toHtml, wellFormed } from './html.ts';
import { ASK_VERB, promptMark } from './prompt.ts';

/** What `sendMessage` and `editMessageText` get beside the place. */
export interface TelegramPayload {
  readonly text: string;
  readonly parse_mode: 'HTML';
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup: TelegramMarkup;
}

type InlineButton =
  | { readonly text: string; readonly url: string }
  | { readonly text: string; readonly callback_data: string };

export type TelegramMarkup =
  | { readonly inline_keyboard: InlineButton[][] }
  | { readonly force_reply: true; readonly selective: true };

/** UTF-16 units after entities parsing: https://core.telegram.org/bots/api#sendmessage. */
const TEXT_LIMIT = 4096;
/** Bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton. */
const DATA_LIMIT = 64;
/** More are counted by the status line; a list of thirty outlets helps nobody. */
const MOST_SOURCES = 8;

const ASK_SIGN = '✎';

const SIGNS: Readonly<Record<AlertCard['tone'], string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '⚪️',
  eased: '🟢',
};

const fixed = (text: string): Piece => ({ text, fixed: true });
const BLANK: Line = [];

const sourceLine = ({ publisher, url, time }: CardSource): Line => [
  fixed('• '),
  { text: publisher, ...(url === undefined ? {} : { href: url }) },
  ...(time === '' ? [] : [fixed(', '), { text: time }]),
];

/** The mark stands on the line of its summary for what is left out: the one never without the other. */
const summaryLine = (summary: string, mark: string | undefined): Line =>
  mark === undefined ? [{ text: summary }] : [{ text: summary }, fixed('\n'), { text: mark, italic: true }];

const alertLines = (card: AlertCard): readonly Line[] => [
  [fixed(`${SIGNS[card.tone]} `), { text: card.headline, bold: true }],
  ...(card.status === '' ? [] : [[{ text: card.status }]]),
  ...(card.change === undefined ? [] : [[{ text: card.change, italic: true } as const]]),
  ...(card.fields.length === 0 ? [] : [BLANK]),
  ...card.fields.map(
    ({ label, value }): Line => [{ text: label, bold: true }, fixed(card.colon ?? ': '), { text: value }],
  ),
  ...(card.summary === undefined ? [] : [BLANK, summaryLine(card.summary, card.summaryMark)]),
  ...(card.sources.length === 0 ? [] : [BLANK, [{ text: card.sourcesLabel, bold: true } as const]]),
  ...card.sources.slice(0, MOST_SOURCES).map(sourceLine),
  ...(card.footer === '' ? [] : [BLANK, [{ text: card.footer, italic: true } as const]]),
];

const spans = (text: Text): Line => text.map((part) => (typeof part === 'string' ? { text: part } : part));

const textLines = ({ paragraphs, asks }: TextCard): readonly Line[] =>
  paragraphs.flatMap((paragraph, at) => {
    if (at > 0) return [BLANK, spans(paragraph)];
    return [asks === undefined ? spans(paragraph) : [promptMark(asks), ...spans(paragraph)]];
  });

const inlineButton = (button: Button): InlineButton | undefined => {
  const text = wellFormed(button.label);
  if (text === '') return undefined;
  if ('href' in button) return isWebAddress(button.href) ? { text, url: button.href } : undefined;
  const data = `${button.verb}~${button.id}`;
  // Telegram refuses the whole message for one button; the message matters more.
  return Buffer.byteLength(data) <= DATA_LIMIT ? { text, callback_data: data } : undefined;
};

const markupOf = (card: Card): TelegramMarkup => {
  // A message has either buttons or the question; `selective` puts it only to the one who is answered.
  const asks = card.shape === 'text' ? card.asks : undefined;
  if (asks !== undefined && card.buttons.length === 0) return { force_reply: true, selective: true };
  const asking: TextCard['buttons'] =
    asks === undefined ? [] : [[{ label: ASK_SIGN, verb: ASK_VERB, id: asks }]];
  return {
    inline_keyboard: [...card.buttons, ...asking]
      .map((row) => row.map(inlineButton).filter((button) => button !== undefined))
      .filter((row) => row.length > 0),
  };
};

const tidy = (line: Line): Line => line.map((piece) => ({ ...piece, text: wellFormed(piece.text) }));

const plainPiece = ({ fixed: isFixed, text, href }: Piece): Piece => ({
  text: isWebAddress(href) && href !== text && !isFixed ? `${text} (${href})` : text,
  ...(isFixed ? { fixed: isFixed } : {}),
});

/** A card as one Telegram message, and as plain text for the case that Telegram refuses the first. Pure. */
export const renderTelegram = (card: Card): Message => {
  const lines = (card.shape === 'alert' ? alertLines(card) : textLines(card)).map(tidy);
  const payload: TelegramPayload = {
    text: toHtml(fitLines(lines, TEXT_LIMIT)),
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: markupOf(card),
  };
  const plain = fitLines(
    lines.map((line) => line.map(plainPiece)),
    TEXT_LIMIT,
  );
  return { payload, plain: plain.map((line) => line.map(({ text }) => text).join('')).join('\n') };
};
