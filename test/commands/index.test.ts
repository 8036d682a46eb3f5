import { describe, expect, test } from '@jest/globals';
import { toDeepLink } from '../../src/commands/deep-link.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { EVERYTHING } from '../../src/commands/parse-filter.ts';
import { COMMAND_NAMES, type May } from '../../src/domain/command.ts';
import { DAY } from '../../src/domain/instant.ts';
import { KINDS } from '../../src/domain/taxonomy.ts';
import { createSteps } from '../../src/steps.ts';
import { aFeedState } from '../support/store-fixtures.ts';
import { createStage, incident, NOW, OTHER, sourceOf, transcript, WORDS } from './stage.ts';

const NIGERIA = '6 Mar 2018, 17:02 UTC · Critical · Nigeria blocks access to Binance 4fT9xQ';
const CAUTION = 'No news is no promise. I know only what my feeds told me since 1 Jan 2018, 00:00 UTC.';
const AT_ONCE = 'Alerts come at once.';
const HINT = 'Change it with /filters, try it with /test.';

/** What is said, and all that is answered. */
const ASKED: readonly (readonly [said: string, answered: readonly string[]])[] = [
  ['/latest nigeria', ['Latest:', NIGERIA]],
  ['/latest kraken', ['Nothing known yet.']],
  ['/check binance nigeria', ['Binance in Nigeria: 1 restriction stands', NIGERIA, CAUTION]],
  ['/check binance', ['Binance: 1 restriction stands', NIGERIA, CAUTION]],
  ['/check 币安 китай', ['Binance in China: nothing known.', CAUTION]],
  ['/check nigeria', ['Nigeria: what stands now', NIGERIA, CAUTION]],
  ['/check', ['Something is missing. Say it like this: /check binance nigeria']],
  ['/check binanse', ['I do not understand “binanse”. Did you mean Binance?']],
  ['/exchange binance', ['Binance: what is known', NIGERIA, CAUTION]],
  ['/exchange mt gox', ['Mt. Gox: nothing known.', 'Mt. Gox no longer operates.', CAUTION]],
  ['/exchange nigeria', ['I know no exchange “nigeria”.']],
  ['/country germany', ['Germany: nothing known.', CAUTION]],
  ['/country binance', ['I know no place “binance”.']],
  ['/incident zzz', ['I know no incident “zzz”. /latest shows the latest, each with its id.']],
  ['/why', ['Something is missing. Say it like this: /why 4fT9xQ']],
  ['/why https://elsewhere.example', ['I have not seen this.']],
  [
    '/sources',
    ['I watch 2 feeds:', 'SEC Nigeria (official)', 'Crypto Daily (press)', '2 of 2 feeds answer.'],
  ],
  ['/sources nigeria', ['I watch 1 feed:', 'SEC Nigeria (official)', '1 of 1 feeds answer.']],
  ['/help check', ['/check binance nigeria: is this exchange restricted there?']],
  ['/help subscrbe', ['I know no command “/subscrbe”. Did you mean /subscribe?']],
];

/** One that was merged twice over, and a third. */
const MERGED = [
  incident({ mergedInto: 'between' }),
  incident({ id: 'between', mergedInto: OTHER.id }),
  OTHER,
  incident({ id: 'third0' }),
];

/** One that went into another. */
const MERGED_SINCE = [incident({ mergedInto: OTHER.id }), { ...OTHER, mergedFrom: [incident().id] }];

