import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import type { AlertCard } from '../../../src/domain/card.ts';
import { renderTerminal } from '../../../src/platforms/terminal/render.ts';

const card: AlertCard = {
  shape: 'alert',
  tone: 'critical',
  incidentId: 'i1',
  headline: '中国关闭为内地用户服务的交易所的微信账号，监管机构称将继续清理整顿虚拟货币交易场所',
  status: 'Critical · unconfirmed',
  change: 'Now in force',
  fields: [{ label: 'Where', value: 'China' }],
  summary: 'Exchanges that serve the mainland had their accounts shut, and more is to come, regulators say.',
  sources: [{ publisher: 'A News', url: 'https://example.com/a', at: 0, time: '8 March, 10:00' }],
  sourcesLabel: 'Sources',
  footer: '#i1',
  buttons: [[{ label: 'Mute', verb: 'mute', id: 'i1' }]],
};
const linesOf = (columns?: number, colour = false): readonly string[] =>
  String(renderTerminal(card, { colour, ...(columns === undefined ? {} : { columns }) }).payload).split('\n');

describe('an alert in the terminal', () => {
  test('reads top down: headline, status, change, fields, summary, sources, commands, footer', () => {
    expect(linesOf()).toEqual([
      `!!! ${card.headline}`,
      'Critical · unconfirmed',
      'Now in force',
      '  Where: China',
      '',
      card.summary,
      '',
      'Sources:',
      '  * A News, 8 March, 10:00 https://example.com/a',
      '  > Mute: /mute i1',
      '#i1',
    ]);
  });

  test.each([20, 40, 80])('keeps within %d columns, wide signs counted as two', (columns) => {
    expect(Math.max(...linesOf(columns).map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
  });

  test('loses no word by breaking lines', () => {
    const bare = (lines: readonly string[]): string => lines.join('').replace(/\s/g, '');
    expect(bare(linesOf(24))).toBe(bare(linesOf()));
  });

  test('colours the headline by severity where colours are welcome', () => {
    expect(linesOf(undefined, true)[0]).toBe(`\u001b[1;31m!!! ${card.headline}\u001b[0m`);
  });

  test('writes no escape where they are not', () => {
    expect(linesOf(40).join('\n')).not.toContain('\u001b');
  });

  test('keeps control characters of feeds away from the terminal', () => {
    const message = renderTerminal({ ...card, headline: 'a\u001b[2Jb\u0007c\nd' }, { colour: false });
    expect(String(message.payload).split('\n')[0]).toBe('!!! a [2Jb c d');
  });
});

describe('an answer in the terminal', () => {
  test('puts links behind their words and keeps the lines of lists', () => {
    const message = renderTerminal(
      {
        shape: 'text',
        paragraphs: [['See ', { text: 'the notice', href: 'https://example.com' }], ['- one\n- two']],
        buttons: [],
      },
      { colour: false },
    );
    expect(message.plain).toBe('See the notice (https://example.com)\n\n- one\n- two');
  });
});
