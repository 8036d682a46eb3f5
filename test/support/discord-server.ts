import { createServer } from 'node:http';
import { createDiscordGateway } from './discord-gateway.ts';
import { createDiscordInteractions, type InteractionRecord } from './discord-interactions.ts';
import type { Json } from './discord-payload.ts';
import { createDiscordRest, type Fault } from './discord-rest.ts';
import { CHANNEL, GATEWAY_RULES, type PermissionName } from './discord-rules.ts';
import { type Channel, createDiscordWorld, type StoredMessage } from './discord-world.ts';

export interface DiscordServerOptions {
  readonly token?: string;
  readonly heartbeatMs?: number;
  readonly now?: () => number;
  readonly bucket?: { readonly limit: number; readonly windowMs: number };
  /** How many shards Discord recommends and asks for; one unless set. */
  readonly shards?: number;
  /** Logins that were made today before. */
  readonly loginsBefore?: number;
  /** A port to come back on after an outage. */
  readonly port?: number;
}

/** The value of a slash command's option, as the person filled it in. */
export type OptionValue = string | number | boolean;

const OPTION_TYPE = { string: 3, number: 4, boolean: 5, channel: 7, role: 8 } as const;

const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL_SUBMIT = 5;

/**
 * Discord v10 on loopback, REST and gateway, for the real client: `discord-rules.ts` says which rules it keeps.
 * The driver's verbs (`slash`, `press`, `type`) do what a person does, and refuse what Discord would not let them do.
 */
