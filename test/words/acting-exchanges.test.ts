import { describe, expect, test } from '@jest/globals';
import type { Kind } from '../../src/domain/taxonomy.ts';
import { createSteps } from '../../src/steps.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

const { words } = createSteps();
const told = (title: string, exchanges: readonly string[], kind: Kind, language = 'en', text = '') =>
  words
    .alert(
      incident({
        exchanges,
        jurisdictions: [],
        measures: [measure({ kind })],
        sources: [source({ feedKind: 'press', title, text, language })],
      }),
      alert(),
      reader('tr'),
    )
    .fields.find(({ label }) => label === words.say('tr', 'alert.exchanges'))?.value;

describe('the exchanges that do something themselves', () => {
  test.each([
    ['another clause', 'BlockFi and Kraken speak up, OKX pauses withdrawals', 'OKX'],
    ['an example that is followed', 'OKX follows BlockFi and Kraken, pauses withdrawals', 'OKX'],
    ['an example in front', 'After Kraken, OKX pauses withdrawals', 'OKX'],
    ['an investor', 'Kraken-backed OKX pauses withdrawals', 'OKX'],
    ['one whose fall is the cause', 'OKX pauses withdrawals due to the collapse of Kraken', 'OKX'],
    ['nobody else', 'OKX and Kraken pause withdrawals', 'OKX ve Kraken'],
    ['nobody, where each has its own', 'OKX pauses trading, Kraken pauses withdrawals', 'OKX ve Kraken'],
  ])('are not those of %s', (_, title, expected) => {
    const named = ['blockfi', 'kraken', 'okx'].filter((id) => title.toLowerCase().includes(id));
    expect(told(title, named, 'service-halt')).toBe(expected);
  });

  test('are not those whose customers it touches', () => {
    const text = '고객은 쿠코인, 크라켄, 오케이엑스로 보낼 수 없다.';
    const all = ['bithumb', 'kucoin', 'kraken', 'okx'];
    expect(told('빗썸, 해외 거래소 16곳 계정 동결', all, 'account-freeze', 'ko', text)).toBe('Bithumb');
  });
});

describe('a measure of no certain kind', () => {
  const headline = (title: string, language: string, kind: Kind, text = '', authority?: string) =>
    words.alert(
      incident({
        exchanges: ['kraken'],
        jurisdictions: [],
        measures: [measure({ kind })],
        ...(authority !== undefined && { authority }),
        sources: [source({ feedKind: 'press', title, text, language })],
      }),
      alert(),
      reader('en'),
    ).headline;

  test.each([
    ['de', 'Exklusiv: Kraken wird das Geschäft verändern', ''],
    ['es', 'Operadora de criptomonedas cambia de rumbo', 'Kraken cambió sus planes.'],
    ['ko', '크라켄, 거래 방침 변경', ''],
  ])('is the exchange’s own where it is the subject, in %s: %s', (language, title, text) => {
    expect(headline(title, language, 'account-freeze', text)).toBe('Measure by Kraken');
  });

  test('is not its own where an authority stands in the title', () => {
    const title = 'Kraken wurde wohl von der FSA vertrieben';
    expect(headline(title, 'de', 'market-exit', '', 'jp-fsa')).toBe('Measure concerning Kraken');
  });
});
