import { describe, expect, test } from '@jest/globals';
import type { ParsedEntry, SeenEntry } from '../../src/domain/entry.ts';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/instant.ts';
import { newFeedState } from '../../src/feeds/due.ts';
import { keysToLookUp, type Sifted, sift } from '../../src/feeds/sift.ts';
import { aFeed, aFeedState, aParsedEntry, NOON } from '../support/feed-builders.ts';

const OPTIONS = { maxEntryAge: 2 * DAY };

/** A feed that is polled again and again, with its store. */
const startStory = (feed: Feed = aFeed(), start: FeedState = newFeedState(feed, NOON, () => 0)) => {
  const store = new Map<string, SeenEntry>();
  let state = start;
  return (parsed: readonly ParsedEntry[], now: Instant = NOON): Sifted => {
    const keys = keysToLookUp(feed, state, parsed);
    const seen = new Map([...store].filter(([key]) => keys.includes(key)));
    const sifted = sift(feed, state, parsed, seen, now, OPTIONS);
    for (const entry of sifted.seen) store.set(entry.key, entry);
    state = sifted.state;
    return sifted;
  };
};

const titles = ({ entries }: Sifted): string[] => entries.map(({ title }) => title);
const another = (changes: Partial<ParsedEntry> = {}): ParsedEntry =>
  aParsedEntry({ guid: 'n-2', url: 'https://feeds.example/n/2', title: 'Second warning', ...changes });

describe('the first poll', () => {
  test('is silent and remembers all', () => {
    const sifted = startStory()([aParsedEntry(), another()]);
    expect(sifted.entries).toEqual([]);
    expect(new Set(sifted.seen.map(({ key }) => key)).size).toBeGreaterThanOrEqual(2);
    expect(sifted.state).toMatchObject({
      firstPolledAt: NOON,
      lastSuccessAt: NOON,
      health: 'ok',
      failures: 0,
    });
  });
});

describe('the next poll', () => {
  test('gives what was not there', () => {
    const poll = startStory();
    poll([aParsedEntry()]);
    const sifted = poll([another(), aParsedEntry()], NOON + 5 * MINUTE);
    expect(sifted.entries).toEqual([
      expect.objectContaining({
        title: 'Second warning',
        novelty: 'new',
        late: false,
        feedId: 'uk-fca',
        publisher: 'Financial Conduct Authority',
        language: 'en',
      }),
    ]);
    expect(sifted.state.lastEntryAt).toBe(NOON + 5 * MINUTE);
  });

  test('gives an old notice that an authority publishes today', () => {
    const poll = startStory();
    poll([]);
    expect(titles(poll([another({ publishedAt: NOON - 90 * DAY })], NOON + MINUTE))).toEqual([
      'Second warning',
    ]);
  });

  test('gives nothing for an entry that went and came back', () => {
    const poll = startStory();
    poll([aParsedEntry(), another()]);
    poll([another()], NOON + 5 * MINUTE);
    expect(poll([aParsedEntry(), another()], NOON + 10 * MINUTE).entries).toEqual([]);
  });

  test('gives nothing for an edited guid, date or address', () => {
    const poll = startStory();
    poll([aParsedEntry()]);
    expect(poll([aParsedEntry({ guid: 'edited', publishedAt: NOON })], NOON + MINUTE).entries).toEqual([]);
    expect(
      poll([aParsedEntry({ guid: 'edited', url: 'https://feeds.example/new/1' })], NOON + 2 * MINUTE).entries,
    ).toEqual([]);
  });

  test('gives the oldest first', () => {
    const poll = startStory();
    poll([]);
    const sifted = poll(
      [another({ publishedAt: NOON }), aParsedEntry({ publishedAt: NOON - HOUR })],
      NOON + MINUTE,
    );
    expect(titles(sifted)).toEqual(['Warning about Example Exchange', 'Second warning']);
  });

  test('gives nothing that stood in the last good poll, though the store forgot it', () => {
    const key = keysToLookUp(aFeed(), aFeedState(), [aParsedEntry()])[0] ?? '';
    const sifted = sift(aFeed(), aFeedState({ lastKeys: [key] }), [aParsedEntry()], new Map(), NOON, OPTIONS);
    expect(sifted.entries).toEqual([]);
  });
});

