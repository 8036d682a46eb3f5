import { MessageFlags } from 'discord.js';
import type { Message } from '../../domain/card.ts';
import { oneLine } from './escape.ts';
import { fitEscaped, fitPlain } from './fit.ts';
import { LIMITS } from './limits.ts';
import { NO_MENTIONS, type Payload } from './render.ts';

const isPayload = (payload: unknown): payload is Payload =>
  typeof payload === 'object' && payload !== null && 'body' in payload && 'title' in payload;

/** The rendered payload, or the plain text as a message where that was refused and is sent instead. */
export const payloadOf = ({ payload, plain }: Message): Payload =>
  isPayload(payload)
    ? payload
    : {
        body: {
          content: fitEscaped(plain, LIMITS.content),
          flags: MessageFlags.SuppressEmbeds,
          allowed_mentions: NO_MENTIONS,
        },
        title: fitPlain(oneLine(plain), LIMITS.threadName) || '…',
        tags: [],
      };
