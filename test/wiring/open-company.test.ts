import { expect, test } from '@jest/globals';
import { ROLES } from '../../src/config/roles.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { createSubscriptionBook } from '../../src/delivery/subscription-book.ts';
import { SECOND } from '../../src/domain/instant.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { openCompany } from '../../src/wiring/open-company.ts';
import type { Ties } from '../../src/wiring/ties.ts';
import { chat, filter, incident, subscription } from '../delivery/support/builders.ts';
import { describeWithRedis } from '../support/queue-stage.ts';
import { createTestLogger } from '../support/store-fixtures.ts';
import { eventually } from '../support/whole-bot.ts';

const CHATS = 20;

describeWithRedis('processes that share the work', ({ url, keep }) => {
  const openProcess = async (): Promise<Ties> => {
    const settings = { storeUrl: url(), queueUrl: url(), roles: new Set(ROLES) };
    const options = { clock: systemClock, logger: createTestLogger(), onLeaseLost: () => undefined };
    return keep(await openCompany(settings, options));
  };

  /** The matcher of a process, kept exact with what others tell. */
  const openMatcher = async () => {
    const ties = await openProcess();
    const index = createMatchIndex(createPlaces([]));
    const book = createSubscriptionBook(ties.store.subscriptions, index);
    await book.load();
    const nothing = (): undefined => undefined;
    const deaf = { feedState: nothing, step: nothing, told: nothing, asked: nothing };
    const listen = (): void =>
      ties.hear({
        ...deaf,
        ...{ subscription: book.refresh, forgotten: book.forgotten },
        ...{ incident: async () => undefined, reload: async () => undefined },
      });
    const matches = (at: number): boolean =>
      index.recipients(incident()).some((one) => one.chat === String(at));
    return { matches, listen };
  };

  test('hear that a chat is forgotten when they were behind, and of the others what they missed', async () => {
    const ties = await openProcess();
    const save = (at: number) => ties.store.subscriptions.save(subscription({ destination: chat(at) }));
    for (const at of [1, 2]) await save(at);
    const { matches, listen } = await openMatcher();
    await save(3);
    await ties.store.subscriptions.delete(chat(1));
    await ties.erase(chat(1));
    listen();
    await eventually('the news', () => matches(3) && !matches(1));
    expect(matches(2)).toBe(true);
  });

  test('match with what was subscribed, changed and left in another of them within a second', async () => {
    const { store } = await openProcess();
    const { matches, listen } = await openMatcher();
    listen();
    const delays: number[] = [];
    const within = async (change: () => Promise<void>, isMatched: () => boolean): Promise<void> => {
      const from = performance.now();
      await change();
      await eventually('the change', isMatched);
      delays.push(performance.now() - from);
    };
    const other = [filter({ exchanges: ['okx'] })];
    for (let at = 1; at <= CHATS; at++) {
      const destination = chat(at);
      const save = (more: Parameters<typeof subscription>[0] = {}) =>
        store.subscriptions.save(subscription({ destination, ...more }));
      await within(save, () => matches(at));
      await within(
        () => save({ filters: other }),
        () => !matches(at),
      );
      await within(save, () => matches(at));
      await within(
        () => store.subscriptions.delete(destination),
        () => !matches(at),
      );
    }
    expect(delays).toHaveLength(4 * CHATS);
    expect(Math.max(...delays)).toBeLessThan(SECOND);
  }, 60_000);
});