describe('a seen entry', () => {
  const revise = (changes: Partial<ParsedEntry>): Sifted => {
    const poll = startStory();
    poll([aParsedEntry()]);
    return poll([aParsedEntry(changes)], NOON + MINUTE);
  };

  test('that changes in substance is revised, first seen when it was', () => {
    expect(revise({ title: 'Warning about Example Exchange withdrawn' }).entries).toEqual([
      expect.objectContaining({ novelty: 'revised', firstSeenAt: NOON }),
    ]);
  });

  test('is revised once', () => {
    const poll = startStory();
    poll([aParsedEntry()]);
    poll([aParsedEntry({ title: 'Changed' })], NOON + MINUTE);
    expect(poll([aParsedEntry({ title: 'Changed' })], NOON + 2 * MINUTE).entries).toEqual([]);
  });

  test.each([
    ['case and typography', { title: 'WARNING about “Example Exchange”' }],
    ['its date', { publishedAt: NOON }],
  ])('that changes in %s is not', (_what, changes) => {
    expect(revise(changes).entries).toEqual([]);
  });

  test('of long ago that is rewritten is not news', () => {
    const poll = startStory();
    poll([aParsedEntry({ publishedAt: NOON - 60 * DAY })]);
    expect(
      poll([aParsedEntry({ publishedAt: NOON - 60 * DAY, title: 'Archived' })], NOON + MINUTE).entries,
    ).toEqual([]);
  });
});

describe('after a gap', () => {
  const back = (publishedAt: Instant): Sifted => {
    const poll = startStory();
    poll([aParsedEntry()], NOON - DAY);
    return poll([another({ publishedAt })], NOON);
  };

  test('what was published meanwhile is late', () => {
    expect(back(NOON - 10 * HOUR).entries).toEqual([expect.objectContaining({ late: true })]);
  });

  test('what is published just now is not', () => {
    expect(back(NOON - MINUTE).entries).toEqual([expect.objectContaining({ late: false })]);
  });

  test('what is older than we catch up on is remembered, not told', () => {
    const sifted = back(NOON - 3 * DAY);
    expect(sifted.entries).toEqual([]);
    expect(sifted.seen.length).toBeGreaterThan(0);
  });
});

describe('an entry', () => {
  const sifted = (changes: Partial<ParsedEntry>, feed: Feed = aFeed()) => {
    const poll = startStory(feed);
    poll([]);
    return poll([another(changes)], NOON).entries;
  };

  test('that says nothing is none', () => {
    expect(sifted({ title: '', text: '' })).toEqual([]);
  });

  test('links only to what a reader can open', () => {
    expect(sifted({ url: 'tag:feeds.example,2026:1' })[0]).not.toHaveProperty('url');
  });

  test.each([
    ['the authority in its own feed', aFeed(), 'Financial Conduct Authority'],
    ['its source in a feed of the press', aFeed({ kind: 'press' }), 'The Daily'],
  ])('is published by %s', (_who, feed, publisher) => {
    expect(sifted({ publisher: 'The Daily' }, feed)).toEqual([expect.objectContaining({ publisher })]);
  });
});

describe('hearsay', () => {
  test.each([
    ['the press', aFeed({ kind: 'press' })],
    ['a search', aFeed({ search: { query: 'q', language: 'en', country: 'GB' } })],
  ])('of %s is bound by age', (_what, feed) => {
    const poll = startStory(feed);
    poll([]);
    expect(titles(poll([another({ publishedAt: NOON - 30 * DAY }), aParsedEntry()], NOON + MINUTE))).toEqual([
      'Warning about Example Exchange',
    ]);
  });
});

