import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AlertCard, Card } from '../../../src/domain/card.ts';
import { renderTelegram, type TelegramPayload } from '../../../src/platforms/telegram/render.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';

const card: AlertCard = {
  shape: 'alert',
  tone: 'high',
  incidentId: 'Qm9vZ2ll',
  headline: 'Nigeria: operators told to block Binance',
  status: 'High · unconfirmed',
  change: 'Now in force',
  fields: [
    { label: 'Who', value: 'NCC' },
    { label: 'Where', value: 'Nigeria' },
  ],
  summary: 'Operators were told to block <the sites> & apps.',
  sources: [
    { publisher: 'A & B', url: 'https://example.com/?a=1&b=2', at: 0, time: '21 Feb, 10:00' },
    { publisher: 'C', at: 0, time: '21 Feb, 11:00' },
  ],
  sourcesLabel: 'Sources',
  footer: '#Qm9vZ2ll',
  buttons: [
    [
      { label: 'Read', href: 'https://example.com/' },
      { label: 'Why this?', verb: 'why', id: 'Qm9vZ2ll' },
    ],
  ],
};
const payloadOf = (of: Card): TelegramPayload => renderTelegram(of).payload as TelegramPayload;
const keyboardOf = (of: Card): unknown => {
  const markup = payloadOf(of).reply_markup;
  return 'inline_keyboard' in markup ? markup.inline_keyboard : undefined;
};

describe('an alert in Telegram', () => {
  test('is headline, status, change, fields, summary, sources and footer', () => {
    expect(payloadOf(card).text).toBe(
      [
        '🟠 <b>Nigeria: operators told to block Binance</b>',
        'High · unconfirmed',
        '<i>Now in force</i>',
        '',
        '<b>Who</b>: NCC',
        '<b>Where</b>: Nigeria',
        '',
        'Operators were told to block &lt;the sites&gt; &amp; apps.',
        '',
        '<b>Sources</b>',
        '• <a href="https://example.com/?a=1&amp;b=2">A &amp; B</a>, 21 Feb, 10:00',
        '• C, 21 Feb, 11:00',
        '',
        '<i>#Qm9vZ2ll</i>',
      ].join('\n'),
    );
  });

  test.each([
    ['critical', '🔴'],
    ['high', '🟠'],
    ['medium', '🟡'],
    ['low', '⚪️'],
    ['eased', '🟢'],
  ] as const)('of tone %s bears the sign %s', (tone, sign) => {
    expect(payloadOf({ ...card, tone }).text.startsWith(`${sign} <b>`)).toBe(true);
  });

  test('shows no preview of the first link', () => {
    expect(payloadOf(card).link_preview_options).toEqual({ is_disabled: true });
  });

  test('leaves out the parts that it does not have', () => {
    const { summary: _, change: __, ...rest } = card;
    const bare = payloadOf({ ...rest, fields: [], sources: [], footer: '' });
    expect(bare.text).toBe('🟠 <b>Nigeria: operators told to block Binance</b>\nHigh · unconfirmed');
  });

  test('has a plain fallback with the addresses written out', () => {
    expect(renderTelegram(card).plain).toContain('• A & B (https://example.com/?a=1&b=2), 21 Feb, 10:00');
  });

  test('survives half a character from a feed', () => {
    expect(payloadOf({ ...card, headline: 'half \ud83d sign' }).text).toContain('half \ufffd sign');
  });

  test('can be parsed by Telegram and fits, whatever feeds write', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 3000 }),
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.constantFrom('<b>', '</b', '&lt;', '<a href="', '"'.repeat(3000), '<&>'.repeat(2000)),
    );
    fc.assert(
      fc.property(text, text, text, text, (headline, value, summary, publisher) => {
        const { text: html } = payloadOf({
          ...card,
          headline: `h${headline}`,
          fields: [{ label: 'Who', value }],
          summary,
          sources: [{ publisher, url: `https://example.com/${value}`, at: 0, time: 't' }],
        });
        const parsed = parseTelegramHtml(html);
        expect(typeof parsed === 'string' ? parsed : parsed.text.length <= 4096).toBe(true);
      }),
    );
  });
});

describe('buttons in Telegram', () => {
  test('open pages, or carry verb and id', () => {
    expect(keyboardOf(card)).toEqual([
      [
        { text: 'Read', url: 'https://example.com/' },
        { text: 'Why this?', callback_data: 'why~Qm9vZ2ll' },
      ],
    ]);
  });

  test.each([
    ['data longer than 64 bytes', { label: 'x', verb: 'why', id: 'й'.repeat(31) }],
    ['a page that is none of the web', { label: 'x', href: 'javascript:alert(1)' }],
    ['no label', { label: '', verb: 'why', id: 'a' }],
  ])('are left out with %s, because Telegram would refuse the message', (_, button) => {
    expect(keyboardOf({ ...card, buttons: [[button]] })).toEqual([]);
  });
});

describe('an answer in Telegram', () => {
  test('parts its paragraphs and styles its spans', () => {
    const { text } = payloadOf({
      shape: 'text',
      paragraphs: [
        ['Hello ', { text: 'you', bold: true }],
        [{ text: '/subscribe', code: true }, ' ', { text: 'page', href: 'https://example.com/' }],
      ],
      buttons: [],
    });
    expect(text).toBe('Hello <b>you</b>\n\n<code>/subscribe</code> <a href="https://example.com/">page</a>');
  });
});
