import { describe, expect, test } from '@jest/globals';
import { CHANGES } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import { AT, alert, incident, measure, reader, source, wechat } from './examples.ts';
import { words } from './shipped-words.ts';

describe('an alert card', () => {
  test.each(['en', 'zh', 'ru'])(
    'is the whole story of March 2018 for a reader of %s in Shanghai',
    (language) => {
      expect(words.alert(wechat(), alert(), reader(language, 'Asia/Shanghai'))).toMatchSnapshot();
    },
  );

  test.each(['en', 'zh', 'ru'])('tells a reader of %s all that changed, all that is stated', (language) => {
    const measures = [
      measure({
        kind: 'service-halt',
        stage: 'announced',
        effectiveAt: Date.UTC(2018, 3, 1),
        scope: { entity: 'local-firm', users: 'new', functions: ['withdrawals', 'sign-up'] },
      }),
      measure({ kind: 'account-freeze', stage: 'reported' }),
    ] as const;
    const full = incident({
      measures,
      exchanges: ['binance', 'okx', 'kraken'],
      jurisdictions: ['US', 'GB'],
      subdivisions: ['US-NY'],
      authority: 'fca',
      severity: 'critical',
      confirmation: 'corroborated',
      disputed: true,
      reminded: { deadline: Date.UTC(2018, 3, 1), before: DAY },
      sources: [source({ language: 'ko', title: '출금 중단' }), source({ publisher: 'Another Paper' })],
    });
    const reasons = CHANGES.filter((change) => change !== 'retracted');
    expect(
      words.alert(full, alert({ change: 'updated', reasons }), reader(language, 'Europe/London')),
    ).toMatchSnapshot();
  });

  test('tells for whom alone it is lifted, and of the others in its headline', () => {
    const lifted = {
      ...measure({ kind: 'access-block', stage: 'in-force' }),
      lifting: { exchanges: ['okx'] },
    };
    const partly = incident({
      measures: [lifted],
      exchanges: ['binance', 'okx'],
      sources: [source({ title: 'Access to Binance and OKX blocked' })],
    });
    const update = alert({ change: 'updated', reasons: ['eased-for-some'] });
    const { change, headline } = words.alert(partly, update, reader('en'));
    expect(change).toBe('Update: lifted or eased for OKX');
    expect(headline).toContain('Binance');
    expect(headline).not.toContain('OKX');
  });

  test('says nothing of some where it is lifted for all by now', () => {
    const eased = incident({ measures: [measure({ kind: 'access-block', stage: 'eased' })] });
    const update = alert({ change: 'updated', reasons: ['eased', 'eased-for-some'] });
    expect(words.alert(eased, update, reader('en')).change).toBe('Update: eased or lifted');
  });

  test('tells severity and confirmation in its status', () => {
    const card = words.alert(
      incident({ severity: 'critical', confirmation: 'official' }),
      alert(),
      reader('en'),
    );
    expect(card).toMatchObject({ tone: 'critical', status: 'Critical · official' });
  });

  test('says that it is late, with the date it bears', () => {
    const late = incident({ sources: [source({ publishedAt: AT - 3 * DAY })] });
    expect(words.alert(late, alert(), reader('en')).status).toBe(
      'High · unconfirmed · late: dated 3 March 2018, published today',
    );
  });

  test('does not say "today" of an earlier day', () => {
    const late = incident({ sources: [source({ publishedAt: AT - 3 * DAY })] });
    expect(words.alert(late, alert({ at: AT + DAY }), reader('en')).status).toContain(
      'published 6 March 2018',
    );
  });

  test('takes the tone of an easing, not of its severity', () => {
    const eased = incident({ measures: [measure({ stage: 'eased', direction: 'eases' })], severity: 'high' });
    expect(words.alert(eased, alert(), reader('en'))).toMatchObject({
      tone: 'eased',
      status: 'Eased · unconfirmed',
    });
  });

  test('says what changed, and nothing when it opened', () => {
    const reasons = ['stage-advanced', 'officially-confirmed'] as const;
    const card = words.alert(incident(), alert({ change: 'updated', reasons }), reader('en'));
    expect(card.change).toBe('Update: now in force; officially confirmed');
    expect(words.alert(incident(), alert(), reader('en'))).not.toHaveProperty('change');
  });

  test('gives the reason of a retraction', () => {
    const card = words.alert(
      incident({ retracted: 'wrong country' }),
      alert({ change: 'updated', reasons: ['retracted'] }),
      reader('en'),
    );
    expect(card.change).toBe('Update: retracted: wrong country');
  });

  test('names every exchange in its fields', () => {
    const { fields } = words.alert(
      incident({ exchanges: ['binance', 'okx', 'kraken'] }),
      alert(),
      reader('en'),
    );
    expect(fields).toContainEqual({ label: 'Exchanges', value: 'Binance, OKX, and Kraken' });
  });

  test('leaves out what is not stated', () => {
    const labels = words
      .alert(incident({ exchanges: [], jurisdictions: [] }), alert(), reader('en'))
      .fields.map(({ label }) => label);
    expect(labels).toEqual(['What', 'Stage']);
  });

  test.each([
    ['access-block', 'the app; the website'],
    ['bank-cutoff', 'deposits'],
    ['service-halt', 'trading; deposits'],
    ['enforcement', undefined],
  ] as const)('names only the functions that a measure of the kind %s can touch', (kind, expected) => {
    const scope = { functions: ['trading', 'deposits', 'app', 'site'] } as const;
    const { fields } = words.alert(incident({ measures: [measure({ kind, scope })] }), alert(), reader('en'));
    expect(fields.find(({ label }) => label === 'Scope')?.value).toBe(expected);
  });

  test('does not show a gatekeeper through whom none of the measures can be carried out', () => {
    const changes = { authority: 'authorities', through: 'wechat' };
    const { fields } = words.alert(incident(changes), alert(), reader('en'));
    expect(fields.map(({ label }) => label)).not.toContain('Through');
  });

  test('gives the deadline as a day of the reader’s zone', () => {
    const measures = [measure({ effectiveAt: Date.UTC(2018, 2, 31, 20) })] as const;
    const { fields } = words.alert(incident({ measures }), alert(), reader('es', 'Asia/Tokyo'));
    expect(fields).toContainEqual({ label: 'Fecha indicada', value: '1 de abril de 2018' });
  });

  test('gives the times of its sources in the reader’s zone', () => {
    const [first] = words.alert(incident(), alert(), reader('en', 'Africa/Lagos')).sources;
    expect(first).toEqual({
      publisher: 'Example News',
      url: 'https://news.example/1',
      at: AT,
      time: '6 Mar 2018, 18:02',
    });
  });

  test('opens the history of the exchange, or of the incident where there is no single one', () => {
    const [, one] = words.alert(incident(), alert(), reader('en')).buttons;
    expect(one?.[1]).toEqual({ label: 'History', verb: 'exchange', id: 'binance' });
    const [, several] = words.alert(
      incident({ exchanges: ['binance', 'okx'] }),
      alert(),
      reader('en'),
    ).buttons;
    expect(several?.[1]).toEqual({ label: 'History', verb: 'incident', id: incident().id });
  });

  test('has no Read button without an address', () => {
    const { url: _, ...withoutUrl } = source();
    const [first] = words.alert(incident({ sources: [withoutUrl] }), alert(), reader('en')).buttons;
    expect(first).toEqual([{ label: 'Why this?', verb: 'why', id: incident().id }]);
  });

  test('shows the short id in its footer', () => {
    expect(words.alert(incident(), alert(), reader('en')).footer).toBe('4fT9xQ');
  });
});
