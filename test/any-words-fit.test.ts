import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Incident } from '../src/domain/incident.ts';
import { CHANGES } from '../src/domain/incident.ts';
import { KINDS, STAGES } from '../src/domain/taxonomy.ts';
import { payloadOf } from '../src/platforms/discord/payload.ts';
import { render as renderDiscord } from '../src/platforms/discord/render.ts';
import { renderTelegram, type TelegramPayload } from '../src/platforms/telegram/render.ts';
import { renderTerminal } from '../src/platforms/terminal/render.ts';
import { type Json, messageFaults } from './support/discord-payload.ts';
import { parseTelegramHtml } from './support/telegram-html.ts';
import { alert, incident, measure, reader, source } from './words/examples.ts';
import { words } from './words/shipped-words.ts';

/** One piece of every script that we read, of emoji, of markup of every platform, and of what moves cursors. */
const PIECES = [
  'Binance halts withdrawals. ',
  '币安暂停提现。',
  '幣安暫停提現，',
  'バイナンスが出金を停止。',
  '바이낸스 출금 중단. ',
  'Биржа приостановила вывод. ',
  'توقف بينانس السحب. ',
  'बिनांस ने निकासी रोकी। ',
  'ไบแนนซ์ระงับการถอน ',
  'Η Binance σταματά. ',
  '👩‍👩‍👧‍👦🏴‍☠️🇳🇬',
  '<b>&amp;</i>"\'>',
  '**__~~||`[x](http://y)@everyone<@1>',
  'a\u0301\u0327\u200d\u202e\u2066',
  '\u0000\u001b[2J\u0007\r\n',
  '\ud800',
  'https://example.com/?a=1&b=<2> ',
] as const;

const LENGTHS = [1, 2, 30, 300, 4_096, 20_000, 100_000] as const;

const anyText = fc
  .record({
    pieces: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }),
    length: fc.constantFrom(...LENGTHS),
  })
  .map(({ pieces, length }) => {
    const unit = pieces.join('');
    return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  });

const anyIncident: fc.Arbitrary<Incident> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    stage: fc.constantFrom(...STAGES),
    title: anyText,
    text: anyText,
    publisher: anyText,
    id: anyText,
    retracted: fc.option(anyText, { nil: undefined }),
    language: fc.constantFrom('en', 'zh', 'ar', 'ko', 'hi', 'und'),
    exchanges: fc.array(fc.constantFrom('binance', 'okx', 'upbit', 'unknown'.repeat(300)), { maxLength: 40 }),
    authority: fc.option(anyText, { nil: undefined }),
    isWritten: fc.boolean(),
  })
  .map(({ kind, stage, title, text, publisher, id, retracted, language, exchanges, authority, isWritten }) =>
    incident({
      id: id.slice(0, 22),
      measures: [measure({ kind, stage })],
      exchanges,
      sources: [
        source({
          title,
          text,
          publisher,
          language,
          ...(isWritten && { summaries: { en: text, zh: text, ar: text } }),
        }),
        source({ publisher, text, language: 'en' }),
      ],
      ...(retracted !== undefined && { retracted }),
      ...(authority !== undefined && { authority }),
    }),
  );

const anyCard = fc
  .record({ told: anyIncident, language: fc.constantFrom(...words.languages), change: fc.boolean() })
  .map(({ told, language, change }) =>
    words.alert(
      told,
      change ? alert({ change: 'updated', reasons: CHANGES }) : alert(),
      reader(language, 'Asia/Tokyo'),
    ),
  );

const RUNS = { numRuns: 60 };

describe('whatever feeds write, from 1 to 100,000 characters, in any script', () => {
  test('fits Telegram, and is HTML that Telegram reads', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { payload, plain } = renderTelegram(card);
        const parsed = parseTelegramHtml((payload as TelegramPayload).text);
        if (typeof parsed === 'string') throw new Error(parsed);
        return parsed.text.length > 0 && parsed.text.length <= 4096 && plain.length <= 4096;
      }),
      RUNS,
    );
  });

  test('fits Discord, with nothing that Discord refuses', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const message = renderDiscord(card);
        const sent = [message, { ...message, payload: undefined }].map((one) => payloadOf(one).body);
        return sent.every((body) => messageFaults(body as Json).length === 0);
      }),
      RUNS,
    );
  });

  test('moves no cursor in a terminal', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const { plain } = renderTerminal(card, { colour: false });
        return !/[^\P{Cc}\n]/u.test(plain);
      }),
      RUNS,
    );
  });

  test('fits one message as a digest of many', () => {
    fc.assert(
      fc.property(
        fc.array(anyIncident, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...words.languages),
        (incidents, language) => {
          const unlike = incidents.map((one, at) => ({ ...one, id: `${at}` }));
          const card = words.digest(unlike, reader(language));
          const { payload } = renderTelegram(card);
          const parsed = parseTelegramHtml((payload as TelegramPayload).text);
          const { payload: other } = renderDiscord(card);
          expect(typeof parsed === 'string' ? parsed : parsed.text.length <= 4096).toBe(true);
          expect(messageFaults((other as { readonly body: Json }).body)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
