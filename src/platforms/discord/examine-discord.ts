import { DiscordAPIError, HTTPError, RateLimitError, Routes } from 'discord.js';
import type { Finding } from '../../domain/finding.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import { closeRest, openRest } from './rest.ts';

const DEADLINE: Millis = 10 * SECOND;
const PER_SECOND = 50;
/** Discord resets the token of a bot that logs in more than a thousand times a day. */
const FEW_LOGINS = 20;

type Get = (route: `/${string}`) => Promise<Readonly<Record<string, unknown>>>;

const aboutApplication = async (get: Get): Promise<readonly Finding[]> => {
  const application = await get(Routes.currentApplication());
  const endpoint = application.interactions_endpoint_url;
  return [
    typeof endpoint === 'string' && endpoint !== ''
      ? {
          state: 'bad',
          what: 'Discord: an interactions endpoint is set, so that commands go there and not to the bot',
          cure: 'clear "Interactions Endpoint URL" in the Developer Portal, General Information',
        }
      : { state: 'good', what: 'Discord: no interactions endpoint in the way' },
    application.bot_public === false
      ? {
          state: 'doubtful',
          what: 'Discord: the bot is private: only its owner can add it to a server',
          cure: 'turn on "Public Bot" in the Developer Portal, if others shall use it',
        }
      : { state: 'good', what: 'Discord: can be added to servers' },
  ];
};

const remainingLogins = (gateway: Readonly<Record<string, unknown>>): number => {
  const limit = gateway.session_start_limit;
  return typeof limit === 'object' && limit !== null && 'remaining' in limit ? Number(limit.remaining) : 0;
};

const aboutLogins = async (get: Get): Promise<Finding> => {
  const remaining = remainingLogins(await get(Routes.gatewayBot()));
  const what = `Discord: ${remaining} logins are left today`;
  if (remaining > FEW_LOGINS) return { state: 'good', what };
  return { state: 'bad', what, cure: 'find out what restarts the bot so often, and wait a day' };
};

/** The network's own word for it: a code, or that the deadline passed; undefined for what is no such fault. */
const networkFault = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && error.name === 'AbortError' ? 'timeout' : undefined;
};

const failed = (error: unknown, apiRoot: string): Finding | undefined => {
  if (error instanceof DiscordAPIError && error.status === 401)
    return {
      state: 'bad',
      what: 'Discord: the token is refused',
      cure: 'reset it in the Developer Portal (Bot, Reset Token) and copy it into DISCORD_BOT_TOKEN',
    };
  const isAnswer = error instanceof DiscordAPIError || error instanceof HTTPError;
  const why = isAnswer
    ? `HTTP ${error.status}`
    : error instanceof RateLimitError
      ? 'rate limited'
      : networkFault(error);
  if (why === undefined) return undefined;
  return {
    state: 'bad',
    what: `Discord: no answer from ${new URL(apiRoot).host} (${why})`,
    cure: 'look at the network, proxy and DNS of this machine, or try again in ten minutes',
  };
};

/** Whether the token works, whether commands reach the bot, and how often it may log in today. Changes nothing. */
export const examineDiscord = async (token: string, apiRoot: string): Promise<readonly Finding[]> => {
  const rest = openRest({ token, apiRoot, perSecond: PER_SECOND, deadlineMs: DEADLINE });
  const get: Get = async (route) => (await rest.get(route)) as Readonly<Record<string, unknown>>;
  try {
    const me = await get(Routes.user());
    const known: Finding = { state: 'good', what: `Discord: the token is that of ${String(me.username)}` };
    return [known, ...(await aboutApplication(get)), await aboutLogins(get)];
  } catch (error) {
    const finding = failed(error, apiRoot);
    if (finding === undefined) throw error;
    return [finding];
  } finally {
    closeRest(rest);
  }
};
