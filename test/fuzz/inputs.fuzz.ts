import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { answerLines, textField } from '../../src/cli/json-lines.ts';
import { fromDeepLink } from '../../src/commands/deep-link.ts';
import { readFeeds } from '../../src/config/feeds.ts';
import { readHistory } from '../../src/config/history.ts';
import { COMMAND_NAMES } from '../../src/domain/command.ts';
import { ConfigError, type Fault } from '../../src/domain/errors.ts';
import { parseFeed } from '../../src/feeds/parse.ts';
import { parseInteraction } from '../../src/platforms/discord/parse-interaction.ts';
import { parseUpdate } from '../../src/platforms/telegram/parse-update.ts';
import { createSteps } from '../../src/steps.ts';
import { readBackup } from '../../src/storage/read-backup.ts';
import { createStage } from '../commands/stage.ts';
import { hostileText, mutated } from './hostile.ts';

/** All inputs together; each test takes its share. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 1_000_000);
const LONGEST = 6 * 3_600_000;
const { catalogue, classify } = createSteps();

const megabytes = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** Throws so many inputs at `eat`; the heap is as large after the second half as after the first. */
const feed = async <T>(share: number, inputs: fc.Arbitrary<T>, eat: (input: T) => unknown): Promise<void> => {
  const numRuns = Math.max(1, Math.round((INPUTS * share) / 2));
  const half = () =>
    fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        await eat(input);
      }),
      { numRuns, interruptAfterTimeLimit: LONGEST },
    );
  await half();
  await breathe();
  const before = megabytes();
  await half();
  await breathe();
  const grown = megabytes() - before;
  process.stderr.write(
    `${JSON.stringify({ suite: 'fuzz', name: expect.getState().currentTestName, inputs: 2 * numRuns, grownMb: Number(grown.toFixed(1)) })}\n`,
  );
  // Without --expose-gc the heap breathes; what is kept of each input would be far more.
  expect(grown).toBeLessThan(64);
};

/** Only the operator's own mistakes are thrown, with their cures. */
const orConfigError = (read: () => unknown): void => {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const { cure, problem } of error.faults) expect(`${problem}${cure}`).not.toBe('');
  }
};

const ME = { id: 1, is_bot: true, first_name: 'C', username: 'curbwatch_bot' } as UserFromGetMe;
const chat = fc.constantFrom(
  { id: 5, type: 'private', first_name: 'A' },
  { id: -5, type: 'supergroup', title: 'G', is_forum: true },
  { id: -6, type: 'channel', title: 'C' },
);
const stage = createStage();
let said = 0;

/** A command as everybody may say it; its answer is for people, whatever they wrote. */
const answered = async (name: string, words: string): Promise<void> => {
  const card = await stage.answer(`/${name} ${words}`, { may: said % 3 === 0 ? 'operate' : 'set-up' });
  said += 1;
  expect(card.cards.length).toBeGreaterThan(0);
  expect(stage.faults).toEqual([]);
  stage.done.length = 0;
};

test(
  'commands',
  () =>
    feed(
      0.08,
      fc.tuple(fc.constantFrom(...COMMAND_NAMES.filter((name) => name !== 'merge')), hostileText()),
      ([name, words]) => answered(name, words),
    ),
  LONGEST,
);

test(
  'updates of Telegram: messages, presses, questions within other chats',
  () =>
    feed(
      0.25,
      fc.tuple(
        chat,
        hostileText(),
        fc.constantFrom('message', 'channel_post', 'press', 'inline', 'other'),
        fc.option(fc.nat(9)),
      ),
      ([where, text, kind, thread]) => {
        const from = { id: 7, is_bot: false, first_name: text };
        const message = {
          message_id: 3,
          date: 1,
          chat: where,
          from,
          text,
          ...(thread !== null && { message_thread_id: thread, is_topic_message: true }),
        };
        const bodies = {
          message: { message },
          channel_post: { channel_post: message },
          press: { callback_query: { id: '1', from, chat_instance: '1', data: text, message } },
          inline: { inline_query: { id: '1', from, query: text, offset: '' } },
          other: { [text]: message },
        };
        const update = { update_id: 1, ...bodies[kind as keyof typeof bodies] } as unknown as Update;
        expect(typeof parseUpdate(update, ME).kind).toBe('string');
      },
    ),
  LONGEST,
);

