import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { loadLocales } from '../../src/config/locales.ts';
import type { DeliveryEvent } from '../../src/delivery/turn-parts.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { createTellOwner } from '../../src/wiring/tell-owner.ts';
import { createWords } from '../../src/words/create-words.ts';
import { CATALOGUE } from '../commands/stage.ts';
import { chat, subscription } from '../delivery/support/builders.ts';
import { silentLogger } from '../support/feed-builders.ts';

const WORDS = createWords({ locales: loadLocales(), catalogue: CATALOGUE });

const suspended = (more: Partial<Subscription> = {}): DeliveryEvent => ({
  what: 'suspended',
  destination: chat(55, 'discord'),
  incidentIds: ['incident-1'],
  why: 'send-messages',
  subscription: subscription({
    destination: chat(55, 'discord'),
    state: 'forbidden',
    createdBy: '7',
    ...more,
  }),
});

const tell = async (...events: readonly DeliveryEvent[]): Promise<readonly string[]> => {
  const said: string[] = [];
  const tellOwner = createTellOwner({
    write: async ({ platform, user }, cardIn) => {
      said.push(`${platform}-${user}: ${cardIn('en').paragraphs.flat().join(' ')}`);
      return { kind: 'sent', messageId: '1' };
    },
    placeName: () => '#alerts (Readers)',
    words: WORDS,
    logger: silentLogger,
  });
  for (const event of events) tellOwner(event);
  await setImmediate();
  return said;
};

describe('who set up a place', () => {
  test('is told by direct message that a right is missing there', async () => {
    expect(await tell(suspended())).toEqual([
      'discord-7: I may no longer write in #alerts (Readers): Send Messages is missing.',
    ]);
  });

  test('is told once, however often it is tried in vain, and again after something could be sent', async () => {
    const again = suspended({ stateSince: 5 });
    expect(await tell(suspended(), again)).toHaveLength(1);
    expect(await tell(suspended(), { ...again, what: 'sent' }, again)).toHaveLength(2);
    expect(await tell(suspended(), { ...again, why: 'embed-links' })).toHaveLength(2);
  });

  test.each<readonly [string, DeliveryEvent]>([
    ['the place is gone', suspended({ state: 'gone' })],
    ['the place is the chat with them', suspended({ createdBy: '55' })],
    ['something was sent', { ...suspended(), what: 'sent' }],
  ])('is not told where %s', async (_, event) => {
    expect(await tell(event)).toEqual([]);
  });
});
