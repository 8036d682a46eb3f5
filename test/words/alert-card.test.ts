import { describe, expect, test } from '@jest/globals';
import { CHANGES, type Change, type Incident } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import type { Stage } from '../../src/domain/taxonomy.ts';
import { AT, alert, incident, measure, reader, reading, source, wechat } from './examples.ts';
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

  test('tells the stage of the measure that came on, not of the gravest', () => {
    const warned = reading({ kind: 'warning' });
    const halting = (stage: Stage) => reading({ kind: 'service-halt', stage });
    const twofold = incident({
      measures: [measure({ kind: 'warning' }), measure({ kind: 'service-halt', effectiveAt: AT + 20 * DAY })],
      sources: [
        source({ readings: [warned, halting('proposed')] }),
        source({ entryId: 'e2', readings: [warned, halting('in-force')] }),
      ],
    });
    const card = words.alert(
      twofold,
      alert({ change: 'updated', reasons: ['stage-advanced'] }),
      reader('en'),
    );
    // It comes on a day that lies ahead: announced is all that may be said of it today.
    expect(card.change).toBe('Update: now announced');
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

  /** The first button of an update. */
  const read = (update: Partial<Incident>, reasons: readonly Change[]) => {
    const told = incident({ revision: 2, ...update });
    return words.alert(told, alert({ change: 'updated', reasons }), reader('en')).buttons[0]?.[0];
  };
  const blocked = source({ url: 'https://news.example/blocked', readings: [reading()] });
  const freed = source({
    url: 'https://news.example/freed',
    publishedAt: AT + DAY,
    readings: [reading({ stage: 'eased', direction: 'eases' })],
  });

  test('opens what tells of the lifting, not what told of the measure', () => {
    const sources = [blocked, freed] as const;
    const eased = { measures: [measure({ stage: 'eased' })], sources } as const;
    expect(read(eased, ['eased'])).toMatchObject({ href: 'https://news.example/freed' });
  });

  test('opens what tells of a lifting for some, though the measure stands', () => {
    const standing = { ...measure(), lifting: { exchanges: ['okx'] } };
    const partly = {
      measures: [standing],
      exchanges: ['binance', 'okx'],
      sources: [blocked, freed],
    } as const;
    expect(read(partly, ['eased-for-some'])).toMatchObject({ href: 'https://news.example/freed' });
  });

  test('opens the newest of those that tell of the stage it has come to', () => {
    const planned = source({ readings: [reading({ stage: 'proposed' })] });
    const later = source({ ...blocked, url: 'https://news.example/later', publishedAt: AT + 2 * DAY });
    const advanced = { sources: [planned, blocked, later] } as const;
    expect(read(advanced, ['stage-advanced'])).toMatchObject({ href: 'https://news.example/later' });
  });

  test('opens the first source of what only was seconded since', () => {
    const later = source({ ...blocked, url: 'https://news.example/later', publishedAt: AT + DAY });
    expect(read({ revision: 1, sources: [blocked, later] }, [])).toMatchObject({
      href: 'https://news.example/blocked',
    });
  });

  test('opens another source where that of the lifting has no address', () => {
    const { url: _, ...withoutUrl } = freed;
    const eased = { measures: [measure({ stage: 'eased' })], sources: [blocked, withoutUrl] } as const;
    expect(read(eased, ['eased'])).toMatchObject({ href: 'https://news.example/blocked' });
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
