import { Telegram } from 'telegraf';
import type { Finding } from '../../domain/finding.ts';
import { type Millis, SECOND } from '../../domain/instant.ts';
import { createAgent } from './bot.ts';
import { type Call, createCall, TelegramFault } from './call.ts';

const DEADLINE: Millis = 10 * SECOND;

/** The switches of a bot, which only its owner can turn, in a chat with @BotFather. */
const aboutRights = async (call: Call): Promise<readonly Finding[]> => {
  const me = await call('getMe', {});
  return [
    { state: 'good', what: `Telegram: the token is that of @${me.username}` },
    me.can_join_groups
      ? { state: 'good', what: 'Telegram: can be added to groups' }
      : {
          state: 'bad',
          what: 'Telegram: cannot be added to groups',
          cure: 'write /setjoingroups to @BotFather, choose the bot, then Enable',
        },
    me.supports_inline_queries
      ? { state: 'good', what: 'Telegram: answers inline, in any chat' }
      : {
          state: 'doubtful',
          what: 'Telegram: inline mode is off, so that nobody can ask it from other chats',
          cure: 'write /setinline to @BotFather, choose the bot, then any text',
        },
    me.can_read_all_group_messages
      ? {
          state: 'doubtful',
          what: 'Telegram: gets every message of its groups, though commands are all it reads',
          cure: 'write /setprivacy to @BotFather, choose the bot, then Enable',
        }
      : { state: 'good', what: 'Telegram: privacy is on, it sees commands alone' },
  ];
};

/** The address may hold a secret of whoever set it: the host is enough to know it again. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'another program');

/** @param ours where Telegram is to post to; undefined where it is to be polled */
const aboutWebhook = async (call: Call, ours: string | undefined): Promise<Finding> => {
  const {
    url = '',
    last_error_message: trouble,
    pending_update_count: waiting,
  } = await call('getWebhookInfo', {});
  if (ours === undefined && url === '') return { state: 'good', what: 'Telegram: no webhook in the way' };
  if (url === '')
    return {
      state: 'doubtful',
      what: 'Telegram: does not post to TELEGRAM_WEBHOOK_URL yet',
      cure: 'start `curbwatch run`, which tells it to, and look again',
    };
  if (url !== ours)
    return {
      state: 'doubtful',
      what: `Telegram: a webhook sends all messages to ${hostOf(url)}; \`curbwatch run\` takes it away`,
      cure: 'if another program needs it, make a bot of its own for Curbwatch with /newbot at @BotFather',
    };
  if (waiting === 0 || trouble === undefined)
    return { state: 'good', what: `Telegram: posts what people write to ${hostOf(url)}` };
  return {
    state: 'bad',
    what: `Telegram: does not get through to ${hostOf(url)} with ${waiting} messages (${trouble})`,
    cure: 'lead TELEGRAM_WEBHOOK_URL, by HTTPS with a certificate that browsers trust, to HTTP_PORT of a running Curbwatch',
  };
};

const failed = (fault: TelegramFault, apiRoot: string): Finding => {
  const code = fault.refusal?.code;
  if (code === 401 || code === 404)
    return {
      state: 'bad',
      what: `Telegram: the token is refused (${fault.message})`,
      cure: 'copy it anew from @BotFather (/mybots, API Token) into TELEGRAM_BOT_TOKEN',
    };
  return {
    state: 'bad',
    what: `Telegram: no answer from ${new URL(apiRoot).host} (${fault.message})`,
    cure: 'look at the network, proxy and DNS of this machine; where Telegram is closed, set TELEGRAM_API_ROOT',
  };
};

/** Whether the token works, what its bot may do, and whether its messages reach us. Changes nothing. */
export const examineTelegram = async (
  token: string,
  apiRoot: string,
  webhookUrl?: string,
): Promise<readonly Finding[]> => {
  const agent = createAgent(apiRoot);
  const call = createCall(new Telegram(token, { apiRoot, agent }), DEADLINE);
  try {
    return [...(await aboutRights(call)), await aboutWebhook(call, webhookUrl)];
  } catch (error) {
    if (error instanceof TelegramFault) return [failed(error, apiRoot)];
    throw error;
  } finally {
    agent.destroy();
  }
};
