import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type ShareDeskParts, shareDesk } from '../../src/wiring/share-desk.ts';
import { createTestLogger } from '../support/store-fixtures.ts';

const full = (): Promise<never> => Promise.reject(new Error('OOM command not allowed'));

test('a queue that is full for words to the others ends nothing: they look by themselves', async () => {
  const logger = createTestLogger();
  const desk = shareDesk({ outbox: {} as ShareDeskParts['outbox'], wake: full, tell: full, logger });
  desk.enqueue([]);
  desk.seconded('i');
  await setImmediate();
  expect(logger.lines.map((line) => line.split(' ')[0])).toEqual(['others.untold', 'others.untold']);
});