describe('anyone asks', () => {
  test.each(ASKED)('%s', async (said, answered) => {
    expect(await createStage().say(said, { may: 'ask' })).toEqual(answered);
  });

  test('and hears how an incident stands, and who told of it', async () => {
    const lines = await createStage().say('/incident 4fT9xQ');
    expect(lines[0]).toBe('«Nigeria blocks access to Binance»');
    expect(lines.slice(-2)).toEqual([
      'History',
      '6 Mar 2018, 17:02 UTC: Crypto Daily, Nigeria blocks Binance',
    ]);
  });

  test('and is told what stood once, and stands no more', async () => {
    const stage = createStage({
      board: {
        standing: () => [],
        timeline: () => [incident()],
        latest: () => [],
        find: () => undefined,
        since: NOW,
      },
    });
    const lines = await stage.say('/check binance nigeria');
    expect(lines.slice(0, 2)).toEqual(['Binance in Nigeria: no restriction stands now.', 'Before:']);
    expect(lines[2]).toContain('Nigeria blocks access to Binance');
  });

  test('and is led from a merged incident to the one that stands', async () => {
    const lines = await createStage({}, MERGED).say('/incident 4fT9xQ');
    expect(lines.slice(0, 2)).toEqual([
      'This turned out to be another incident, which follows.',
      '«China blocks access to OKX»',
    ]);
  });

  test('and reads that it is lifted for one of two, and stands against the other', async () => {
    const [measure] = incident().measures;
    const lifted = { ...measure, lifting: { exchanges: ['okx'] } };
    const partly = incident({
      exchanges: ['binance', 'okx'],
      measures: [lifted],
      sources: [sourceOf('Nigeria blocks Binance and OKX'), sourceOf('Nigeria eases block on OKX')],
    });
    const stage = createStage({}, [partly]);
    expect((await stage.say('/exchange okx'))[1]).toContain('eases');
    expect((await stage.say('/exchange binance'))[1]).toBe(NIGERIA);
    expect((await stage.say('/country nigeria'))[1]).toBe(NIGERIA);
  });

  test('and reads why, and which filter of the place it meets', async () => {
    const stage = createStage();
    await stage.say('/subscribe nigeria');
    expect(await stage.say('/why https://daily.example/1')).toEqual([
      'Why this alert',
      'Nigeria blocks Binance',
      'Understood from: blocks',
      'Confidence: 91%',
      'It matches your filter: in Nigeria',
    ]);
  });

  test.each([
    ['sift', 'first-poll', 'It was in the feed before I began to watch it; of those I tell nothing.'],
    ['sift', 'too-old', 'It was too old when I first saw it.'],
    ['classify', 'a price story', 'No alert: the reading took it for no restriction.'],
    ['correlate', 'same exchange', 'No alert of its own: it tells of an incident that I already know.'],
  ] as const)('and reads at which step an entry stopped: %s, %s', async (stoppedAt, because, line) => {
    const entry = {
      title: 'Binance',
      why: because,
      relevant: stoppedAt === 'correlate',
      confidence: 0,
      cues: [],
    };
    const stage = createStage({ why: async () => [{ ...entry, stoppedAt }] });
    expect(await stage.say('/why https://daily.example/2')).toContain(line);
  });

  test.each([
    [
      'held',
      NOW - 3 * 3_600_000,
      'Held for an operator since 6 Mar 2018, 14:02 UTC: many incidents came at once.',
    ],
    ['dropped-by-operator', NOW, 'An operator dropped this alert: 6 Mar 2018, 17:02 UTC.'],
    ['muted', undefined, 'Muted here: it comes through only if it turns critical or is taken back.'],
    ['quiet', NOW + 3_600_000, 'Quiet hours keep it back here until 6 Mar 2018, 18:02 UTC.'],
    ['sent', NOW, 'Sent here: 6 Mar 2018, 17:02 UTC.'],
  ] as const)('and reads what became of it here: %s', async (what, at, line) => {
    const stage = createStage({ fate: async () => [{ what, ...(at !== undefined && { at }) }] });
    await stage.say('/subscribe nigeria');
    expect((await stage.say('/why https://daily.example/1')).at(-1)).toBe(line);
  });

  test('and leafs through what is too long for one message', async () => {
    const many = Array.from({ length: 10 }, (_, at) => incident({ id: `id${at}000000000000000000` }));
    const stage = createStage({}, many);
    expect((await stage.say('/latest binance')).at(-1)).toBe('[Older → latest binance 8]');
    const older = await stage.answer('/latest binance 8');
    expect(older.inPlace).toBe(true);
    expect(transcript(older)).toHaveLength(3);
  });

  test('and is answered in their own language', async () => {
    const [line] = await createStage().say('/check okx nigeria', { language: 'es' });
    expect(line).toBe(WORDS.say('es', 'commands.check.nothing-there', { exchange: 'OKX', place: 'Nigeria' }));
  });
});

