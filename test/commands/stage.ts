import { createCommands } from '../../src/commands/index.ts';
import type { Explanation, Reloaded, Rooms } from '../../src/commands/rooms.ts';
import { loadLocales } from '../../src/config/locales.ts';
import type { Card, Text } from '../../src/domain/card.ts';
import type { Catalogue, Exchange } from '../../src/domain/catalogue.ts';
import type { Answer, Command, CommandName } from '../../src/domain/command.ts';
import { type Destination, destinationKey } from '../../src/domain/destination.ts';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import type { Incident, Source } from '../../src/domain/incident.ts';
import type { Words } from '../../src/domain/ports.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { atLeast, KINDS } from '../../src/domain/taxonomy.ts';
import { createWords } from '../../src/words/create-words.ts';

/** Strings that may not have reached the locales yet. */
const LATE_STRINGS: readonly (readonly [string, string])[] = [
  ['commands.quiet.which-zone', 'These are hours of {zone}. Is another zone yours?'],
  ['commands.test.mark', 'SAMPLE'],
  ['commands.subscribe.mention', 'The role is mentioned at severity {severity} and above.'],
  [
    'errors.cannot-leave-out',
    'I cannot leave out “{word}”. Say what you want to hear of instead; only kinds of restriction can be left out (no warnings).',
  ],
  ['errors.broken-link', 'This link is broken or too old. Say what you want with /subscribe.'],
];

const exchange = (
  id: string,
  name: string,
  aliases: readonly string[],
  more: Partial<Exchange> = {},
): Exchange => ({
  id,
  name,
  aliases: [name, ...aliases].map((text) => ({ text, needsContext: false })),
  domains: [`${id}.com`],
  status: 'active',
  formerIds: [],
  ...more,
});

const feed = (id: string, publisher: string, jurisdiction?: string): Feed => ({
  id,
  url: `https://${id}.example/feed`,
  publisher,
  kind: jurisdiction === undefined ? 'press' : 'official',
  ...(jurisdiction === undefined ? {} : { jurisdiction }),
  every: { min: 60_000, max: 60_000 },
  enabled: true,
});

export const FEEDS: readonly Feed[] = [feed('sec-ng', 'SEC Nigeria', 'NG'), feed('daily', 'Crypto Daily')];

/** A small world with names in several scripts, and names that are also words. */
export const CATALOGUE: Catalogue = {
  feeds: FEEDS,
  exchanges: [
    exchange('binance', 'Binance', ['币安', '幣安', 'バイナンス', '바이낸스', 'Бинанс', 'باينانس', 'ไบแนนซ์']),
    exchange('binance-us', 'Binance.US', ['Binance US', '币安美国']),
    exchange('okx', 'OKX', ['欧易', 'OKEx', 'أو كيه إكس'], { formerIds: ['okex'] }),
    exchange('kraken', 'Kraken', ['Кракен']),
    exchange('upbit', 'Upbit', ['업비트']),
    exchange('nobitex', 'Nobitex', ['نوبیتکس']),
    exchange('mt-gox', 'Mt. Gox', ['MtGox'], { status: 'defunct', domains: ['mtgox.com'] }),
    { ...exchange('gemini', 'Gemini', []), aliases: [{ text: 'Gemini', needsContext: true }] },
  ],
  authorities: [],
  jurisdictions: [
    {
      code: 'CN',
      blocs: [],
      names: { en: ['China', 'mainland China'], zh: ['中国'] },
      adjectives: { en: ['Chinese'] },
      cities: { en: ['Beijing'], zh: ['北京'] },
    },
    {
      code: 'NG',
      blocs: [],
      names: { en: ['Nigeria'] },
      adjectives: { en: ['Nigerian'] },
      cities: { en: ['Lagos'] },
    },
    {
      code: 'US-NY',
      parent: 'US',
      blocs: [],
      names: { en: ['New York'], ru: ['Нью-Йорк*'] },
      adjectives: {},
      cities: {},
    },
  ],
  taxonomy: {
    kinds: KINDS.map((kind) => ({
      kind,
      direction: 'tightens',
      severity: {
        reported: 'medium',
        proposed: 'medium',
        announced: 'high',
        'in-force': 'high',
        eased: 'low',
      },
    })),
    cues: { 'access-block': { en: ['blocks', 'block'] } },
  },
};