export const openDiscordServer = async ({
  token = 'loopback-token',
  heartbeatMs = GATEWAY_RULES.heartbeat.value,
  now = Date.now,
  bucket = { limit: 1000, windowMs: 1000 },
  shards = 1,
  loginsBefore = 0,
  port = 0,
}: DiscordServerOptions = {}) => {
  const world = createDiscordWorld(now);
  const interactions = createDiscordInteractions(world, now);
  const http = createServer((request, response) => {
    rest
      .handle(request, response)
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const gateway = createDiscordGateway(http, world, { heartbeatMs, token, shards });
  const rest = createDiscordRest(world, interactions, {
    token,
    now,
    bucket,
    gatewayUrl: gateway.address,
    identifies: () => loginsBefore + gateway.counts.identifies,
    shards,
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));

  const channelOf = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (channel === undefined) throw new Error(`no channel ${id}`);
    return channel;
  };

  const optionJson = (
    command: Json,
    [name, value]: readonly [string, OptionValue],
    focused?: string,
  ): Json => {
    const known = (command.options as readonly Json[] | undefined)?.find((option) => option.name === name);
    if (known === undefined) throw new Error(`/${String(command.name)} has no option ${name}`);
    return { name, type: known.type, value, ...(focused === name ? { focused: true } : {}) };
  };

  const resolved = (options: readonly Json[]): Json => {
    const picked = options
      .filter(({ type }) => type === OPTION_TYPE.channel)
      .map(({ value }) => channelOf(String(value)));
    return {
      channels: Object.fromEntries(
        picked.map((channel) => [channel.id, { ...world.channelJson(channel), permissions: '0' }]),
      ),
    };
  };

  /** By the server's integration settings, which go before what the command asked for. */
  const letIn = new Set<string>();

  const commandNamed = (name: string, user: string, channel: Channel): Json => {
    const command = rest.commands().find((known) => known.name === name);
    if (command === undefined) throw new Error(`/${name} is not registered`);
    if (letIn.has(`${name} ${user}`)) return command;
    const needed = command.default_member_permissions;
    const has = world.users.get(user)?.permissions ?? 0n;
    if (
      channel.guild !== undefined &&
      typeof needed === 'string' &&
      (needed === '0' || (has & BigInt(needed)) !== BigInt(needed))
    )
      throw new Error(`/${name} is hidden from ${user}`);
    return command;
  };

  const envelope = (
    type: number,
    channel: Channel,
    user: string,
    data: Json,
    extra: Json = {},
  ): InteractionRecord => {
    const record = interactions.open();
    const person = world.users.get(user);
    const guild = channel.guild === undefined ? undefined : world.guilds.get(channel.guild);
    gateway.dispatch('INTERACTION_CREATE', {
      id: record.id,
      application_id: world.applicationId,
      type,
      data,
      ...extra,
      channel: world.channelJson(channel),
      channel_id: channel.id,
      token: record.token,
      version: 1,
      locale: person?.locale ?? 'en-US',
      app_permissions: String(world.permissionsIn(channel)),
      entitlements: [],
      authorizing_integration_owners: { 0: channel.guild ?? '0' },
      context: channel.guild === undefined ? 1 : 0,
      attachment_size_limit: 10_485_760,
      ...(guild === undefined
        ? { user: world.userJson(user) }
        : {
            guild_id: guild.id,
            guild: { id: guild.id, locale: guild.locale, features: guild.features },
            guild_locale: guild.locale,
            member: { ...world.memberJson(user), permissions: String(person?.permissions ?? 0n) },
          }),
    });
    return record;
  };

  return {
    apiRoot: `http://127.0.0.1:${gateway.address().split(':').at(-1) ?? ''}/api`,
    port: Number(gateway.address().split(':').at(-1)),
    token,
    world,
    gateway,
    calls: rest.calls,
    commands: rest.commands,
    refuseToken: rest.refuseToken,
    fail: (match: RegExp, fault: Fault): void => rest.fail(match, fault),
    dropGateway: gateway.drop,

    /** A server's admin lets a person use a command, whatever its default permissions say. */
    letUse: (user: string, name: string): void => void letIn.add(`${name} ${user}`),

    /** A person runs `/name` in a channel. */
    slash(
      channel: string,
      user: string,
      name: string,
      options: Readonly<Record<string, OptionValue>> = {},
    ): InteractionRecord {
      const place = channelOf(channel);
      const command = commandNamed(name, user, place);
      const given = Object.entries(options).map((option) => optionJson(command, option));
      return envelope(COMMAND, place, user, {
        id: command.id,
        name,
        type: 1,
        options: given,
        resolved: resolved(given),
      });
    },
    /** A person types into an option; `choices` of the record fill in. */
    type(channel: string, user: string, name: string, option: string, text: string): InteractionRecord {
      const place = channelOf(channel);
      const command = commandNamed(name, user, place);
      return envelope(AUTOCOMPLETE, place, user, {
        id: command.id,
        name,
        type: 1,
        options: [optionJson(command, [option, text], option)],
      });
    },
    /** A person presses a button; `ephemeral`: of an answer that only they see. */
    press(channel: string, user: string, customId: string, ephemeral = false): InteractionRecord {
      const message = {
        id: world.nextId(),
        channel_id: channel,
        type: 0,
        content: '',
        flags: ephemeral ? 64 : 0,
        author: world.userJson(world.botId),
        timestamp: '2026-01-01T00:00:00Z',
        edited_timestamp: null,
        attachments: [],
        embeds: [],
        mentions: [],
        mention_roles: [],
        pinned: false,
        mention_everyone: false,
        tts: false,
      };
      return envelope(
        COMPONENT,
        channelOf(channel),
        user,
        { custom_id: customId, component_type: 2 },
        { message },
      );
    },
    /** A person fills in the one field of the modal that an earlier interaction opened. */
    submit(channel: string, user: string, { modal }: InteractionRecord, value: string): InteractionRecord {
      if (modal === undefined) throw new Error('no modal is open');
      const rows = (modal.components as readonly { readonly components: readonly Json[] }[]).map(
        ({ components }) => ({
          type: 1,
          components: components.map(({ custom_id }) => ({ type: 4, custom_id, value })),
        }),
      );
      return envelope(MODAL_SUBMIT, channelOf(channel), user, {
        custom_id: modal.custom_id,
        components: rows,
      });
    },
    /** What stands in a channel, oldest first. */
    messages: (channel: string): readonly StoredMessage[] => world.messages.get(channel) ?? [],
    /** The direct messages of a person. */
    directMessages(user: string): readonly StoredMessage[] {
      const channel = [...world.channels.values()].find(({ recipient }) => recipient === user);
      return channel === undefined ? [] : (world.messages.get(channel.id) ?? []);
    },
    deny(channel: string, permission: PermissionName): void {
      channelOf(channel).denied.add(permission);
      gateway.dispatch('CHANNEL_UPDATE', world.channelJson(channelOf(channel)));
    },
    allow(channel: string, permission: PermissionName): void {
      channelOf(channel).denied.delete(permission);
      gateway.dispatch('CHANNEL_UPDATE', world.channelJson(channelOf(channel)));
    },
    deleteChannel(id: string): void {
      const channel = channelOf(id);
      world.channels.delete(id);
      const isThreadEvent = CHANNEL[channel.kind] === CHANNEL.publicThread;
      gateway.dispatch(isThreadEvent ? 'THREAD_DELETE' : 'CHANNEL_DELETE', world.channelJson(channel));
    },
    /** Somebody adds the bot to a server. */
    joinGuild(name: string, locale: string): string {
      const id = world.addGuild(name, locale);
      const guild = world.guilds.get(id);
      if (guild !== undefined) gateway.dispatch('GUILD_CREATE', world.guildJson(guild));
      return id;
    },
    /** The bot is thrown out; gives back how it is added again. */
    removeGuild(id: string): () => void {
      const guild = world.guilds.get(id);
      world.guilds.delete(id);
      gateway.dispatch('GUILD_DELETE', { id });
      return () => {
        if (guild === undefined) return;
        world.guilds.set(id, guild);
        gateway.dispatch('GUILD_CREATE', world.guildJson(guild));
      };
    },
    /** Somebody changes something about a channel that is no right of ours. */
    touch: (channel: string): void =>
      gateway.dispatch('CHANNEL_UPDATE', { ...world.channelJson(channelOf(channel)), topic: 'News' }),
    /** The forum wants a tag with each post, or no longer does. */
    demandTag(channel: string, yes: boolean): void {
      channelOf(channel).tagRequired = yes;
      gateway.dispatch('CHANNEL_UPDATE', world.channelJson(channelOf(channel)));
    },
    /** Discord has an outage; nothing was removed. */
    loseGuild: (id: string): void => gateway.dispatch('GUILD_DELETE', { id, unavailable: true }),
    listening: (): boolean => http.listening,
    async close(): Promise<void> {
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
};
export type DiscordServer = Awaited<ReturnType<typeof openDiscordServer>>;
