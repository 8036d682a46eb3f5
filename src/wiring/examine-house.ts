import type { Settings } from '../config/settings.ts';
import type { Finding } from '../domain/finding.ts';
import type { Clock, Logger } from '../domain/ports.ts';
import { examineStore } from '../storage/examine-store.ts';
import { examineClock } from './examine-clock.ts';

export interface HouseParts {
  readonly settings: Settings;
  /** `process.versions.node`. */
  readonly node: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** package.json, `engines`. */
const LEAST_NODE = [20, 19] as const;

const examineNode = (version: string): Finding => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (isEnough) return { state: 'good', what: `Node ${version}` };
  const cure = 'install Node 20.19 or newer: https://nodejs.org/en/download';
  return { state: 'bad', what: `Node ${version} is too old`, cure };
};

const aboutTelegram = async ({
  telegramToken,
  telegramApiRoot,
  telegramWebhook,
}: Settings): Promise<readonly Finding[]> => {
  if (telegramToken === undefined) return [];
  const { examineTelegram } = await import('../platforms/telegram/examine-telegram.ts');
  return examineTelegram(telegramToken, telegramApiRoot, telegramWebhook?.url);
};

const aboutDiscord = async ({ discordToken, discordApiRoot }: Settings): Promise<readonly Finding[]> => {
  if (discordToken === undefined) return [];
  const { examineDiscord } = await import('../platforms/discord/examine-discord.ts');
  return examineDiscord(discordToken, discordApiRoot);
};

const aboutQueue = async ({ queueUrl }: Settings, logger: Logger): Promise<readonly Finding[]> => {
  if (queueUrl === undefined) return [];
  const { examineQueue } = await import('../storage/queue/examine-queue.ts');
  return [await examineQueue(queueUrl, logger)];
};

const referenceClock = ({ telegramToken, telegramApiRoot, discordApiRoot }: Settings): string =>
  telegramToken === undefined ? discordApiRoot : telegramApiRoot;

/** Looks at all that a good run needs but the feeds: Node, store, clock and platforms, side by side. */
export const examineHouse = async ({
  settings,
  node,
  clock,
  logger,
}: HouseParts): Promise<readonly Finding[]> => {
  const [store, queue, telegram, discord, time] = await Promise.all([
    examineStore(settings.storeUrl, { clock, logger }),
    aboutQueue(settings, logger),
    aboutTelegram(settings),
    aboutDiscord(settings),
    examineClock(referenceClock(settings), clock),
  ]);
  return [examineNode(node), time, ...store, ...queue, ...telegram, ...discord];
};
