import type { AlertCard, Button, Card, CardSource, Message, Text, TextCard } from '../../domain/card.ts';
import { wrap } from './wrap.ts';

export interface TerminalLook {
  /** Whether the terminal shows colours. */
  readonly colour: boolean;
  /** Columns of the terminal, or undefined where lines are not to be broken (a pipe, a file). */
  readonly columns?: number;
}

const SIGNS: Readonly<Record<AlertCard['tone'], { readonly sign: string; readonly sgr: string }>> = {
  critical: { sign: '!!!', sgr: '1;31' },
  high: { sign: '!!', sgr: '1;33' },
  medium: { sign: '!', sgr: '1;36' },
  low: { sign: '-', sgr: '1' },
  eased: { sign: '+', sgr: '1;32' },
};

const DIM = '2';
/** Text wider than this is tiresome to read on a wide screen. */
const WIDEST = 100;
const NARROWEST = 20;

/** Feeds are strangers: what they write must not move the cursor or ring the bell. */
const tame = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e]+/gu, ' ');

interface Row {
  readonly text: string;
  readonly sgr?: string;
  /** Columns that the second and further lines stand in. */
  readonly hang?: number;
}

const indented = (rows: readonly string[], hang: number): readonly string[] =>
  rows.map((row, at) => (at === 0 ? row : `${' '.repeat(hang)}${row}`));

const laidOut = ({ text, sgr, hang = 0 }: Row, { colour, columns }: TerminalLook): readonly string[] => {
  const width = columns === undefined ? undefined : Math.max(Math.min(columns, WIDEST), NARROWEST);
  const rows = width === undefined ? [text] : indented(wrap(text, width - hang), hang);
  return colour && sgr !== undefined ? rows.map((row) => `\u001b[${sgr}m${row}\u001b[0m`) : rows;
};

const sourceRow = ({ publisher, url, time }: CardSource): Row => ({
  text: tame(`  * ${publisher}, ${time}${url === undefined ? '' : ` ${url}`}`),
  hang: 4,
});

/** A button is a command that one can type: `/mute 1a2b`. */
const buttonText = (button: Button, colon: string): string =>
  `${button.label}${colon}${'href' in button ? button.href : `/${button.verb} ${button.id}`}`;

const COLON = ': ';
const colonOf = (card: Card): string => (card.shape === 'alert' ? card.colon : undefined) ?? COLON;

const buttonRows = (card: Card): readonly Row[] =>
  card.buttons
    .flat()
    .map((button) => ({ text: tame(`  > ${buttonText(button, colonOf(card))}`), sgr: DIM, hang: 4 }));

const alertRows = (card: AlertCard): readonly Row[] => {
  const { sign, sgr } = SIGNS[card.tone];
  return [
    { text: tame(`${sign} ${card.headline}`), sgr, hang: sign.length + 1 },
    ...(card.status === '' ? [] : [{ text: tame(card.status), sgr: DIM }]),
    ...(card.change === undefined ? [] : [{ text: tame(card.change), sgr: '1' }]),
    ...card.fields.map(({ label, value }) => ({ text: tame(`  ${label}${colonOf(card)}${value}`), hang: 4 })),
    ...(card.summary === undefined ? [] : [{ text: '' }, { text: tame(card.summary) }]),
    ...(card.summaryMark === undefined ? [] : [{ text: tame(card.summaryMark), sgr: DIM }]),
    ...(card.sources.length === 0
      ? []
      : [{ text: '' }, { text: tame(`${card.sourcesLabel}${colonOf(card)}`.trimEnd()) }]),
    ...card.sources.map(sourceRow),
    ...buttonRows(card),
    ...(card.footer === '' ? [] : [{ text: tame(card.footer), sgr: DIM }]),
  ];
};

const plain = (text: Text): string =>
  text
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.href === undefined || part.href === part.text ? part.text : `${part.text} (${part.href})`;
    })
    .join('');

/** A paragraph may hold several lines (lists). */
const textRows = (card: TextCard): readonly Row[] => [
  ...card.paragraphs.flatMap((paragraph, at) => [
    ...(at === 0 ? [] : [{ text: '' }]),
    ...plain(paragraph)
      .split('\n')
      .map((line) => ({ text: tame(line) })),
  ]),
  ...buttonRows(card),
];

/** A card as lines of text. Pure; `payload` is the coloured and broken text, `plain` neither. */
export const renderTerminal = (card: Card, look: TerminalLook): Message => {
  const rows = card.shape === 'alert' ? alertRows(card) : textRows(card);
  const text = (how: TerminalLook): string => rows.flatMap((row) => laidOut(row, how)).join('\n');
  return { payload: text(look), plain: text({ colour: false }) };
};
