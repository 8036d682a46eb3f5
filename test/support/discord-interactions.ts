import { choiceFaults, type Json, messageFaults } from './discord-payload.ts';
import { apiError, formError, type Reply } from './discord-reply.ts';
import { CODE, LASTS } from './discord-rules.ts';
import type { DiscordWorld } from './discord-world.ts';

/** What the person behind an interaction sees of it, step by step. */
export interface InteractionRecord {
  readonly id: string;
  readonly token: string;
  readonly at: number;
  /** Type of the initial response; absent until there is one. */
  acknowledged?: number;
  ephemeral: boolean;
  /** Milliseconds until the initial response. */
  acknowledgedAfter?: number;
  /** Answers in their order: the first response, then follow-ups. */
  readonly answers: { readonly id: string; body: Json }[];
  choices?: readonly { readonly name: string; readonly value: string }[];
  modal?: Json;
}

const MOST_KEPT = 500;

const EPHEMERAL = 64;
const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;
const MODAL = 9;

/** Interactions and the webhooks that answer them. */
export const createDiscordInteractions = (world: DiscordWorld, now: () => number) => {
  const byId = new Map<string, InteractionRecord>();
  const byToken = new Map<string, InteractionRecord>();

  const forgetOldest = (): void => {
    const oldest = byId.size > MOST_KEPT ? byId.values().next().value : undefined;
    if (oldest === undefined) return;
    byId.delete(oldest.id);
    byToken.delete(oldest.token);
  };

  const open = (): InteractionRecord => {
    const id = world.nextId();
    const record: InteractionRecord = {
      id,
      token: `interaction-token-${id}`,
      at: now(),
      ephemeral: false,
      answers: [],
    };
    byId.set(id, record);
    byToken.set(record.token, record);
    forgetOldest();
    return record;
  };

  const isEphemeral = (data: unknown): boolean =>
    typeof data === 'object' && data !== null && 'flags' in data && (Number(data.flags) & EPHEMERAL) !== 0;

  const accept = (record: InteractionRecord, type: number, data: Json): Reply => {
    const faults = type === CHOICES ? choiceFaults(data) : messageFaults(data);
    if (faults.length > 0) return formError(faults);
    record.acknowledged = type;
    record.acknowledgedAfter = now() - record.at;
    record.ephemeral = isEphemeral(data);
    if (type === MESSAGE || type === UPDATE) record.answers.push({ id: '@original', body: data });
    if (type === CHOICES) record.choices = data.choices as InteractionRecord['choices'] & object;
    if (type === MODAL) record.modal = data;
    return { status: 204 };
  };

  const callback = (id: string, token: string, body: Json): Reply => {
    const record = byId.get(id);
    if (record === undefined || record.token !== token) return apiError(404, CODE.unknownInteraction);
    if (record.acknowledged !== undefined) return apiError(400, CODE.acknowledged);
    if (now() - record.at > LASTS.acknowledge.value) return apiError(404, CODE.unknownInteraction);
    return accept(record, Number(body.type), (body.data as Json | undefined) ?? {});
  };

  const alive = (token: string): InteractionRecord | undefined => {
    const record = byToken.get(token);
    return record?.acknowledged === undefined || now() - record.at > LASTS.interaction.value
      ? undefined
      : record;
  };

  const editOriginal = (token: string, body: Json): Reply => {
    const record = alive(token);
    if (record === undefined) return apiError(404, CODE.unknownWebhook);
    const faults = messageFaults(body);
    if (faults.length > 0) return formError(faults);
    const first = record.answers[0];
    if (first === undefined) record.answers.push({ id: '@original', body });
    else first.body = { ...first.body, ...body };
    return {
      status: 200,
      body: { id: world.nextId(), channel_id: '1', author: world.userJson(world.botId), ...body },
    };
  };

  const followUp = (token: string, body: Json): Reply => {
    const record = alive(token);
    if (record === undefined) return apiError(404, CODE.unknownWebhook);
    const faults = messageFaults(body);
    if (faults.length > 0) return formError(faults);
    const id = world.nextId();
    record.answers.push({ id, body });
    return { status: 200, body: { id, channel_id: '1', author: world.userJson(world.botId), ...body } };
  };

  const isThinking = (record: InteractionRecord): boolean =>
    (record.acknowledged === DEFERRED_MESSAGE || record.acknowledged === DEFERRED_UPDATE) &&
    record.answers.length === 0;

  return { open, callback, editOriginal, followUp, isThinking };
};
export type DiscordInteractions = ReturnType<typeof createDiscordInteractions>;