describe('somebody sets up a place', () => {
  test('in two taps: start, everything', async () => {
    const stage = createStage();
    const buttons = (await stage.say('/start')).slice(2);
    expect(buttons).toEqual([
      '[Tell me everything → subscribe all]',
      '[My exchanges → filters pick a e 0] [My countries → filters pick a p 0]',
      '[Help → help ]',
    ]);
    expect(await stage.say('/subscribe all')).toEqual([
      'This chat now hears of: everything',
      AT_ONCE,
      HINT,
      '[Undo → filters delete a]',
    ]);
    expect(stage.saved()?.filters).toEqual([{ ...EVERYTHING, id: 'a' }]);
  });

  test('by a link that carries a wish', async () => {
    const stage = createStage();
    const filter = { ...EVERYTHING, exchanges: ['okx'], jurisdictions: ['US-NY'] };
    await stage.say(`/start ${toDeepLink({ filter, cadence: 'weekly' })}`);
    expect(stage.saved()).toMatchObject({ cadence: 'weekly', filters: [{ ...filter, id: 'a' }] });
  });

  test('and hears that a link is broken', async () => {
    const link = toDeepLink({ filter: { ...EVERYTHING, exchanges: ['okx'] } }) ?? '';
    const stage = createStage();
    expect(await stage.say(`/start ${link.slice(0, -1)}`)).toEqual([
      'This link is broken or too old. Say what you want with /subscribe.',
    ]);
    expect(stage.saved()).toBeUndefined();
  });

  test('in plain words, shown as they were understood, with how often and how to undo', async () => {
    const stage = createStage();
    expect(await stage.say('/subscribe binance okx in nigeria, high, daily')).toEqual([
      'This chat now hears of: Binance, OKX · in Nigeria · High and above',
      'A summary comes every day at 08:00 (UTC).',
      HINT,
      '[Undo → filters delete a]',
    ]);
  });

  test('with a role to be mentioned, from the boxes of a slash command', async () => {
    const stage = createStage();
    const [first, , third] = await stage.say(
      '/subscribe Binance, OKX in Nigeria, UK access-block critical instant mention <@&42>',
    );
    expect(first).toBe(
      'This chat now hears of: Binance, OKX · in Nigeria, UK · access block · Critical and above',
    );
    expect(third).toBe('The role is mentioned at severity Critical and above.');
    expect(stage.saved()?.mention).toEqual({ role: '42', from: 'critical' });
  });

  test('and the same wish twice is one filter', async () => {
    const stage = createStage();
    await stage.say('/subscribe okx binance');
    const [again] = await stage.say('/subscribe binance okx');
    expect(again).toBe('This chat already hears of that: Binance, OKX');
    expect(stage.saved()?.filters).toHaveLength(1);
  });

  test('and is told that an id has left the catalogue, which is kept', async () => {
    const lines = await createStage().say('/subscribe exchange:oldex');
    expect(lines[1]).toBe('No longer in the catalogue, but kept: oldex');
  });

  test('with no more filters than fit', async () => {
    const stage = createStage({ filterLimit: 1 });
    await stage.say('/subscribe okx');
    expect(await stage.say('/subscribe binance')).toEqual([
      'More than 1 filters do not fit. /filters shows them, and deletes.',
    ]);
  });

  test('in the language that the place has chosen, before that of the asker', async () => {
    const stage = createStage();
    await stage.say('/subscribe', { language: 'ru', placeLanguage: 'zh-TW' });
    expect(stage.saved()?.language).toBe('zh-Hant');
  });

  test('filters are shown, changed and deleted', async () => {
    const stage = createStage();
    await stage.say('/subscribe okx');
    await stage.say('/subscribe nigeria, high');
    expect(await stage.say('/filters')).toEqual([
      '2 filters in this chat:',
      'a. OKX',
      'b. in Nigeria · High and above',
      'at once · English · UTC',
      '[Change a → filters edit a] [Delete a → filters delete a]',
      '[Change b → filters edit b] [Delete b → filters delete b]',
      '[+ Exchanges → filters pick c e 0] [+ Countries → filters pick c p 0]',
    ]);
    expect(await stage.say('/filters edit a kraken')).toEqual(['Filter a is now: Kraken']);
    expect((await stage.say('/filters delete b'))[0]).toBe('Deleted: in Nigeria · High and above');
    expect(stage.saved()?.filters).toEqual([{ ...EVERYTHING, id: 'a', exchanges: ['kraken'] }]);
    expect(await stage.say('/filters delete b')).toEqual(['There is no filter “b”. /filters shows them.']);
  });

  test('a filter is changed by typing its new words', async () => {
    const stage = createStage();
    await stage.say('/subscribe okx');
    const { cards } = await stage.answer('/filters edit a');
    expect(cards[0]).toMatchObject({ asks: 'filters edit a' });
  });

  test('a pause ends with an offer of what was missed', async () => {
    const stage = createStage();
    await stage.say('/subscribe nigeria');
    await stage.say('/pause');
    expect(stage.saved()?.state).toBe('paused');
    stage.wait(DAY);
    const [on, missed, button = ''] = await stage.say('/resume');
    expect([on, missed]).toEqual(['On again.', '1 alert was missed.']);
    const shown = await stage.say(`/resume ${button.replace(/^.*→ resume |\]$/g, '')}`);
    expect(shown.join('\n')).toContain('• Nigeria blocks access to Binance');
    expect(await stage.say('/resume')).toEqual(['This chat is not paused.']);
  });

  test('what a place missed in a pause leaves out what it muted, and what that went into', async () => {
    const known = [incident(), OTHER];
    const stage = createStage({}, known);
    await stage.say('/subscribe');
    await stage.say('/mute 4fT9xQ');
    await stage.say('/pause');
    known.splice(0, 2, ...MERGED_SINCE.slice(1));
    expect(await stage.say('/resume')).toEqual(['On again.', 'Nothing was missed.']);
  });

  test.each([
    ['/digest daily 8:30', 'A summary comes every day at 08:30 (UTC).'],
    ['/digest 9pm', 'A summary comes every day at 21:00 (UTC).'],
    ['/digest hourly', 'Summaries come every hour.'],
    ['/digest off', AT_ONCE],
    ['/digest', AT_ONCE],
    ['/digest dayly', 'I do not understand “dayly”. Did you mean daily?'],
    ['/quiet 22:00-07:00 Europe/Berlin', 'Nothing is pushed from 22:00 to 07:00 (Europe/Berlin).'],
    ['/quiet 10pm – 7am berlin', 'Nothing is pushed from 22:00 to 07:00 (Europe/Berlin).'],
    ['/quiet 22-7 Europe/Berln', '“Europe/Berln” is no time zone. Did you mean Europe/Berlin?'],
    ['/quiet 25:00-7', '“25:00” is no time. Write it like 22:00, or 22:00-07:00.'],
    ['/quiet later', '“later” is no time. Write it like 22:00, or 22:00-07:00.'],
    ['/quiet off', 'No quiet hours.'],
    ['/language русский', 'Теперь здесь я говорю по-русски.'],
    ['/language pt-BR', WORDS.say('pt', 'commands.language.done')],
    ['/language', 'Choose a language:'],
    ['/export', 'Here is everything I keep about this chat.'],
    ['/unsubscribe', 'Stopped. The filters are deleted; /subscribe begins again.'],
  ])('%s', async (said, answered) => {
    const stage = createStage();
    await stage.say('/subscribe');
    const [first] = await stage.say(said);
    expect(first).toBe(answered);
  });

  test('quiet hours without a zone offer the likely ones', async () => {
    const stage = createStage();
    await stage.say('/subscribe');
    const lines = await stage.say('/quiet 22-7 hold', { language: 'ja' });
    expect(lines.at(-1)).toBe('[Asia/Tokyo → quiet 22:00-07:00 hold Asia/Tokyo]');
    await stage.say('/quiet 22:00-07:00 hold Asia/Tokyo');
    expect(stage.saved()).toMatchObject({
      zone: 'Asia/Tokyo',
      quiet: { from: '22:00', to: '07:00', criticals: 'hold' },
    });
  });

  test('a sample alert is marked as such and has nothing to press', async () => {
    const stage = createStage();
    await stage.say('/subscribe okx in germany');
    const { cards } = await stage.answer('/test');
    expect(cards[1]).toMatchObject({
      headline: expect.stringMatching(/^SAMPLE: .*OKX/),
      buttons: [],
    });
  });

  test('what stands in the way is diagnosed', async () => {
    const stage = createStage();
    await stage.say('/subscribe okx');
    await stage.say('/quiet 16:00-18:00 UTC');
    expect(await stage.say('/diagnose')).toEqual([
      'What I see:',
      'This chat is subscribed.',
      'Filters: 1',
      AT_ONCE,
      'It is quiet hours until 18:00.',
      'Last message sent: never',
      '2 of 2 feeds answer.',
    ]);
  });

  test('many filters are shown by pages, with the buttons of their page', async () => {
    const stage = createStage();
    const kinds = KINDS.slice(0, 10);
    for (const kind of kinds) await stage.say(`/subscribe kind:${kind}`);
    const labelsOf = async (line: string) => {
      const { cards, inPlace } = await stage.answer(line);
      return { inPlace, labels: cards.flatMap(({ buttons }) => buttons.flat().map(({ label }) => label)) };
    };
    const first = await labelsOf('/filters');
    expect(first.labels).toHaveLength(8 * 2 + 1 + 2);
    const second = await labelsOf('/filters page 1');
    expect(second).toEqual({
      inPlace: true,
      labels: ['Change i', 'Delete i', 'Change j', 'Delete j', '‹ 1', '+ Exchanges', '+ Countries'],
    });
    expect(await stage.say('/filters page 1')).toContain('Page 2 of 2');
  });

  test.each([
    [[], 'All rights are there.'],
    [
      ['embed-links', 'read-history'],
      'Missing here: “Embed Links” · “Read Message History”. Grant it under Edit Channel › Permissions, or Server Settings › Roles.',
    ],
  ])('rights that the platform tells of are diagnosed: %j', async (missing, line) => {
    const stage = createStage({ missingRights: () => missing });
    expect(await stage.say('/diagnose')).toContain(line);
  });

  test('an export said in another place makes it the same', async () => {
    const stage = createStage();
    await stage.say('/subscribe okx binance, no warnings, nigeria "withdrawals", critical, weekly');
    await stage.say('/subscribe exchange:oldex only when named');
    await stage.say('/quiet 22-7 Asia/Tokyo hold');
    await stage.say('/language tr');
    const copy = createStage();
    for (const line of (await stage.say('/export')).filter((each) => /^\/(?!start)/.test(each)))
      await copy.say(line);
    expect(copy.saved()).toEqual(stage.saved());
  });

  test('an incident is muted and heard of again', async () => {
    const stage = createStage();
    await stage.say('/subscribe');
    const [, undo] = await stage.say('/mute 4fT9xQ');
    await stage.say('/mute 4fT9xQ');
    expect(undo).toBe(`[Unmute → mute off ${incident().id}]`);
    expect(stage.saved()?.muted).toEqual([incident().id]);
    await stage.say('/mute off 4fT9xQ');
    expect(stage.saved()?.muted).toEqual([]);
  });

  test('of a merged incident the one that stands is muted: of that one the place would hear', async () => {
    const stage = createStage({}, MERGED);
    await stage.say('/subscribe');
    await stage.say('/mute 4fT9xQ');
    expect(stage.saved()?.muted).toEqual([OTHER.id]);
  });

  test('what was muted before it was merged is heard of again as the one that stands', async () => {
    const known = [incident(), OTHER];
    const stage = createStage({}, known);
    await stage.say('/subscribe');
    await stage.say('/mute 4fT9xQ');
    known.splice(0, 2, ...MERGED_SINCE);
    await stage.say('/mute off 4fT9xQ');
    expect(stage.saved()?.muted).toEqual([]);
  });

  test('all is forgotten, after a second word', async () => {
    const stage = createStage();
    await stage.say('/subscribe');
    expect((await stage.say('/forget')).at(-1)).toBe('[Yes, delete → forget yes]');
    expect(stage.saved()).toBeDefined();
    await stage.say('/forget yes');
    expect(stage.saved()).toBeUndefined();
    expect(stage.done).toEqual(['forget 123 7']);
  });

  test.each(['filters', 'unsubscribe', 'pause', 'resume', 'digest', 'quiet', 'language', 'export'])(
    '/%s in a place that is not subscribed tells how to begin',
    async (name) => {
      expect(await createStage().say(`/${name}`)).toEqual([
        'This chat is not subscribed yet. Begin with /subscribe.',
      ]);
    },
  );
});

