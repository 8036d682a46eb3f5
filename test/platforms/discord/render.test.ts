import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AlertCard, Button, TextCard } from '../../../src/domain/card.ts';
import { payloadOf } from '../../../src/platforms/discord/payload.ts';
import { type Body, render } from '../../../src/platforms/discord/render.ts';
import { COLOURS } from '../../../src/platforms/discord/render-alert.ts';
import { isEmptyMessage, type Json, messageFaults } from '../../support/discord-payload.ts';

const ID = 'Qm9vZ2llV29vZ2llMTIzNA';

const alertCard = (parts: Partial<AlertCard> = {}): AlertCard => ({
  shape: 'alert',
  tone: 'critical',
  incidentId: ID,
  headline: 'China: WeChat accounts of exchanges shut',
  status: 'Critical · unconfirmed',
  fields: [
    { label: 'Where', value: 'China' },
    { label: 'Stage', value: 'In force' },
  ],
  summary: 'Accounts of exchanges that serve the mainland were shut.',
  sources: [
    { publisher: 'A Paper', url: 'https://example.com/a', at: 1_520_000_000_000, time: '2 March, 14:13' },
  ],
  sourcesLabel: 'Sources',
  footer: 'Not advice',
  buttons: [],
  ...parts,
});

const bodyOf = (card: AlertCard | TextCard): Body => payloadOf(render(card)).body;
const embedOf = (card: AlertCard) => bodyOf(card).embeds?.[0];
const textCard = (parts: Partial<TextCard>): TextCard => ({
  shape: 'text',
  paragraphs: [],
  buttons: [],
  ...parts,
});

describe('an alert', () => {
  test('is one embed with headline, status, fields, sources and the short id of its incident', () => {
    expect(bodyOf(alertCard())).toEqual({
      embeds: [
        {
          title: 'China: WeChat accounts of exchanges shut',
          description:
            '**Critical · unconfirmed**\n\nAccounts of exchanges that serve the mainland were shut.',
          color: COLOURS.critical,
          fields: [
            { name: 'Where', value: 'China', inline: true },
            { name: 'Stage', value: 'In force', inline: true },
            { name: 'Sources', value: '[A Paper](https://example.com/a) <t:1520000000:R>', inline: false },
          ],
          footer: { text: 'Not advice · Qm9vZ2' },
        },
      ],
      components: [],
      allowed_mentions: { parse: [] },
    });
  });

  test('names the short id once where the footer has it already', () => {
    expect(embedOf(alertCard({ footer: 'Qm9vZ2' }))?.footer).toEqual({ text: 'Qm9vZ2' });
  });

  test('has a colour of its own for each severity and for an easing', () => {
    expect(new Set(Object.values(COLOURS)).size).toBe(5);
  });

  test('says what changed below its status', () => {
    expect(embedOf(alertCard({ change: 'Now official', summary: '' }))?.description).toBe(
      '**Critical · unconfirmed**\nNow official',
    );
  });

  test('keeps its sources where the other parts are too long', () => {
    const card = alertCard({
      summary: 'x'.repeat(9000),
      fields: Array.from({ length: 30 }, (_, at) => ({ label: `F${at}`, value: 'y'.repeat(900) })),
    });
    expect(embedOf(card)?.fields?.at(-1)?.name).toBe('Sources');
  });

  test('cuts a long summary at a word, with an ellipsis', () => {
    const description = embedOf(alertCard({ summary: 'word '.repeat(2000) }))?.description;
    expect(description).toMatch(/ word…$/);
    expect(description?.length).toBeLessThanOrEqual(4096);
  });

  test('names a source without an address, or with a dangerous one, without a link', () => {
    const source = { publisher: 'A Paper', at: 0, time: '' };
    const sources = [source, { ...source, url: 'javascript:alert(1)' }];
    expect(embedOf(alertCard({ sources }))?.fields?.at(-1)?.value).toBe('A Paper\nA Paper');
  });

  test('writes an address so that it cannot end its own link', () => {
    const sources = [{ publisher: 'P', url: 'https://example.com/a_(b)', at: 0, time: '' }];
    expect(embedOf(alertCard({ sources }))?.fields?.at(-1)?.value).toContain(
      '(https://example.com/a_%28b%29)',
    );
  });
});

