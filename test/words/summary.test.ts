import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Incident, Source } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import { AT, alert, incident, measure, reader, source } from './examples.ts';
import { words } from './shipped-words.ts';

const summaryOf = (changes: Partial<Incident>, language = 'en'): string | undefined =>
  words.alert(incident(changes), alert(), reader(language)).summary;

const halt = [measure({ kind: 'service-halt' })] as const;

/** The summary of a halt of Binance as one English source tells it. */
const ofText = (text: string, changes: Partial<Source> = {}): string | undefined =>
  summaryOf({ measures: halt, sources: [source({ text, ...changes })] });

describe('a summary from the fields', () => {
  test('begins with a capital where authorities act, and with a name as it is written', () => {
    const effectiveAt = Date.UTC(2024, 0, 15);
    const orders = [measure({ kind: 'cease-and-desist', effectiveAt })] as const;
    const leaves = [measure({ kind: 'market-exit', effectiveAt })] as const;
    const sources = [source({ title: '停止', language: 'zh' })] as const;
    expect(summaryOf({ measures: orders, jurisdictions: [], sources })).toMatch(/^[A-Z]/);
    expect(summaryOf({ measures: leaves, exchanges: ['bitflyer'], sources })).toMatch(/^bitFlyer/);
  });
});

describe('a summary of what is lifted', () => {
  const closedAt = AT + DAY;
  const old = source({ text: 'Binance halts withdrawals in Nigeria.' });
  const eased = [measure({ kind: 'service-halt', stage: 'eased', direction: 'eases' })] as const;

  test('is in the words of who wrote at its lifting', () => {
    const text = 'Binance has resumed withdrawals in Nigeria after it had to suspend them.';
    const sources = [old, source({ text, publishedAt: closedAt })] as const;
    expect(summaryOf({ measures: eased, sources, revision: 2, closedAt })).not.toContain('halts');
  });

  test('never tells of the restriction in the words of those who reported it', () => {
    const lifting = source({ title: '币安恢复提现', language: 'zh', publishedAt: closedAt });
    const told = summaryOf({ measures: eased, sources: [old, lifting], revision: 2, closedAt });
    expect(told).not.toContain('halts');
    expect(told).toContain('币安恢复提现');
  });
});

describe('a summary of an update', () => {
  test('is not in the words of a report that is days older than what is new', () => {
    const draft = source({ text: 'Nigeria plans to suspend withdrawals at Binance.' });
    const order = source({ title: '尼日利亚叫停币安提现', language: 'zh', publishedAt: AT + 9 * DAY });
    const told = summaryOf({ measures: halt, sources: [draft, order], revision: 2 });
    expect(told).not.toContain('plans');
    expect(told).toContain('尼日利亚叫停币安提现');
  });
});

