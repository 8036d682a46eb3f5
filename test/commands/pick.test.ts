import { describe, expect, test } from '@jest/globals';
import { fromDeepLink, toDeepLink } from '../../src/commands/deep-link.ts';
import { createDimensions } from '../../src/commands/dimensions.ts';
import { createNames } from '../../src/commands/names.ts';
import { EVERYTHING } from '../../src/commands/parse-filter.ts';
import { createSteps } from '../../src/steps.ts';
import { CATALOGUE, createStage, incident, type Stage, WORDS } from './stage.ts';

/** What the buttons of an answer say when pressed, by their label. */
const buttonsOf = async (stage: Stage, line: string): Promise<ReadonlyMap<string, string>> => {
  const { cards } = await stage.answer(line);
  const all = cards.flatMap(({ buttons }) => buttons.flat());
  return new Map(
    all.flatMap((button): [string, string][] =>
      'verb' in button ? [[button.label, `/${button.verb} ${button.id}`]] : [],
    ),
  );
};

const press = async (stage: Stage, line: string, label: string): Promise<ReadonlyMap<string, string>> =>
  buttonsOf(stage, (await buttonsOf(stage, line)).get(label) ?? `no button ${label}`);

describe('a keyboard', () => {
  test('subscribes with the first tick, and shows it', async () => {
    const stage = createStage();
    const keys = await press(stage, '/start', 'My exchanges');
    expect([...keys.keys()].slice(0, 3)).toEqual(['Binance', 'Binance.US', 'OKX']);
    const after = await buttonsOf(stage, keys.get('OKX') ?? '');
    expect([...after.keys()]).toContain('✅ OKX');
    expect(stage.saved()?.filters).toEqual([{ ...EVERYTHING, id: 'a', exchanges: ['okx'] }]);
  });

  test('does no harm when a tick is pressed twice', async () => {
    const stage = createStage();
    const keys = await press(stage, '/start', 'My exchanges');
    await stage.answer(keys.get('OKX') ?? '');
    await stage.answer(keys.get('OKX') ?? '');
    expect(stage.saved()?.filters).toMatchObject([{ exchanges: ['okx'] }]);
  });

  test('takes a tick back; without any, nothing is wished', async () => {
    const stage = createStage();
    await stage.say('/filters pick a e 0 +okx');
    const lines = await stage.say('/filters pick a e 0 -okx');
    expect(lines).toContain('Nothing is ticked yet, so nothing comes.');
    expect(stage.saved()?.filters).toEqual([]);
  });

  test('that was sent before its exchange was renamed ticks what its label said, and takes it back', async () => {
    const stage = createStage();
    await stage.say('/filters pick a e 0 +okex');
    expect(stage.saved()?.filters).toMatchObject([{ exchanges: ['okx'] }]);
    await stage.say('/filters pick a e 0 -okex');
    expect(stage.saved()?.filters).toEqual([]);
  });

  test('shows as ticked, under its id of now, an exchange that was wished for under a former one', () => {
    const exchanges = createDimensions(CATALOGUE, WORDS, createNames(CATALOGUE, WORDS)).get('e');
    expect(exchanges?.ticked({ ...EVERYTHING, exchanges: ['okex', 'binance', 'okx', 'nobody'] })).toEqual([
      'okx',
      'binance',
      'nobody',
    ]);
  });

  test('puts exchanges and countries into one filter, and says that both count', async () => {
    const stage = createStage();
    await stage.say('/filters pick a e 0 +binance');
    const lines = await stage.say('/filters pick a p 0 +NG');
    expect(lines[1]).toBe(
      'This chat now hears of: Binance · in Nigeria\nAn alert has to fit both. One that names no exchange, or no country, fits too.',
    );
  });

  test('leafs through what is too long for a page', async () => {
    const stage = createStage();
    const first = await buttonsOf(stage, '/filters pick a p 0');
    const second = await buttonsOf(stage, first.get('2 ›') ?? '');
    expect([...second.keys()]).toEqual(expect.arrayContaining(['‹ 1', '3 ›']));
    expect([...second.keys()].slice(0, 8)).not.toEqual([...first.keys()].slice(0, 8));
  });

  test('begins with the country of the reader’s language', async () => {
    const { cards } = await createStage().answer('/filters pick a p 0', { language: 'ko' });
    expect(cards[0]?.buttons[0]?.[0]?.label).toBe('대한민국');
  });

  test.each([
    ['crak', undefined],
    ['крак', 'Kraken'],
    ['币', 'Binance'],
    ['nobi', 'Nobitex'],
    ['mt go', 'Mt. Gox'],
  ])('finds by the beginning of a name in any script: %s', async (typed, label) => {
    const [first] = await buttonsOf(createStage(), `/filters pick a e ? ${typed}`);
    expect(first?.[0] === '‹' ? undefined : first?.[0]).toBe(label);
  });

  test('keeps what was searched for in sight when it is ticked', async () => {
    const stage = createStage();
    const hits = await buttonsOf(stage, '/filters pick a e ? kraken');
    const after = await buttonsOf(stage, hits.get('Kraken') ?? '');
    expect([...after.keys()][0]).toBe('✅ Kraken');
    expect(stage.saved()?.filters[0]?.exchanges).toEqual(['kraken']);
  });

  test('offers the nearest where nothing begins as typed', async () => {
    const stage = createStage();
    const lines = await stage.say('/filters pick a e ? binanse');
    expect(lines).toContain('I know no exchange “binanse”. Did you mean Binance?');
    expect((await buttonsOf(stage, '/filters pick a e ? binanse')).get('Binance')).toBeDefined();
  });

  test('says so where nothing is near', async () => {
    expect(await createStage().say('/filters pick a p ? xyzzy')).toContain('I know no place “xyzzy”.');
  });

  test.each([
    ['k', 'ban', { kinds: ['ban'] }],
    ['s', 'critical', { minSeverity: 'critical' }],
    ['d', 'eases', { direction: 'eases' }],
    ['p', 'US-NY', { jurisdictions: ['US-NY'] }],
  ])('sets dimension %s to %s', async (letter, value, wish) => {
    const stage = createStage();
    await stage.say(`/filters pick a ${letter} 0 +${value}`);
    expect(stage.saved()?.filters).toMatchObject([wish]);
  });

  test('of one choice takes the other one back', async () => {
    const stage = createStage();
    await stage.say('/filters pick a s 0 +high');
    const labels = [...(await buttonsOf(stage, '/filters pick a s 0 +medium')).keys()];
    expect(labels.filter((label) => label.startsWith('✅'))).toEqual(['✅ Medium and above']);
  });

  test.each([
    ['/filters pick a e 0 +nosuch', 'I know no exchange “nosuch”.'],
    ['/filters pick a p 0 +QQ', 'I know no place “QQ”.'],
    ['/filters pick a z 0', 'I do not understand “a z 0”. Did you mean filters?'],
  ])('answers a stale button kindly: %s', async (said, answered) => {
    expect(await createStage().say(said)).toEqual([answered]);
  });

  test('holds no more filters than fit', async () => {
    const stage = createStage({ filterLimit: 1 });
    await stage.say('/subscribe okx');
    expect(await stage.say('/filters pick b e 0 +kraken')).toEqual([
      'More than 1 filters do not fit. /filters shows them, and deletes.',
    ]);
  });

  test('leaves a paused chat paused', async () => {
    const stage = createStage();
    await stage.say('/subscribe okx');
    await stage.say('/pause');
    await stage.say('/filters pick a e 0 +kraken');
    expect(stage.saved()?.state).toBe('paused');
  });

  test('ends with what the chat hears of', async () => {
    const stage = createStage();
    await stage.say('/filters pick a e 0 +okx');
    const lines = await stage.say('/filters done');
    expect(lines.slice(0, 2)).toEqual(['1 filter in this chat:', 'a. OKX']);
    expect(lines).toContain('Change it with /filters, try it with /test.');
  });
});