const HOSTILE = [
  ['a mention of everyone', '@everyone look', '\\@everyone look'],
  ['a mention of a person', '<@123>', '\\<\\@123\\>'],
  ['a mention of a role', '<@&123>', '\\<\\@&123\\>'],
  ['a channel', '<#123>', '\\<\\#123\\>'],
  ['a time', '<t:1:R>', '\\<t:1\\:R\\>'],
  ['a masked link', '[OKX](https://evil.example)', '\\[OKX\\](https\\://evil.example)'],
  ['a bare address', 'see https://evil.example/x_y', 'see https\\://evil.example/x\\_y'],
  ['a heading', '# Big', '\\# Big'],
  ['a list', '- one', '\\- one'],
  ['a numbered list', '1. one', '1\\. one'],
  ['a quote', '> said', '\\> said'],
  ['a spoiler', '||secret||', '\\|\\|secret\\|\\|'],
  ['bold and code', '**b** `c` ~~d~~ _e_', '\\*\\*b\\*\\* \\`c\\` \\~\\~d\\~\\~ \\_e\\_'],
  ['an emoji by its name', ':skull:', '\\:skull:'],
  ['a backslash', 'a\\*b', 'a\\\\\\*b'],
] as const;

describe('a headline', () => {
  test.each(HOSTILE)('cannot bring in %s', (_, headline, written) => {
    expect(embedOf(alertCard({ headline }))?.title).toBe(written);
  });

  test('cannot turn its direction round or break its line', () => {
    expect(embedOf(alertCard({ headline: 'abc\u202Edef\n\n# ghi' }))?.title).toBe('abcdef \\# ghi');
  });

  test('keeps the time of day and scores as they are', () => {
    expect(embedOf(alertCard({ headline: 'At 12:30, 2-1' }))?.title).toBe('At 12:30, 2-1');
  });
});

describe('buttons', () => {
  const buttonsOf = (buttons: readonly (readonly Button[])[]) =>
    bodyOf(textCard({ paragraphs: [['x']], buttons })).components;

  test('share rows where a card has more rows than Discord takes, in their order', () => {
    const press = (id: string): Button => ({ label: id, verb: 'filters', id });
    const rows = [['1', '2'], ['3', '4'], ['5', '6'], ['7', '8'], ['9', '10'], ['11', '12'], ['13']];
    const shown = buttonsOf(rows.map((row) => row.map(press))) ?? [];
    const labels = shown.map((row) =>
      'components' in row ? row.components.map((each) => ('label' in each ? each.label : '')) : [],
    );
    expect(labels).toHaveLength(5);
    expect(labels.flat()).toEqual(rows.flat());
  });

  test('open pages or send verb and id', () => {
    expect(
      buttonsOf([
        [
          { label: 'Open', href: 'https://example.com/' },
          { label: 'Why?', verb: 'why', id: ID },
        ],
      ]),
    ).toEqual([
      {
        type: 1,
        components: [
          { type: 2, style: 5, label: 'Open', url: 'https://example.com/' },
          { type: 2, style: 2, label: 'Why?', custom_id: `why:${ID}` },
        ],
      },
    ]);
  });

  test('whose address is too long become links in the text', () => {
    const href = `https://example.com/${'x'.repeat(600)}`;
    const card = textCard({ paragraphs: [['Hello']], buttons: [[{ label: 'Open', href }]] });
    expect(bodyOf(card)).toMatchObject({ content: `Hello\n\n[Open](${href})`, components: [] });
  });

  test('that are too many for a row go on in the next', () => {
    const row = Array.from({ length: 7 }, (_, at) => ({ label: `${at}`, verb: 'why', id: `${at}` }));
    expect(buttonsOf([row])?.map((each) => ('components' in each ? each.components.length : 0))).toEqual([
      5, 2,
    ]);
  });

  test('are followed by one that asks for words, where a card asks', () => {
    const card = textCard({ paragraphs: [['Which?']], asks: 'subscribe' });
    expect(JSON.stringify(bodyOf(card).components)).toContain('"custom_id":"ask:subscribe"');
  });
});