describe('a summary in the language of its source', () => {
  test('is at most two sentences that carry the news', () => {
    const text =
      'Binance has halted withdrawals in Nigeria. Customers cannot suspend their orders in Nigeria. Binance suspended deposits too.';
    expect(ofText(text)?.split('. ')).toHaveLength(2);
  });

  test.each([
    ['an older year', 'Binance halted withdrawals in 2016.'],
    ['last September', 'Binance halted deposits last September.'],
    ['what had been done in a month before', 'In December Nigeria had halted all withdrawals at Binance.'],
    ['what a list is for', 'The list names firms that have no licence to halt withdrawals.'],
    ['what came before', 'Binance had previously suspended sign-ups in Nigeria.'],
  ])('leaves out %s', (_, background) => {
    expect(ofText(`Binance halts withdrawals in Nigeria. ${background}`)).toBe(
      'Binance halts withdrawals in Nigeria.',
    );
  });

  test('tells the news rather than what an article does', () => {
    const news = 'The exchange Binance may not serve clients in Nigeria any more.';
    expect(ofText(`${news} The explainer says why Binance suspended withdrawals.`)).toContain(news);
  });

  test('does not begin in the middle of a list', () => {
    const first = 'Binance will end trading at the end of the month in Nigeria, which halts withdrawals.';
    expect(ofText(`${first} Two of the largest got a month more.`)).toBe(first);
  });

  test('keeps a first sentence that also tells in spite of what it is so', () => {
    const news = "Binance will suspend withdrawals despite last autumn's promise.";
    expect(ofText(news)).toBe(news);
  });

  test.each([
    ['halts withdrawals, following a request of the police.'],
    ['halts withdrawals in Nigeria; the halt follows the travel rule.'],
  ])('keeps the news with its cause: Binance %s', (news) => {
    expect(ofText(`Binance ${news}`)).toBe(`Binance ${news}`);
  });

  test('leaves out what the move comes after', () => {
    expect(
      ofText('Binance halts withdrawals in Nigeria. The move follows a halt of deposits at Binance.'),
    ).toBe('Binance halts withdrawals in Nigeria.');
  });

  test('never shows a sentence that the feed cut', () => {
    expect(
      ofText('Binance halts withdrawals in Nigeria. Binance suspended deposits because of the ord…'),
    ).toBe('Binance halts withdrawals in Nigeria.');
    expect(ofText('Binance halts withdrawals in Nigeria. Binance suspended deposits because of the')).toBe(
      'Binance halts withdrawals in Nigeria.',
    );
  });

  test.each([
    ['a byline', 'By Jane Q. Writer\nBinance halts withdrawals.'],
    ['a dateline', 'LAGOS, March 6 (Agency) - Binance halts withdrawals.'],
    ['a share line', 'Share on social media\nBinance halts withdrawals.'],
    ['a teaser', 'Binance halts withdrawals.\nRead more: how Binance halts things.'],
    ['a link back', 'Binance halts withdrawals. The post Binance halts appeared first on Example News.'],
  ])('is free of %s', (_, text) => {
    expect(ofText(text)).toBe('Binance halts withdrawals.');
  });

  test('does not end a sentence after an abbreviation', () => {
    expect(ofText('Binance Holdings Ltd. halts withdrawals in the U.S. market.')).toBe(
      'Binance Holdings Ltd. halts withdrawals in the U.S. market.',
    );
  });

  test('is left out where no sentence tells of the measure', () => {
    expect(ofText('Bitcoin rose. Analysts are happy.')).toBeUndefined();
  });

  test('takes the words for exchanges where none is named', () => {
    const text = 'Officials in Nigeria want crypto exchanges to stop. A crypto exchange was hacked in 2014.';
    expect(summaryOf({ exchanges: [], sources: [source({ text })] })).toBe(
      'Officials in Nigeria want crypto exchanges to stop.',
    );
  });

  test('does not repeat the title', () => {
    expect(ofText('Binance halts withdrawals', { title: 'Binance halts withdrawals' })).toBeUndefined();
  });

  test('joins Chinese sentences without a space', () => {
    const text = '币安暂停提现。币安同时暂停充值。';
    const changes = { measures: halt, sources: [source({ text, language: 'zh' })] as const };
    expect(summaryOf(changes, 'zh')).toBe(text);
  });

  test('prefers the authority’s own words', () => {
    const press = source({ feedKind: 'press', text: 'Binance halts withdrawals, a paper says.' });
    const official = source({ feedKind: 'official', text: 'Binance is to suspend withdrawals.' });
    expect(summaryOf({ measures: halt, sources: [press, official] })).toBe(
      'Binance is to suspend withdrawals.',
    );
  });

  test.each([' ', 'Mr. ', 'Read more ', 'A', '\n', '(', '币。'])(
    'takes no longer for 100,000 characters of %j',
    (piece) => {
      const text = `Binance halts withdrawals. ${piece.repeat(100_000 / piece.length)}x`;
      // Our own time: other work on the machine is not ours to measure.
      const before = process.cpuUsage();
      ofText(text);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(1000);
    },
  );

  test('says nothing that the source does not say, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'grapheme' }), (noise) => {
        const text = `Binance halts withdrawals. ${noise}`;
        const plain = text.replace(/[\s\u00a0]+/g, ' ');
        const said = ofText(text) ?? '';
        return said.split('. ').every((part) => plain.includes(part.trim()));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a summary in another language', () => {
  const foreign = source({
    language: 'ko',
    title: '바이낸스 출금 중단',
    text: '바이낸스가 출금을 중단했다.',
  });

  test('is the original title, marked with its language, and never the foreign text', () => {
    expect(summaryOf({ measures: halt, sources: [foreign] })).toBe(
      'Original title (Korean): 바이낸스 출금 중단',
    );
  });

  test('adds the date and the scope in a sentence built from the fields', () => {
    const measures = [
      measure({
        kind: 'service-halt',
        stage: 'announced',
        effectiveAt: Date.UTC(2018, 3, 1),
        scope: { users: 'new', functions: ['withdrawals'] },
      }),
    ] as const;
    expect(summaryOf({ measures, sources: [foreign] })).toBe(
      'Binance is to halt withdrawals. Date stated: 1 April 2018. It concerns new customers.\n' +
        'Original title (Korean): 바이낸스 출금 중단',
    );
  });

  test('does not say again what the headline says', () => {
    const measures = [measure({ kind: 'service-halt', scope: { functions: ['withdrawals'] } })] as const;
    expect(summaryOf({ measures })).toBeUndefined();
  });

  test('does not give simplified Chinese to readers of traditional', () => {
    const simplified = source({ language: 'zh', title: '币安暂停提现', text: '币安暂停提现业务。' });
    expect(summaryOf({ measures: halt, sources: [simplified] }, 'zh-Hant')).toBe(
      '原標題（中文）：币安暂停提现',
    );
  });
});