describe('operators', () => {
  test.each([
    ['/ops send', 'Sent on.', ['brake send']],
    ['/ops drop', 'Dropped.', ['brake drop']],
    ['/reload', 'Read again: 2 feeds, 8 exchanges.', []],
    [
      '/retract 4fT9xQ a stale copy',
      'Retracted: Nigeria blocks access to Binance. 3 chats are told.',
      ['retract 4fT9xQ a stale copy'],
    ],
    ['/retract 4fT9xQ', 'Something is missing. Say it like this: /retract 4fT9xQ wrong date', []],
    ['/merge 4fT9xQ 8hK2mB', 'Merged into: Nigeria blocks access to Binance', ['merge 4fT9xQ 8hK2mB']],
    ['/merge 4fT9xQ 4fT9xQ', 'Something is missing. Say it like this: /merge 4fT9xQ 8hK2mB', []],
  ])('%s', async (said, answered, done) => {
    const stage = createStage();
    expect(await stage.say(said, { may: 'operate' })).toEqual([answered]);
    expect(stage.done).toEqual(done);
  });

  test.each([
    ['/retract 4fT9xQ a stale copy', ['retract 8hK2mB a stale copy']],
    ['/merge 4fT9xQ third', ['merge 8hK2mB third0']],
    ['/merge 4fT9xQ 8hK2mB', []],
  ])('%s, of what was merged, is said of what it became', async (said, done) => {
    const stage = createStage({}, MERGED);
    await stage.say(said, { may: 'operate' });
    expect(stage.done).toEqual(done);
  });

  test('see how the bot does, and what the brake holds', async () => {
    const lines = await createStage().say('/ops', { may: 'operate' });
    expect(lines).toContain('Feeds: 2 well, 0 failing, 0 gone');
    expect(lines.at(-1)).toBe('[Send → ops send] [Drop → ops drop]');
  });

  test('see which platform, which feed and which test alert needs a hand', async () => {
    const failing = {
      ...aFeedState('crypto-daily'),
      health: 'failing' as const,
      failures: 7,
      lastFailure: 'HTTP 500',
    };
    const [feed] = createSteps().catalogue.feeds;
    if (feed === undefined) throw new Error('there are no feeds');
    const feeds = () => [{ feed: { ...feed, id: 'crypto-daily', enabled: true }, state: failing }];
    const lines = await createStage({ feeds }).say('/ops', { may: 'operate' });
    expect(lines).toEqual(
      expect.arrayContaining([
        'telegram: polling',
        'discord: waiting',
        expect.stringMatching(/^The oldest alert has waited since .*UTC$/),
        expect.stringMatching(/^Test alert: has not arrived since .*UTC$/),
        'Feeds: 0 well, 1 failing, 0 gone',
        'crypto-daily: failing, 7 × HTTP 500',
      ]),
    );
  });

  test('read every fault of a catalogue that was not taken over', async () => {
    const stage = createStage({}, [], { ok: false, faults: ['config/feeds.yaml:3 url: it is missing'] });
    expect(await stage.say('/reload', { may: 'operate' })).toEqual([
      'Not taken over, the old configuration stays:',
      'config/feeds.yaml:3 url: it is missing',
    ]);
  });

  test('are not those who may set up a place', async () => {
    const [first] = await createStage().say('/ops', { may: 'set-up' });
    expect(first).toBe('Only the operators of this bot can say /ops.');
  });
});

