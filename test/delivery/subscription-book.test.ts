import { describe, expect, test } from '@jest/globals';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import { createSubscriptionBook } from '../../src/delivery/subscription-book.ts';
import { placeId } from '../../src/domain/place-id.ts';
import { chat, filter, incident, subscription } from './support/builders.ts';
import { createMemoryStore, emptyDisk, type Fate } from './support/memory-store.ts';

const setUp = (fate?: Fate) => {
  const disk = emptyDisk();
  const index = createMatchIndex(createPlaces([]));
  return { disk, index, book: createSubscriptionBook(createMemoryStore(disk, fate).subscriptions, index) };
};

describe('subscription book', () => {
  test('reads what the store holds into the index', async () => {
    const { disk, index, book } = setUp();
    disk.subscriptions.set('telegram~1', subscription());
    disk.subscriptions.set('telegram~2', subscription({ destination: chat(2), state: 'paused' }));
    expect(await book.load()).toBe(2);
    expect(index.recipients(incident())).toEqual([chat(1)]);
  });

  test('what is saved is heard from then on, in the place of what was', async () => {
    const { index, book } = setUp();
    await book.save(subscription());
    await book.save(subscription({ filters: [filter({ exchanges: ['okx'] })] }));
    expect(index.recipients(incident())).toEqual([]);
    expect(index.recipients(incident({ exchanges: ['okx'] }))).toEqual([chat(1)]);
  });

  test('what is deleted is heard no more', async () => {
    const { index, book } = setUp();
    await book.save(subscription());
    await book.delete(chat(1));
    expect(index.size()).toBe(0);
  });

  test('what the store refuses is not in the index either', async () => {
    const { index, book } = setUp(() => 'refused');
    await expect(book.save(subscription())).rejects.toThrow('refused');
    expect(index.size()).toBe(0);
  });

  test('reads again a place that was forgotten elsewhere, which is told without its ids', async () => {
    const { disk, index, book } = setUp();
    for (const at of [1, 2, 3]) await book.save(subscription({ destination: chat(at) }));
    disk.subscriptions.delete('telegram~2');
    disk.subscriptions.delete('telegram~3');
    await book.forgotten(placeId(chat(2)));
    expect(index.recipients(incident())).toEqual([chat(1), chat(3)]);
    await book.forgotten(placeId(chat(9)));
    expect(index.size()).toBe(2);
  });

  test('knows the topics of a chat, from the store and from what is saved since', async () => {
    const { disk, book } = setUp();
    const topic = (thread: string) => ({ ...chat(1), thread });
    disk.subscriptions.set('telegram~1~7', subscription({ destination: topic('7') }));
    await book.load();
    await book.save(subscription());
    await book.save(subscription({ destination: topic('8') }));
    expect(book.topicsOf(chat(1))).toEqual([topic('7'), topic('8')]);
    await book.delete(topic('7'));
    expect(book.topicsOf(chat(1))).toEqual([topic('8')]);
  });

  test('knows which places somebody set up beside their own chat', async () => {
    const { book } = setUp();
    await book.save(subscription({ createdBy: '1' }));
    await book.save(subscription({ destination: chat(2), createdBy: '1' }));
    expect(book.setUpBy('telegram', '1')).toEqual([chat(2)]);
    await book.save(subscription({ destination: chat(2) }));
    expect(book.setUpBy('telegram', '1')).toEqual([]);
  });

  test('writes to one destination end in the order in which they began', async () => {
    const { disk, index, book } = setUp();
    await Promise.all([
      book.save(subscription()),
      book.delete(chat(1)),
      book.save(subscription({ language: 'de' })),
    ]);
    expect([disk.subscriptions.get('telegram~1')?.language, index.size()]).toEqual(['de', 1]);
  });
});
