import type { TelegramWorld, Update, WebhookState } from './telegram-world.ts';

const PAUSE = 50;

/** Updates of one chat follow one another; the documentation is silent on it, the open server does it. */
const laneOf = ({ update_id: id, body }: Update): string =>
  JSON.stringify(
    (body.chat as { id?: number } | undefined)?.id ?? (body.from as { id?: number } | undefined)?.id ?? id,
  );

/** "In case of an unsuccessful request (a request with response HTTP status code different from 2XY), we will repeat the request" */
const postOnce = async (
  { update_id, kind, body }: Update,
  hook: WebhookState,
): Promise<string | undefined> => {
  try {
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(hook.secret !== undefined && { 'x-telegram-bot-api-secret-token': hook.secret }),
      },
      body: JSON.stringify({ update_id, [kind]: body }),
    });
    await response.arrayBuffer();
    return response.ok
      ? undefined
      : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
  } catch {
    return 'Connection refused';
  }
};

/** Posts updates to the webhook, where one is set: https://core.telegram.org/bots/api#setwebhook. */
export const createPosts = (world: TelegramWorld): (() => void) => {
  const lanes = new Map<string, Promise<void>>();
  const taken = new Set<number>();

  const post = async (update: Update): Promise<void> => {
    for (;;) {
      const hook = world.webhook;
      if (hook === undefined) return void taken.delete(update.update_id);
      const fault = await postOnce(update, hook);
      if (fault === undefined) break;
      hook.lastError = { date: Math.floor(world.now() / 1000), message: fault };
      await new Promise((resolve) => setTimeout(resolve, PAUSE).unref());
    }
    world.updates = world.updates.filter(({ update_id: id }) => id !== update.update_id);
  };

  return () => {
    const { webhook } = world;
    if (webhook === undefined) return;
    const isWanted = ({ kind }: Update): boolean => webhook.allowed?.includes(kind) ?? true;
    world.updates = world.updates.filter(isWanted);
    for (const update of world.updates) {
      if (taken.has(update.update_id)) continue;
      taken.add(update.update_id);
      const lane = laneOf(update);
      lanes.set(
        lane,
        (lanes.get(lane) ?? Promise.resolve()).then(() => post(update)),
      );
    }
  };
};
