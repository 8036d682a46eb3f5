/** One thing that Discord keeps, the number or code in it, and the sentence of its documentation that says so. */
export interface DiscordRule {
  readonly value: number;
  readonly says: string;
  readonly from: string;
}

const MESSAGES = 'https://discord.com/developers/docs/resources/message';
const COMPONENTS = 'https://discord.com/developers/docs/components/reference';
const INTERACTIONS = 'https://discord.com/developers/docs/interactions/receiving-and-responding';
const COMMANDS = 'https://discord.com/developers/docs/interactions/application-commands';
const GATEWAY = 'https://discord.com/developers/docs/events/gateway';
const CODES = 'https://discord.com/developers/docs/topics/opcodes-and-status-codes';
const LIMITS = 'https://discord.com/developers/docs/topics/rate-limits';

const rule = (value: number, says: string, from: string): DiscordRule => ({ value, says, from });

/** How long a part may be, in characters, or how many of them there may be. */
export const LIMIT = {
  content: rule(2000, 'content: Message contents (up to 2000 characters)', MESSAGES),
  embeds: rule(10, 'embeds: Up to 10 rich embeds (up to 6000 characters)', MESSAGES),
  embedTitle: rule(256, 'title: 256 characters', MESSAGES),
  embedDescription: rule(4096, 'description: 4096 characters', MESSAGES),
  embedFields: rule(25, 'fields: Up to 25 field objects', MESSAGES),
  fieldName: rule(256, 'field.name: 256 characters', MESSAGES),
  fieldValue: rule(1024, 'field.value: 1024 characters', MESSAGES),
  footer: rule(2048, 'footer.text: 2048 characters', MESSAGES),
  embedTotal: rule(
    6000,
    'the combined sum of characters in all title, description, field.name, field.value, footer.text, and author.name fields across all embeds attached to a message must not exceed 6000 characters',
    MESSAGES,
  ),
  nonce: rule(25, 'nonce: Can be used to verify a message was sent (up to 25 characters)', MESSAGES),
  rows: rule(5, 'You can have up to 5 Action Rows per message', COMPONENTS),
  buttonsInRow: rule(5, 'An Action Row can contain up to 5 buttons', COMPONENTS),
  buttonLabel: rule(80, 'label: Text that appears on the button; max 80 characters', COMPONENTS),
  buttonUrl: rule(512, 'url: URL for link-style buttons; max 512 characters', COMPONENTS),
  customId: rule(100, 'custom_id: Developer-defined identifier for the button; 1-100 characters', COMPONENTS),
  commands: rule(100, 'An app can have 100 global CHAT_INPUT commands', COMMANDS),
  commandName: rule(32, 'name: Name of command, 1-32 characters', COMMANDS),
  commandDescription: rule(100, 'description: 1-100 character description for CHAT_INPUT commands', COMMANDS),
  commandSize: rule(
    8000,
    'A command, including its options and choices, can have at most 8000 characters in its name, description, and value properties; for localizations the longest counts',
    COMMANDS,
  ),
  commandOptions: rule(25, 'options: Parameters for the command, max of 25', COMMANDS),
  choices: rule(25, 'choices: autocomplete choices (max of 25 choices)', INTERACTIONS),
  choiceName: rule(100, 'name: 1-100 character choice name', COMMANDS),
  threadName: rule(
    100,
    'name: 1-100 character channel name',
    'https://discord.com/developers/docs/resources/channel',
  ),
  tags: rule(5, 'applied_tags: limited to 5', 'https://discord.com/developers/docs/resources/channel'),
} as const;

/** How long a state lasts, in milliseconds. */
export const LASTS = {
  nonce: rule(
    120_000,
    'enforce_nonce: If true and nonce is present, it will be checked for uniqueness in the past few minutes. If another message was created by the same author with the same nonce, that message will be returned and no new message will be created.',
    MESSAGES,
  ),
  acknowledge: rule(
    3_000,
    'You must send an initial response within 3 seconds of receiving the event. If the 3 second deadline is exceeded, the token will be invalidated.',
    INTERACTIONS,
  ),
  interaction: rule(900_000, 'Interaction tokens are valid for 15 minutes', INTERACTIONS),
} as const;

