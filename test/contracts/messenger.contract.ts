import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AlertCard, Card } from '../../src/domain/card.ts';
import type { Destination } from '../../src/domain/destination.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Messenger } from '../../src/domain/ports.ts';
import { alertCard, textCard } from './cards.ts';

/** What can go wrong with one call, and the outcome that every platform makes of it. */
const EXPECTED = {
  'rate-limited-for-7s': { kind: 'later', afterMs: 7000 },
  'server-fault': { kind: 'later' },
  'connection-refused': { kind: 'later' },
  gone: { kind: 'gone' },
  forbidden: { kind: 'forbidden' },
  moved: { kind: 'moved' },
  'not-understood': { kind: 'rejected' },
  'token-refused': { kind: 'unauthorised' },
  'answer-lost': { kind: 'unknown' },
} as const satisfies Record<string, Partial<Outcome>>;

export type Trouble = keyof typeof EXPECTED;

/** A messenger on a stage: a platform that really answers, a place to send to, and faults on request. */
export interface MessengerStage {
  readonly messenger: Messenger;
  readonly destination: Destination;
  /** The texts that people see in the destination, oldest first, as the platform shows them (markup taken off). */
  shown(): readonly string[];
  /** The next call meets this trouble. */
  prepare(trouble: Trouble): void | Promise<void>;
  close(): Promise<void>;
}

const longAlert: AlertCard = {
  ...alertCard,
  headline: `${'<&>'.repeat(200)}😀`,
  fields: Array.from({ length: 40 }, (_, at) => ({ label: `Field ${at}`, value: '&<>"😀'.repeat(80) })),
  summary: 'A sentence about <everything> & more. '.repeat(400),
};

/**
 * What every platform's messenger keeps, whatever stands behind it.
 * @param troubles those that this platform can meet
 */
export const messengerContract = (
  platform: string,
  open: () => Promise<MessengerStage>,
  troubles: readonly Trouble[],
): void =>
  describe(`${platform} as a messenger`, () => {
    let stage: MessengerStage;
    beforeEach(async () => {
      stage = await open();
    });
    afterEach(() => stage.close());

    const send = (card: Card, replyTo?: string): Promise<Outcome> =>
      stage.messenger.send(
        stage.destination,
        { ...stage.messenger.render(card), ...(replyTo === undefined ? {} : { replyTo }) },
        'delivery1',
      );

    test('sends an alert and gives the id of the message', async () => {
      expect(await send(alertCard)).toEqual({ kind: 'sent', messageId: expect.stringMatching(/./) });
    });

    test('shows every character of an alert as it was written', async () => {
      await send(alertCard);
      const [shown] = stage.shown();
      for (const part of [alertCard.headline, alertCard.status, alertCard.summary, 'A & B News'])
        expect(shown).toContain(part);
    });

    test('fits an alert that is far too long', async () => {
      expect(await send(longAlert)).toMatchObject({ kind: 'sent' });
    });

    test('sends an answer of plain text', async () => {
      await send(textCard('1 < 2 & 3 > 2'));
      expect(stage.shown()).toEqual([expect.stringContaining('1 < 2 & 3 > 2')]);
    });

    test('gives a fallback without markup', () => {
      expect(stage.messenger.render(alertCard).plain).toContain(alertCard.headline);
    });

    test('sends a reply to an earlier message', async () => {
      const first = await send(alertCard);
      expect(await send(alertCard, first.kind === 'sent' ? first.messageId : 'none')).toMatchObject({
        kind: 'sent',
      });
    });

    test('edits a message that it sent', async () => {
      const first = await send(textCard('before'));
      const edited = await stage.messenger.edit(
        stage.destination,
        first.kind === 'sent' ? first.messageId : 'none',
        stage.messenger.render(textCard('after')),
      );
      expect([edited.kind, stage.shown().at(-1)]).toEqual(['sent', expect.stringContaining('after')]);
    });

    test('does not lose a message whose reply target is gone: it goes without the reply, or says so', async () => {
      const { kind } = await send(alertCard, '999999');
      expect([kind, stage.shown().length]).toEqual(kind === 'sent' ? ['sent', 1] : ['reply-lost', 0]);
    });

    for (const trouble of troubles)
      test(`turns ${trouble} into its outcome`, async () => {
        await stage.prepare(trouble);
        expect(await send(alertCard)).toMatchObject(EXPECTED[trouble]);
      });
  });
