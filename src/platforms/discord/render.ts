import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { AlertCard, Card, Message, TextCard } from '../../domain/card.ts';
import type { CommandIds } from './command-mentions.ts';
import { oneLine, visible } from './escape.ts';
import { fitPlain } from './fit.ts';
import { LIMITS } from './limits.ts';
import type { Worth } from './publications.ts';
import { renderAlert } from './render-alert.ts';
import { renderButtons } from './render-buttons.ts';
import { plainText, renderText } from './render-text.ts';
import { ASK } from './verbs.ts';

export type Body = RESTPostAPIChannelMessageJSONBody;

/** A message for Discord's REST interface, and what only the sender must know of it. */
export interface Payload {
  readonly body: Body;
  /** Name of the post that it opens in a forum. */
  readonly title: string;
  /** Names of the tags that such a post would like, as far as the forum has them. */
  readonly tags: readonly string[];
  /** Why it is worth publishing from an announcement channel; absent where it is not. */
  readonly publish?: Worth;
}

/** Nothing that we write mentions anybody, whatever a feed has put into it. */
export const NO_MENTIONS = { parse: [] };

const plainAlert = (card: AlertCard): string =>
  [
    card.headline,
    card.status,
    card.change ?? '',
    ...card.fields.map(({ label, value }) => `${label}${card.colon ?? ': '}${value}`),
    // Whoever cuts it from behind takes the summary before its mark.
    card.summaryMark ?? '',
    card.summary ?? '',
    ...card.sources.map(({ publisher, url, time }) =>
      [publisher, time, url ?? ''].filter(Boolean).join(' · '),
    ),
    card.footer,
  ]
    .filter(Boolean)
    .join('\n');

const alertBody = (card: AlertCard): Body => ({
  embeds: [renderAlert(card)],
  components: renderButtons(card.buttons),
  allowed_mentions: NO_MENTIONS,
});

/** Short texts are ordinary messages; longer ones have the room of an embed. */
const textBody = (card: TextCard, ids: CommandIds | undefined): Body => {
  const whole = renderText(card, LIMITS.description, ids);
  const asking = card.asks === undefined ? [] : [[{ label: '✎', verb: ASK, id: card.asks }]];
  const rest = { components: renderButtons([...card.buttons, ...asking]), allowed_mentions: NO_MENTIONS };
  return whole.length <= LIMITS.content
    ? { content: whole, flags: MessageFlags.SuppressEmbeds, ...rest }
    : { embeds: [{ description: whole }], ...rest };
};

/** Followers hear of what is new and of what is critical. */
const worthOf = (card: Card): Pick<Payload, 'publish'> => {
  if (card.shape !== 'alert') return {};
  if (card.tone === 'critical') return { publish: 'critical' };
  return card.change === undefined ? { publish: 'opened' } : {};
};

/** Pure: a card as Discord takes it, every part fitted and escaped; commands are mentions where their ids are known. */
export const render = (card: Card, ids?: CommandIds): Message => {
  const isAlert = card.shape === 'alert';
  const plain = isAlert ? plainAlert(card) : plainText(card);
  const payload: Payload = {
    body: isAlert ? alertBody(card) : textBody(card, ids),
    title: fitPlain(oneLine(isAlert ? card.headline : plain), LIMITS.threadName) || '…',
    tags: isAlert ? (card.tags ?? []) : [],
    ...worthOf(card),
  };
  return { payload, plain: visible(plain) };
};