describe('an answer', () => {
  test('shows its styles and escapes its text', () => {
    const paragraphs = [
      [{ text: 'Bold*', bold: true as const }, ' and ', { text: 'co`de', code: true as const }],
      ['second_one'],
    ];
    expect(bodyOf(textCard({ paragraphs })).content).toBe("**Bold\\*** and `co'de`\n\nsecond\\_one");
  });

  test('mentions the commands that it names, where their ids are known', () => {
    const card = textCard({
      paragraphs: [
        ['Say /help or /filters. See https://x.example/help', { text: '/filters edit a', code: true }],
      ],
    });
    const { body } = payloadOf(render(card, new Map([['filters', '77']])));
    expect(body.content).toBe('Say /help or </filters:77>. See https\\://x.example/help`/filters edit a`');
  });

  test('that is too long for a message has the room of an embed', () => {
    const paragraphs = Array.from({ length: 5 }, () => ['w '.repeat(300)]);
    const body = bodyOf(textCard({ paragraphs }));
    expect([body.content, body.embeds?.[0]?.description?.length]).toEqual([undefined, expect.any(Number)]);
  });

  test('shows no previews of what it links', () => {
    expect(bodyOf(textCard({ paragraphs: [['x']] })).flags).toBe(4);
  });
});

describe('whatever is rendered', () => {
  const wild = fc.string({ unit: 'grapheme', maxLength: 400 });
  const hostile = fc.oneof(
    wild,
    fc.constantFrom('*', '_@', '<#1>', ':a', '-', '1.', '😀', ' ', '\n').map((part) => part.repeat(2500)),
  );
  const button = fc.oneof(
    fc.record({ label: hostile, href: fc.oneof(fc.webUrl({ size: 'large' }), hostile) }),
    fc.record({ label: hostile, verb: fc.constant('why'), id: hostile }),
  );
  const buttons = fc.array(fc.array(button, { maxLength: 8 }), { maxLength: 8 });
  const field = fc.record({ label: hostile, value: hostile });
  const source = fc.record({
    publisher: hostile,
    url: fc.webUrl({ size: 'large' }),
    at: fc.nat(),
    time: fc.constant('now'),
  });
  const alert = fc.record({
    headline: hostile,
    status: hostile,
    change: hostile,
    summary: hostile,
    footer: hostile,
    sourcesLabel: hostile,
    fields: fc.array(field, { maxLength: 30 }),
    sources: fc.array(source, { maxLength: 12 }),
    buttons,
  });

  test('is an alert that Discord takes', () => {
    fc.assert(
      fc.property(alert, (parts) => {
        const body = bodyOf(alertCard(parts)) as unknown as Json;
        expect(messageFaults(body)).toEqual([]);
        expect(isEmptyMessage(body)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  test('is an answer that Discord takes, also as its fallback', () => {
    const paragraph = fc.array(fc.oneof(hostile, fc.record({ text: hostile, href: fc.webUrl() })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 6 }), buttons, (paragraphs, rows) => {
        const message = render(textCard({ paragraphs, buttons: rows }));
        expect(messageFaults(payloadOf(message).body as unknown as Json)).toEqual([]);
        expect(messageFaults(payloadOf({ ...message, payload: undefined }).body as unknown as Json)).toEqual(
          [],
        );
      }),
      { numRuns: 40 },
    );
  });
});
