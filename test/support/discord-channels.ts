import { isEmptyMessage, type Json, messageFaults } from './discord-payload.ts';
import { apiError, formError, type Reply, rateLimited } from './discord-reply.ts';
import { CODE, LASTS, LIMIT, type PermissionName, PUBLISHED } from './discord-rules.ts';
import { type Channel, type DiscordWorld, isThread, type StoredMessage } from './discord-world.ts';

const HOUR = 3_600_000;

/** Channels, threads, direct messages and what is written in them. */
export const createDiscordChannels = (world: DiscordWorld, now: () => number) => {
  const find = (id: string): Channel | undefined => {
    const channel = world.channels.get(id);
    return channel?.guild !== undefined && !world.guilds.has(channel.guild) ? undefined : channel;
  };

  /** Threads inherit what their channel denies. */
  const denies = (channel: Channel, permission: PermissionName): boolean =>
    channel.denied.has(permission) ||
    (channel.parent !== undefined &&
      isThread(channel) &&
      (world.channels.get(channel.parent)?.denied.has(permission) ?? false));

  const isClosed = ({ recipient }: Channel): boolean =>
    recipient !== undefined && world.users.get(recipient)?.closed === true;

  const isApart = ({ recipient }: Channel): boolean =>
    recipient !== undefined && world.users.get(recipient)?.apart === true;

  const hasEmbeds = ({ embeds }: Json): boolean => Array.isArray(embeds) && embeds.length > 0;

  /** Why a message may not be written here, in the order in which Discord looks. */
  const refusal = (channel: Channel, body: Json): Reply | undefined => {
    const sending = isThread(channel) ? 'sendMessagesInThreads' : 'sendMessages';
    const checks: readonly (readonly [boolean, Reply])[] = [
      [denies(channel, 'viewChannel'), apiError(403, CODE.missingAccess)],
      [isApart(channel), apiError(403, CODE.noMutualGuild)],
      [isClosed(channel), apiError(403, CODE.closedToMessages)],
      [channel.kind === 'forum', apiError(400, CODE.notText)],
      [channel.locked, apiError(400, CODE.threadLocked)],
      [denies(channel, sending), apiError(403, CODE.missingPermissions)],
      [hasEmbeds(body) && denies(channel, 'embedLinks'), apiError(403, CODE.missingPermissions)],
      [
        body.message_reference !== undefined && denies(channel, 'readMessageHistory'),
        apiError(400, CODE.noHistory),
      ],
    ];
    return checks.find(([applies]) => applies)?.[1];
  };

  const lostReference = (channel: Channel, body: Json): boolean => {
    const reference = body.message_reference as
      | { message_id?: string; fail_if_not_exists?: boolean }
      | undefined;
    const exists = world.messages.get(channel.id)?.some(({ id }) => id === reference?.message_id) ?? false;
    return reference !== undefined && !exists && reference.fail_if_not_exists !== false;
  };

  const sameNonce = (channel: Channel, body: Json): StoredMessage | undefined =>
    body.enforce_nonce === true && typeof body.nonce === 'string'
      ? world.messages
          .get(channel.id)
          ?.find(({ nonce, at }) => nonce === body.nonce && now() - at <= LASTS.nonce.value)
      : undefined;

  const bodyRefusal = (body: Json): Reply | undefined => {
    const faults = messageFaults(body);
    if (faults.length > 0) return formError(faults);
    return isEmptyMessage(body) ? apiError(400, CODE.emptyMessage) : undefined;
  };

  const post = (id: string, body: Json): Reply => {
    const channel = find(id);
    if (channel === undefined) return apiError(404, CODE.unknownChannel);
    const refused = refusal(channel, body) ?? bodyRefusal(body);
    if (refused !== undefined) return refused;
    if (lostReference(channel, body))
      return formError([{ path: 'message_reference', message: 'Unknown message' }]);
    const message = sameNonce(channel, body) ?? world.addMessage(channel.id, body);
    return { status: 200, body: world.messageJson(message) };
  };

  const patch = (id: string, messageId: string, body: Json): Reply => {
    const channel = find(id);
    if (channel === undefined) return apiError(404, CODE.unknownChannel);
    if (denies(channel, 'viewChannel')) return apiError(403, CODE.missingAccess);
    const message = world.messages.get(id)?.find((candidate) => candidate.id === messageId);
    if (message === undefined) return apiError(404, CODE.unknownMessage);
    if (message.author !== world.botId) return apiError(403, CODE.othersMessage);
    const faults = messageFaults(body);
    if (faults.length > 0) return formError(faults);
    message.body = { ...message.body, ...body };
    message.edits += 1;
    return { status: 200, body: world.messageJson(message) };
  };

  const history = (id: string, limit: number): Reply => {
    const channel = find(id);
    if (channel === undefined) return apiError(404, CODE.unknownChannel);
    if (denies(channel, 'viewChannel')) return apiError(403, CODE.missingAccess);
    // Without the right to read the history Discord answers with no messages, not with an error.
    const all = denies(channel, 'readMessageHistory') ? [] : (world.messages.get(id) ?? []);
    return { status: 200, body: all.slice(-limit).reverse().map(world.messageJson) };
  };

  /** When each channel published, in the last hour. */
  const publications = new Map<string, readonly number[]>();

  const crosspost = (id: string, messageId: string): Reply => {
    const message = world.messages.get(id)?.find((candidate) => candidate.id === messageId);
    if (message === undefined) return apiError(404, CODE.unknownMessage);
    if (find(id)?.kind !== 'announcement') return apiError(400, CODE.notText);
    const hour = (publications.get(id) ?? []).filter((at) => now() - at < HOUR);
    const [oldest] = hour;
    if (oldest !== undefined && hour.length >= PUBLISHED.value)
      return rateLimited((oldest + HOUR - now()) / 1000, 'user');
    publications.set(id, [...hour, now()]);
    message.published = true;
    return { status: 200, body: world.messageJson(message) };
  };

  const postRefusal = (forum: Channel, body: Json, tags: readonly unknown[]): Reply | undefined => {
    if (denies(forum, 'viewChannel')) return apiError(403, CODE.missingAccess);
    if (denies(forum, 'sendMessages')) return apiError(403, CODE.missingPermissions);
    if (forum.tagRequired && tags.length === 0) return apiError(400, CODE.tagRequired);
    const name = String(body.name ?? '');
    if (name.trim() === '' || name.length > LIMIT.threadName.value)
      return formError([{ path: 'name', message: 'Must be between 1 and 100 in length.' }]);
    return undefined;
  };

  /** A post in a forum is a thread whose first message has the thread's id. */
  const startPost = (id: string, body: Json): Reply => {
    const forum = find(id);
    if (forum === undefined) return apiError(404, CODE.unknownChannel);
    const tags = Array.isArray(body.applied_tags) ? body.applied_tags : [];
    const first = (body.message as Json | undefined) ?? {};
    const refused = postRefusal(forum, body, tags) ?? bodyRefusal(first);
    if (refused !== undefined) return refused;
    const guild = forum.guild === undefined ? {} : { guild: forum.guild };
    const thread = world.addChannel({
      kind: 'publicThread',
      name: String(body.name),
      parent: id,
      ...guild,
      tags: tags.map(String),
    });
    const message = world.addMessage(thread, first, world.botId, thread);
    const channel = world.channels.get(thread);
    if (channel === undefined) throw new Error('the thread was not kept');
    return { status: 201, body: { ...world.channelJson(channel), message: world.messageJson(message) } };
  };

  const show = (id: string): Reply => {
    const channel = find(id);
    return channel === undefined
      ? apiError(404, CODE.unknownChannel)
      : { status: 200, body: world.channelJson(channel) };
  };

  const activeThreads = (guild: string): Reply => {
    const threads = [...world.channels.values()].filter(
      (channel) => channel.guild === guild && isThread(channel),
    );
    return { status: 200, body: { threads: threads.map(world.channelJson), members: [] } };
  };

  const openDirect = (recipient: string): Reply => {
    const user = world.users.get(recipient);
    if (user === undefined) return apiError(404, CODE.unknownUser);
    const known = [...world.channels.values()].find((channel) => channel.recipient === recipient);
    const channel = known ?? world.channels.get(world.addChannel({ kind: 'dm', recipient }));
    return channel === undefined
      ? apiError(404, CODE.unknownUser)
      : { status: 200, body: world.channelJson(channel) };
  };

  return { post, patch, history, crosspost, startPost, openDirect, show, activeThreads };
};
export type DiscordChannels = ReturnType<typeof createDiscordChannels>;