/** JSON error codes, with the status under which they come. */
export const CODE = {
  unknownChannel: rule(10003, '10003: Unknown channel', CODES),
  unknownMessage: rule(10008, '10008: Unknown message', CODES),
  unknownUser: rule(10013, '10013: Unknown user', CODES),
  unknownWebhook: rule(10015, '10015: Unknown webhook', CODES),
  unknownInteraction: rule(10062, '10062: Unknown interaction', CODES),
  acknowledged: rule(40060, '40060: Interaction has already been acknowledged', CODES),
  tagRequired: rule(40067, '40067: A tag is required to create a forum post in this channel', CODES),
  missingAccess: rule(50001, '50001: Missing access', CODES),
  othersMessage: rule(50005, '50005: Cannot edit a message authored by another user', CODES),
  emptyMessage: rule(50006, '50006: Cannot send an empty message', CODES),
  closedToMessages: rule(50007, '50007: Cannot send messages to this user', CODES),
  notText: rule(50008, '50008: Cannot send messages in a non-text channel', CODES),
  missingPermissions: rule(50013, '50013: You lack permissions to perform that action', CODES),
  invalidForm: rule(
    50035,
    '50035: Invalid form body (returned for both application/json and multipart/form-data bodies)',
    CODES,
  ),
  noMutualGuild: rule(
    50278,
    '50278: Cannot send messages to this user due to having no mutual guilds',
    CODES,
  ),
  noHistory: rule(160002, '160002: Cannot reply without permission to read message history', CODES),
  threadLocked: rule(160005, '160005: Thread is locked', CODES),
} as const;

/** Why the gateway hangs up; what comes after is the client's to know. */
export const CLOSE = {
  unknown: rule(4000, "4000 Unknown error: We're not sure what went wrong. Try reconnecting?", CODES),
  unknownOpcode: rule(
    4001,
    '4001 Unknown opcode: You sent an invalid Gateway opcode or an invalid payload for an opcode. Reconnect: true',
    CODES,
  ),
  decodeError: rule(
    4002,
    '4002 Decode error: You sent an invalid payload to Discord. Reconnect: true',
    CODES,
  ),
  notAuthenticated: rule(4003, '4003 Not authenticated: You sent us a payload prior to identifying', CODES),
  authenticationFailed: rule(
    4004,
    '4004 Authentication failed: The account token sent with your identify payload is incorrect',
    CODES,
  ),
  alreadyAuthenticated: rule(
    4005,
    '4005 Already authenticated: You sent more than one identify payload. Reconnect: true',
    CODES,
  ),
  invalidSequence: rule(
    4007,
    '4007 Invalid seq: The sequence sent when resuming the session was invalid. Reconnect and start a new session',
    CODES,
  ),
  rateLimited: rule(
    4008,
    "4008 Rate limited: You're sending payloads to us too quickly. Reconnect: true",
    CODES,
  ),
  sessionTimedOut: rule(
    4009,
    '4009 Session timed out: Your session timed out. Reconnect and start a new one',
    CODES,
  ),
  invalidShard: rule(
    4010,
    '4010 Invalid shard: You sent us an invalid shard when identifying. Reconnect: false',
    CODES,
  ),
  shardingRequired: rule(
    4011,
    '4011 Sharding required: The session would have handled too many guilds. Reconnect: false',
    CODES,
  ),
  invalidVersion: rule(4012, '4012 Invalid API version. Reconnect: false', CODES),
  invalidIntents: rule(4013, '4013 Invalid intent(s). Reconnect: false', CODES),
  disallowedIntents: rule(
    4014,
    '4014 Disallowed intent(s): You may have tried to specify an intent that you have not enabled or are not approved for',
    CODES,
  ),
} as const;
export type CloseName = keyof typeof CLOSE;

/** Opcodes of the gateway. */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export const GATEWAY_RULES = {
  heartbeat: rule(
    41_250,
    'heartbeat_interval: Interval (in milliseconds) an app should heartbeat with',
    GATEWAY,
  ),
  identifies: rule(
    1000,
    'Apps are limited to 1000 IDENTIFY calls to the websocket in a 24-hour period',
    GATEWAY,
  ),
  guildsIntent: rule(
    1,
    'GUILDS (1 << 0): GUILD_CREATE, GUILD_UPDATE, GUILD_DELETE, GUILD_ROLE_*, CHANNEL_*, THREAD_*',
    GATEWAY,
  ),
  privileged: rule(
    (1 << 1) | (1 << 8) | (1 << 15),
    'Privileged intents: GUILD_PRESENCES, GUILD_MEMBERS, MESSAGE_CONTENT',
    GATEWAY,
  ),
} as const;

/** Announcements that one channel may publish in an hour; the documentation gives no number, people count ten. */
export const PUBLISHED = rule(
  10,
  'Slow Down! Your message could not be published because you have published 10 messages in the last hour',
  'https://support.discord.com/hc/en-us/articles/360032008192-Announcement-Channels-FAQ',
);

export const RATE_RULES = {
  global: rule(50, 'All bots can make up to 50 requests per second to our API', LIMITS),
} as const;

/** Bits of a permission set. */
export const PERMISSION = {
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  createPublicThreads: 1n << 35n,
  sendMessagesInThreads: 1n << 38n,
} as const;
export type PermissionName = keyof typeof PERMISSION;

/** Numbers of channel types. */
export const CHANNEL = {
  text: 0,
  dm: 1,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  forum: 15,
} as const;
export type ChannelKind = keyof typeof CHANNEL;