describe('a search', () => {
  test('that wraps its links anew tells nothing twice', () => {
    const poll = startStory(aFeed({ search: { query: 'q', language: 'en', country: 'GB' } }));
    const found = (url: string) => aParsedEntry({ guid: url, url, publisher: 'The Daily', text: '' });
    poll([]);
    expect(poll([found('https://news.example/CBMi1')], NOON + MINUTE).entries).toHaveLength(1);
    expect(poll([found('https://news.example/CBMi2')], NOON + 2 * MINUTE).entries).toEqual([]);
  });
});

describe('a date', () => {
  const dated = (changes: Partial<ParsedEntry>) => {
    const poll = startStory();
    poll([]);
    const [entry] = poll([another(changes)], NOON).entries;
    return { publishedAt: entry?.publishedAt, publishedEstimated: entry?.publishedEstimated };
  };

  test('that is missing is when we first saw the entry', () => {
    const { publishedAt: _none, ...undated } = another();
    const poll = startStory();
    poll([]);
    expect(poll([undated], NOON).entries).toEqual([
      expect.objectContaining({ publishedAt: NOON, publishedEstimated: true }),
    ]);
  });

  test('far in the future is not believed', () => {
    expect(dated({ publishedAt: NOON + 3 * HOUR })).toEqual({ publishedAt: NOON, publishedEstimated: true });
  });

  test('a little ahead of our clock is now', () => {
    expect(dated({ publishedAt: NOON + MINUTE })).toEqual({ publishedAt: NOON, publishedEstimated: false });
  });
});

describe('the state', () => {
  test('keeps away as long as the feed asks, within our own bounds', () => {
    const wait = (ttlMs: number) =>
      sift(aFeed(), aFeedState(), [], new Map(), NOON, { ...OPTIONS, wishes: { ttlMs } }).state.nextPollAt -
      NOON;
    expect([wait(5 * MINUTE), wait(DAY)]).toEqual([5 * MINUTE, 10 * MINUTE]);
  });

  test('heals', () => {
    const state = aFeedState({ health: 'failing', failures: 4, lastFailure: 'timeout' });
    const healed = sift(aFeed(), state, [], new Map(), NOON, OPTIONS).state;
    expect(healed).toMatchObject({ health: 'ok', failures: 0 });
    expect(healed).not.toHaveProperty('lastFailure');
  });
});

describe('the habits of a feed', () => {
  const OLD = NOON - 30 * DAY;
  const offsetsOf = (sifted: Sifted) => sifted.state.dateOffsets ?? [];

  test('are learnt from what is too old to be told, too', () => {
    const poll = startStory(aFeed({ kind: 'press' }));
    poll([]);
    const sifted = poll([another({ publishedAt: OLD })], NOON + MINUTE);
    expect(sifted.entries).toEqual([]);
    expect(offsetsOf(sifted)).toEqual([OLD - NOON - MINUTE]);
  });

  test('see the future as it was said, not as it was corrected', () => {
    const poll = startStory();
    poll([]);
    expect(offsetsOf(poll([another({ publishedAt: NOON + 9 * DAY })], NOON + MINUTE))).toEqual([
      9 * DAY - MINUTE,
    ]);
  });

  test('are not learnt from a first poll, nor after a gap', () => {
    const poll = startStory();
    expect(offsetsOf(poll([aParsedEntry({ publishedAt: OLD })]))).toEqual([]);
    expect(offsetsOf(poll([another({ publishedAt: OLD })], NOON + DAY))).toEqual([]);
  });

  test('hold how often it brings something', () => {
    const poll = startStory();
    poll([]);
    poll([aParsedEntry()], NOON + MINUTE);
    const sifted = poll([aParsedEntry(), another()], NOON + 6 * MINUTE);
    expect(sifted.state.rhythm).toMatchObject({ arrivals: 2, usualGap: 5 * MINUTE });
  });
});