test(
  'interactions of Discord: slash commands, buttons, modals, completions',
  () =>
    feed(
      0.25,
      fc.tuple(
        hostileText(),
        fc.constantFrom(2, 3, 4, 5),
        fc.constantFrom(...COMMAND_NAMES, '__proto__', 'x'),
        fc.boolean(),
      ),
      ([text, type, name, inGuild]) => {
        const user = { id: '7', username: text, discriminator: '0', global_name: null, avatar: null };
        const data = {
          2: { id: '1', type: 1, name, options: [{ name: 'words', type: 3, value: text }] },
          3: { custom_id: `${name}:${text}`, component_type: 2 },
          4: { id: '1', type: 1, name, options: [{ name: 'exchange', type: 3, value: text, focused: true }] },
          5: {
            custom_id: `ask:${name}`,
            components: [{ type: 1, components: [{ type: 4, custom_id: 'answer', value: text }] }],
          },
        }[type];
        const place = inGuild
          ? { guild_id: '3', guild_locale: 'en-US', member: { user, permissions: '0', roles: [] } }
          : { user };
        const interaction = {
          ...{ id: '1', application_id: '2', token: 't', version: 1, type, locale: text, data, ...place },
          ...{ channel: { id: '4', type: 0 }, channel_id: '4', message: { id: '9', flags: 0 } },
        };
        const heard = parseInteraction(interaction as never, { operators: new Set(), table: [] });
        expect(typeof heard.kind).toBe('string');
      },
    ),
  LONGEST,
);

test(
  'links into a chat that carry a wish',
  () =>
    feed(
      0.1,
      fc.oneof(
        hostileText(4),
        fc.base64String({ maxLength: 64 }).map((text) => `f${text}`),
      ),
      (link) => {
        fromDeepLink(link, catalogue);
      },
    ),
  LONGEST,
);

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>Nigeria blocks Binance</title><link>https://x.example/1</link><description><![CDATA[<p>Access is blocked.</p>]]></description><pubDate>Mon, 05 Mar 2018 10:00:00 GMT</pubDate></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id><title type="html">India bans &lt;b&gt;OKX&lt;/b&gt;</title><link href="/1"/><updated>2018-03-05T10:00:00Z</updated><summary>s</summary></entry></feed>`;
const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"Kenya warns of Bybit","url":"https://x.example/1","content_html":"<p>t</p>","date_published":"2018-03-05T10:00:00Z"}]}`;

test(
  'feeds, and the entries that they hold',
  () =>
    feed(
      0.05,
      fc
        .oneof(mutated(RSS), mutated(ATOM), mutated(JSON_FEED), hostileText(20))
        .chain((text) =>
          fc
            .constantFrom(...(['utf8', 'utf16le', 'latin1'] as const))
            .map((encoding) => Buffer.from(text, encoding)),
        ),
      async (bytes) => {
        const parsed = await parseFeed(bytes, { url: 'https://x.example/f' });
        if (!parsed.ok) return expect(parsed.detail).not.toBe('');
        for (const { title, text, url } of parsed.entries) {
          expect(url ?? '').not.toMatch(/^(?:javascript|data|vbscript|blob|file|about):/i);
          const entry = {
            ...{
              id: '1',
              feedId: 'f',
              key: 'k',
              title,
              text,
              publisher: 'p',
              language: 'en',
              publishedAt: 0,
            },
            ...{ publishedEstimated: false, firstSeenAt: 0, novelty: 'new' as const, late: false },
          };
          const [aFeed] = catalogue.feeds;
          if (aFeed !== undefined) expect(typeof classify(entry, aFeed).relevant).toBe('boolean');
        }
      },
    ),
  LONGEST,
);

test(
  'JSON lines',
  () =>
    feed(
      0.1,
      fc.oneof(hostileText(20), mutated('{"id":1,"title":"India blocks Binance"}\n{"id":2,"title":"x"}\n')),
      async (text) => {
        const input = new PassThrough();
        const output = new PassThrough();
        output.resume();
        input.end(text);
        await answerLines({ input, output }, (value) => ({ title: textField(value, 'title') }));
      },
    ),
  LONGEST,
);

const FEEDS =
  'feeds:\n  - { id: a, url: "https://x.example/a.xml", publisher: A, kind: press, every: 5m, language: en }\n';

test(
  'YAML',
  () =>
    feed(0.07, fc.oneof(mutated(FEEDS), hostileText(20)), (source) =>
      orConfigError(() => {
        const faults: Fault[] = [];
        readFeeds({ file: 'feeds.yaml', source }, faults);
      }),
    ),
  LONGEST,
);

const BACKUP = readFileSync(new URL('../fixtures/backups/v1.jsonl', import.meta.url), 'utf8');
const HISTORY =
  '{"date":"2018-03-05","exchanges":["binance"],"jurisdictions":["CN"],"kind":"social-block","stage":"in-force","title":"t","summary":"s","sources":["https://example.org/a"]}';

test(
  'imports of backups',
  () =>
    feed(0.03, fc.oneof(mutated(BACKUP), hostileText(20)), (text) =>
      orConfigError(() => readBackup('b.jsonl', text)),
    ),
  LONGEST,
);

test(
  'imports of past incidents',
  () =>
    feed(0.07, fc.oneof(mutated(HISTORY), hostileText(20)), (text) =>
      orConfigError(() => readHistory(text, 'h.jsonl', catalogue)),
    ),
  LONGEST,
);
