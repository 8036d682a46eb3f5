import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../src/domain/card.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { systemClock } from '../../src/ops/clock.ts';
import { createSteps } from '../../src/steps.ts';
import { type CanaryParts, createCanary } from '../../src/wiring/canary.ts';
import { createCanaryMessenger } from '../../src/wiring/canary-messenger.ts';
import { canaryTurn } from '../../src/wiring/canary-turn.ts';
import { createLiveSteps } from '../../src/wiring/live-steps.ts';
import type { OperatorLine } from '../../src/wiring/notify-operators.ts';
import { paceOf } from '../../src/wiring/pace.ts';
import { createKeptLogger } from '../support/discord-stage.ts';

const steps = createSteps();
const live = createLiveSteps(steps);
const pace = paceOf({
  telegramPerSecond: Number.POSITIVE_INFINITY,
  discordPerSecond: Number.POSITIVE_INFINITY,
});

/** A platform that answers as it is told. */
const aPlatform = (platform: 'telegram' | 'discord') => {
  const shown: { readonly text: string; readonly how: 'sent' | 'edited'; readonly silent: boolean }[] = [];
  const state = { isAway: false, isDeleted: false };
  const answer = (how: 'sent' | 'edited', { plain, silent = false }: Message): Outcome => {
    if (state.isAway) return { kind: 'later', afterMs: 60_000, why: 'away', everyone: true };
    if (how === 'edited' && state.isDeleted) return { kind: 'rejected', why: 'message to edit not found' };
    shown.push({ text: plain, how, silent });
    return { kind: 'sent', messageId: '1' };
  };
  const messenger = {
    platform,
    render: (card: unknown): Message => ({ payload: card, plain: JSON.stringify(card) }),
    send: async (_to: unknown, message: Message) => answer('sent', message),
    edit: async (_to: unknown, _id: string, message: Message) => answer('edited', message),
  };
  return { shown, state, bot: { messenger } };
};

const open = (every = 60_000) => {
  let now = 0;
  const telegram = aPlatform('telegram');
  const discord = aPlatform('discord');
  const told: OperatorLine[] = [];
  const logger = createKeptLogger();
  const parts: CanaryParts = {
    ...{ every, live, operators: ['telegram-1', 'discord-2'], pace, logger },
    platforms: new Map([
      ['telegram', telegram.bot],
      ['discord', discord.bot],
    ]),
    languageOf: async () => 'en',
    notifyOperators: { add: (line) => void told.push(line) },
    clock: { now: systemClock.now, monotonic: () => now },
  };
  const canary = createCanary(parts);
  return {
    ...{ canary, telegram, discord, logger },
    told: () => told.map((line) => line({ words: live.words, language: 'en' })),
    async turn() {
      now += every;
      await canary.jobs[0]?.run();
      await canary.idle();
    },
  };
};

describe('the canary', () => {
  test('goes from feed to chat on every platform, silently and marked as a test', async () => {
    const { canary, telegram, discord, turn } = open();
    const before = systemClock.now();
    await turn();
    for (const { shown } of [telegram, discord]) {
      expect(shown).toMatchObject([{ how: 'sent', silent: true }]);
      expect(shown[0]?.text).toContain('Test, nothing has happened');
      expect(shown[0]?.text).toContain('Canarex');
    }
    expect(canary.state()).toMatchObject({ ok: true, every: 60_000 });
    expect(canary.state()?.lastSuccessAt).toBeGreaterThanOrEqual(before);
  }, 30_000);

  test('edits its last message, and sends another where that is gone', async () => {
    const { telegram, turn } = open();
    await turn();
    await turn();
    telegram.state.isDeleted = true;
    await turn();
    expect(telegram.shown.map(({ how }) => how)).toEqual(['sent', 'edited', 'sent']);
  }, 30_000);

  test('is given up when a platform stays silent: told once by the others, in the log, and its return', async () => {
    const { canary, telegram, logger, told, turn } = open(2_000);
    await turn();
    telegram.state.isAway = true;
    await turn();
    expect(canary.state()).toMatchObject({ ok: true });
    expect(told()).toEqual([]);
    await turn();
    await turn();
    expect(canary.state()).toMatchObject({ ok: false });
    expect(told()).toEqual([expect.stringContaining('has not come through to telegram since')]);
    const errors = logger.lines.filter(({ event }) => event === 'canary.silent');
    expect(errors).toHaveLength(3);
    expect(errors[0]).toMatchObject({ level: 'error', fields: { platform: 'telegram' } });
    telegram.state.isAway = false;
    await turn();
    expect(canary.state()).toMatchObject({ ok: true });
    expect(told()[1]).toBe('Test alerts come through again.');
  }, 60_000);

  test('is not let out before its time, nor while one is on its way', async () => {
    const { canary, telegram, turn } = open();
    await turn();
    await canary.jobs[0]?.run();
    await canary.idle();
    expect(telegram.shown).toHaveLength(1);
  }, 30_000);

  test('is not there where none is wished for', () => {
    const parts = { every: undefined } as unknown as CanaryParts;
    const canary = createCanary(parts);
    expect(canary.jobs).toEqual([]);
    expect(canary.state()).toBeUndefined();
  });
});

describe('a turn of the canary', () => {
  test('says where the entry was lost', async () => {
    const telegram = aPlatform('telegram');
    const { reached, came } = await canaryTurn({
      ...{ words: live.words, pace, patience: 5_000, clock: systemClock, logger: createKeptLogger() },
      steps: { ...steps, classify: () => ({ relevant: false, confidence: 0, why: 'deaf', reports: [] }) },
      to: [{ place: { platform: 'telegram', chat: '1' }, language: 'en' }],
      messengers: new Map([['telegram', createCanaryMessenger(telegram.bot.messenger)]]),
    });
    expect(reached.size).toBe(0);
    expect(came).toContain('entry.irrelevant');
  }, 30_000);
});