export const WORDS: Words = createWords({
  locales: loadLocales().map(({ language, messages }) => ({
    language,
    messages: new Map([...LATE_STRINGS, ...messages]),
  })),
  catalogue: CATALOGUE,
});

/** Tuesday 6 March 2018, 17:02 UTC. */
export const NOW = Date.UTC(2018, 2, 6, 17, 2);

export const HERE: Destination = { platform: 'telegram', chat: '123' };

export const sourceOf = (title: string): Source => ({
  entryId: 'e1',
  feedId: 'daily',
  feedKind: 'press',
  publisher: 'Crypto Daily',
  url: 'https://daily.example/1',
  title,
  text: '',
  language: 'en',
  publishedAt: NOW,
  publishedEstimated: false,
  attributedTo: [],
  joined: 'first',
});

export const incident = (changes: Partial<Incident> = {}): Incident => ({
  v: 1,
  id: '4fT9xQ0123456789abcdef',
  revision: 1,
  openedAt: NOW,
  updatedAt: NOW,
  happenedAt: NOW,
  measures: [{ kind: 'access-block', stage: 'in-force', direction: 'tightens', scope: {} }],
  exchanges: ['binance'],
  jurisdictions: ['NG'],
  subdivisions: [],
  severity: 'critical',
  confidence: 0.9,
  confirmation: 'unconfirmed',
  disputed: false,
  sources: [sourceOf('Nigeria blocks Binance')],
  late: false,
  ...changes,
});

export const OTHER = incident({
  id: '8hK2mB0123456789abcdef',
  exchanges: ['okx'],
  jurisdictions: ['CN'],
  severity: 'medium',
  sources: [sourceOf('China blocks OKX')],
});

const textOf = (text: Text): string =>
  text.map((span) => (typeof span === 'string' ? span : span.text)).join('');

const linesOf = (card: Card): readonly string[] => [
  ...(card.shape === 'text' ? card.paragraphs.map(textOf) : [`«${card.headline}»`]),
  ...card.buttons.map((row) =>
    row
      .map((button) =>
        'verb' in button ? `[${button.label} → ${button.verb} ${button.id}]` : `[${button.label}]`,
      )
      .join(' '),
  ),
];

/** An answer as lines, buttons in brackets. */
export const transcript = ({ cards }: Answer): readonly string[] => cards.flatMap(linesOf);

export interface Stage {
  /** Says something in the place; resolves to the answer as lines. */
  say(line: string, as?: Partial<Command>): Promise<readonly string[]>;
  answer(line: string, as?: Partial<Command>): Promise<Answer>;
  saved(): Subscription | undefined;
  /** Calls that reached the operators' rooms, and forgetting. */
  readonly done: string[];
  readonly faults: string[];
  /** Lets time pass. */
  wait(ms: number): void;
}

const boardOf = (incidents: readonly Incident[]): Rooms['board'] => ({
  standing: ({ exchange: id, jurisdiction }) =>
    incidents.filter(
      ({ exchanges, jurisdictions }) =>
        (id === undefined || exchanges.includes(id)) &&
        (jurisdiction === undefined || jurisdictions.includes(jurisdiction)),
    ),
  timeline: (id) => incidents.filter(({ exchanges }) => exchanges.includes(id)),
  latest: (count) => incidents.slice(0, count),
  find: (prefix) => incidents.find(({ id }) => id.startsWith(prefix)),
  since: Date.UTC(2018, 0, 1),
});

