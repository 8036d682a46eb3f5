import type { AlertCard, Button, Message } from '../domain/card.ts';
import type { Platform } from '../domain/destination.ts';

/** Buttons as they stand in the chat, one line a row. */
const buttonRows = (rows: readonly (readonly Button[])[]): string =>
  rows.map((row) => row.map(({ label }) => `[ ${label} ]`).join(' ')).join('\n');

const textOf = ({ payload, plain }: Message): string =>
  typeof payload === 'object' && payload !== null && 'text' in payload ? String(payload.text) : plain;

const bodyOf = ({ payload, plain }: Message): unknown =>
  typeof payload === 'object' && payload !== null && 'body' in payload ? payload.body : plain;

const onTelegram = async (card: AlertCard): Promise<string> => {
  const { renderTelegram } = await import('../platforms/telegram/render.ts');
  return `${textOf(renderTelegram(card))}\n\n${buttonRows(card.buttons)}`;
};

const onDiscord = async (card: AlertCard): Promise<string> => {
  const { render } = await import('../platforms/discord/render.ts');
  return JSON.stringify(bodyOf(render(card)), null, 2);
};

const inTerminal = async (card: AlertCard): Promise<string> => {
  const { renderTerminal } = await import('../platforms/terminal/render.ts');
  return renderTerminal(card, { colour: false }).plain;
};

const PREVIEWS: Readonly<Record<Platform, (card: AlertCard) => Promise<string>>> = {
  telegram: onTelegram,
  discord: onDiscord,
  terminal: inTerminal,
};

/**
 * An alert as a platform gets it: Telegram's HTML with its buttons, the body of Discord's request, the terminal's
 * lines. Each platform is loaded only when asked for.
 */
export const preview = (platform: Platform, card: AlertCard): Promise<string> => PREVIEWS[platform](card);