describe('the shipped catalogue on keyboards', () => {
  const { catalogue, words } = createSteps();
  const dimensions = createDimensions(catalogue, words, createNames(catalogue, words));

  test.each([...dimensions.keys()])('gives every value of dimension %s a code of its own', (letter) => {
    const dimension = dimensions.get(letter);
    const values = dimension?.values('en') ?? [];
    const back = values.map((value) => dimension?.value(dimension.code(value)));
    expect(back).toEqual(values);
  });

  test('gives every exchange a link of its own', () => {
    const lost = catalogue.exchanges.filter(({ id }) => {
      const link = toDeepLink({ filter: { ...EVERYTHING, exchanges: [id] } }) ?? '';
      return fromDeepLink(link, catalogue)?.filter.exchanges[0] !== id;
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('fits each button into 64 bytes, also about another chat and after a search', () => {
    const long = [...dimensions].flatMap(([letter, dimension]) => {
      const codes = dimension.values('en').map((value) => dimension.code(value));
      const page = dimension.search === undefined ? '1' : '?1234567890';
      return codes.map((code) => `filters~pick aa ${letter} ${page} +${code} @-1001234567890`);
    });
    expect(long.filter((data) => Buffer.byteLength(data) > 64)).toEqual([]);
  });
});

describe('not relevant', () => {
  test('is counted once for each person, and shown to the operators', async () => {
    const stage = createStage();
    for (const asker of ['7', '7', '8']) await stage.say('/irrelevant 4fT9xQ', { asker, may: 'ask' });
    expect(await stage.say('/ops', { may: 'operate' })).toContain(
      'Not relevant, say readers (2): Nigeria blocks access to Binance 4fT9xQ',
    );
  });

  test('is thanked for', async () => {
    expect(await createStage().say(`/irrelevant ${incident().id}`)).toEqual([
      'Thank you. Those who run me see it.',
    ]);
  });

  test('of an incident that nobody knows is a mistake', async () => {
    expect((await createStage().say('/irrelevant nosuch'))[0]).toMatch(/^I know no incident/);
  });
});

test('an export carries mutes and a pause, and links where the platform has them', async () => {
  const stage = createStage({
    linksTo: (_, payload) => ({
      person: `https://t.me/b?start=${payload}`,
      group: `https://t.me/b?startgroup=${payload}`,
    }),
  });
  await stage.say('/subscribe okx');
  await stage.say('/mute 4fT9xQ');
  await stage.say('/pause');
  const lines = await stage.say('/export');
  expect(lines).toEqual(expect.arrayContaining([`/mute ${incident().id}`, '/pause']));
  expect(lines.at(-2)).toMatch(/^For a person: https:\/\/t\.me\/b\?start=f[\w-]{9,63}$/);
  expect(lines.at(-1)).toMatch(/^For a group: https:\/\/t\.me\/b\?startgroup=f[\w-]{9,63}$/);
});