const EXPLANATION: Explanation = {
  title: 'Nigeria blocks Binance',
  url: 'https://daily.example/1',
  relevant: true,
  why: 'An access block on Binance in Nigeria.',
  confidence: 0.91,
  cues: ['blocks'],
  incidentId: incident().id,
};

/** A place, with everything around the commands kept in memory. */
export const createStage = (
  changes: Partial<Rooms> = {},
  incidents = [incident(), OTHER],
  reloaded: Reloaded = { ok: true, feeds: 2, exchanges: 8 },
): Stage => {
  const subscriptions = new Map<string, Subscription>();
  const done: string[] = [];
  const faults: string[] = [];
  const objections = new Map<string, Set<string>>();
  let now = NOW;
  const note =
    (level: string) =>
    (event: string): void => {
      faults.push(`${level} ${event}`);
    };
  const state = (feedId: string): FeedState => ({
    v: 1,
    feedId,
    health: 'ok',
    failures: 0,
    nextPollAt: NOW,
    lastKeys: [],
    distrusted: [],
  });
  const commands = createCommands({
    words: WORDS,
    catalogue: CATALOGUE,
    subscriptions: {
      get: async (destination) => subscriptions.get(destinationKey(destination)),
      save: async (subscription) => {
        subscriptions.set(destinationKey(subscription.destination), subscription);
      },
      delete: async (destination) => {
        subscriptions.delete(destinationKey(destination));
      },
    },
    board: boardOf(incidents),
    feeds: () => FEEDS.map((each) => ({ feed: each, state: state(each.id) })),
    why: async (idOrUrl) =>
      [incident().id, 'https://daily.example/1'].includes(idOrUrl) ? [EXPLANATION] : [],
    matches: ({ exchanges, jurisdictions, minSeverity }, { severity, ...told }) =>
      atLeast(severity, minSeverity) &&
      (exchanges.length === 0 || told.exchanges.some((id) => exchanges.includes(id))) &&
      (jurisdictions.length === 0 || told.jurisdictions.some((code) => jurisdictions.includes(code))),
    fate: async () => [],
    lastSent: async () => undefined,
    forget: async ({ chat }, person) => {
      done.push(`forget ${chat} ${person}`);
    },
    objections: {
      add: async (id, by) => {
        objections.set(id, (objections.get(id) ?? new Set()).add(by));
      },
      most: () => [...objections].map(([incidentId, people]) => ({ incidentId, count: people.size })),
    },
    operators: {
      retract: async ({ id }, reason) => {
        done.push(`retract ${id.slice(0, 6)} ${reason}`);
        return 3;
      },
      merge: async (a, b) => {
        done.push(`merge ${a.id.slice(0, 6)} ${b.id.slice(0, 6)}`);
        return a;
      },
      reload: async () => reloaded,
      releaseBrake: async (word) => {
        done.push(`brake ${word}`);
        return 4;
      },
      stats: async () => ({
        waiting: 1,
        parked: 2,
        incidents: 3,
        subscriptions: 4,
        startedAt: NOW,
        held: 5,
        heldWhy: 'five opened in ten minutes',
        platforms: { telegram: 'polling', discord: 'waiting' },
        oldestAt: NOW - 120_000,
        canary: { ok: false, lastSuccessAt: NOW - 3_600_000 },
      }),
    },
    clock: { now: () => now, monotonic: () => now },
    logger: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
    defaults: { language: 'en', zone: 'UTC' },
    filterLimit: 20,
    ...changes,
  });
  const answer: Stage['answer'] = (line, as = {}) => {
    const [, name = '', words = ''] = /^\/(\w+)\s*(.*)$/s.exec(line) ?? [];
    return commands({
      name: name as CommandName,
      words,
      destination: HERE,
      language: 'en',
      may: 'set-up',
      asker: '7',
      ...as,
    });
  };
  return {
    answer,
    say: async (line, as) => transcript(await answer(line, as)),
    saved: () => subscriptions.get(destinationKey(HERE)),
    done,
    faults,
    wait: (ms) => {
      now += ms;
    },
  };
};