describe('rights', () => {
  const RANK: readonly May[] = ['ask', 'set-up', 'operate'];

  test.each(COMMAND_NAMES.filter((name) => COMMANDS[name].who !== 'ask'))(
    '/%s is refused to those who may not, and changes nothing',
    async (name) => {
      const stage = createStage();
      await stage.say('/subscribe okx');
      const before = stage.saved();
      const may = RANK[RANK.indexOf(COMMANDS[name].who) - 1] ?? 'ask';
      const [line] = await stage.say(`/${name} 4fT9xQ`, { may });
      expect(line).toMatch(/^Only /);
      expect([stage.saved(), stage.done]).toEqual([before, []]);
    },
  );

  test.each(COMMAND_NAMES)('/%s has a line and an example in every language', (name) => {
    const { description, usage } = COMMANDS[name];
    for (const language of WORDS.languages) {
      expect(WORDS.say(language, description)).not.toBe('');
      expect(WORDS.say(language, usage)).toContain(`/${name}`);
    }
  });
});

/** What a mistake begins with, but for an incident that is not known. */
const NOT_UNDERSTOOD =
  /^(?:I know no (?!incident)|I do not (?:understand|speak)|“|There is no|Something is missing|That (?:went|is) |“.+” is no )/;

describe('the examples of /help', () => {
  test.each(WORDS.languages)('work as they stand in %s: understood, whatever they find', async (language) => {
    for (const name of COMMAND_NAMES) {
      const stage = createStage();
      await stage.say('/subscribe okx');
      const answer = await stage.say(WORDS.say(language, `commands.example.${name}`), { may: 'operate' });
      // The id of an example stands for any: that it is not known here is the right answer.
      expect([name, answer.filter((line) => NOT_UNDERSTOOD.test(line))]).toEqual([name, []]);
    }
  });
});

test('a fault of ours is logged, and answered as ours', async () => {
  const stage = createStage({
    subscriptions: {
      get: () => Promise.reject(new Error('disk full')),
      save: async () => undefined,
      delete: async () => undefined,
    },
  });
  expect(await stage.say('/filters')).toEqual([
    'That went wrong, and it is my fault. It is noted; please try again later.',
  ]);
  expect(stage.faults).toEqual(['error command failed']);
});
