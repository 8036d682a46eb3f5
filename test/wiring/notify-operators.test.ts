import { describe, expect, test } from '@jest/globals';
import { loadLocales } from '../../src/config/locales.ts';
import type { Card } from '../../src/domain/card.ts';
import { type Destination, destinationKey, type Platform } from '../../src/domain/destination.ts';
import { DAY, HOUR } from '../../src/domain/instant.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Messenger } from '../../src/domain/ports.ts';
import type { HealthChange, HealthNotice } from '../../src/feeds/health-notices.ts';
import { createNotifyOperators, type NotifyOperatorsParts } from '../../src/wiring/notify-operators.ts';
import { createWriteToPerson, type PersonParts } from '../../src/wiring/write-to-person.ts';
import { createWords } from '../../src/words/create-words.ts';
import { CATALOGUE } from '../commands/stage.ts';
import { aClock, aFeed, silentLogger } from '../support/feed-builders.ts';

const WORDS = createWords({ locales: loadLocales(), catalogue: CATALOGUE });

const notice = (change: HealthChange, more: Partial<HealthNotice> = {}): HealthNotice => ({
  feed: aFeed(),
  change,
  detail: 'HTTP 500',
  ...more,
});

const open = ({
  platforms,
  languageOf = async () => 'en',
  ...changes
}: Partial<NotifyOperatorsParts & PersonParts> = {}) => {
  const sent: string[] = [];
  const outcomes: Outcome[] = [];
  const warned: string[] = [];
  const messengerOf = (platform: Platform): Messenger => ({
    platform,
    render: (card: Card) => ({
      payload: undefined,
      plain: card.shape === 'text' ? card.paragraphs.flat().join('\n') : '',
    }),
    send: async (destination: Destination, { plain }) => {
      const outcome: Outcome = outcomes.shift() ?? { kind: 'sent', messageId: '1' };
      sent.push(`${destinationKey(destination)} ${outcome.kind}: ${plain}`);
      return outcome;
    },
    edit: async () => ({ kind: 'sent', messageId: '1' }),
  });
  const known: PersonParts['platforms'] = new Map([
    ['telegram', { messenger: messengerOf('telegram') }],
    [
      'discord',
      {
        messenger: messengerOf('discord'),
        openDirect: async (user: string) => ({ platform: 'discord', chat: `direct-${user}` }),
      },
    ],
  ]);
  const notifier = createNotifyOperators({
    operators: ['telegram-123'],
    write: createWriteToPerson({ platforms: platforms ?? known, languageOf }),
    words: WORDS,
    clock: aClock(),
    logger: { ...silentLogger, warn: (event) => void warned.push(event) },
    ...changes,
  });
  return { notifier, sent, outcomes, warned };
};

describe('the operators', () => {
  test.each<readonly [HealthChange, Partial<HealthNotice>, string]>([
    ['gone', {}, 'is gone: HTTP 500.'],
    ['blocked', {}, 'blocks us: HTTP 500.'],
    ['failing', {}, 'has failed five times in a row: HTTP 500.'],
    ['silent', { length: 9 * DAY }, 'nothing new for 9 days'],
    ['dates-off', { length: -26 * HOUR }, 'usually 26 hours in the past'],
    ['dates-off', { length: 3 * DAY }, 'usually 3 days in the future'],
    ['recovered', {}, 'answers again. It was: HTTP 500'],
    ['heard-again', {}, 'brings news again.'],
    ['dates-right', {}, 'gives right dates again.'],
    ['moved', { detail: 'https://new.example/' }, 'has moved: https://new.example/.'],
  ])('read what happened when it is %s', async (change, more, said) => {
    const { notifier, sent } = open();
    notifier.note([notice(change, more)]);
    await notifier.tell();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/^telegram~123 sent: Financial Conduct Authority \(uk-fca\) /);
    expect(sent[0]).toContain(said);
  });

  test('get one message for all that came together, and its rest as a number', async () => {
    const { notifier, sent } = open();
    for (let count = 0; count < 14; count += 1) notifier.note([notice('failing')]);
    await notifier.tell();
    await notifier.tell();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.split('\n')).toHaveLength(11);
    expect(sent[0]).toContain('and 4 more: /sources');
  });

  test('are told in the language of their chat', async () => {
    const { notifier, sent } = open({ languageOf: async () => 'es' });
    notifier.note([notice('gone')]);
    await notifier.tell();
    expect(sent[0]).toContain('ya no existe');
  });

  test('are reached on Discord by their direct messages', async () => {
    const { notifier, sent } = open({ operators: ['discord-456'] });
    notifier.note([notice('gone')]);
    await notifier.tell();
    expect(sent[0]).toMatch(/^discord~direct-456 sent/);
  });

  test('are told later while the platform is away, and hear nothing twice', async () => {
    const { notifier, sent, outcomes } = open();
    outcomes.push({ kind: 'later', afterMs: 1, why: 'away' });
    notifier.note([notice('gone')]);
    await notifier.tell();
    notifier.note([notice('moved')]);
    await notifier.tell();
    await notifier.tell();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatch(/sent: .* is gone: .*\n.* has moved/);
  });

  test.each<Outcome>([
    { kind: 'gone', why: 'blocked' },
    { kind: 'unauthorised', why: 'token' },
  ])('that cannot be reached ($kind) are noted in the log, once', async (outcome) => {
    const { notifier, sent, outcomes, warned } = open();
    outcomes.push(outcome);
    notifier.note([notice('gone')]);
    await notifier.tell();
    await notifier.tell();
    expect(sent).toHaveLength(1);
    expect(warned).toEqual(['feed.health', 'operators.untold']);
  });

  test('of a platform without a token are noted in the log', async () => {
    const { notifier, sent, warned } = open({ platforms: new Map() });
    notifier.note([notice('gone')]);
    await notifier.tell();
    expect(sent).toEqual([]);
    expect(warned).toContain('operators.untold');
  });
});
