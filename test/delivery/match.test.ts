import { describe, expect, test } from '@jest/globals';
import { readFacts } from '../../src/delivery/facts.ts';
import { matches } from '../../src/delivery/match.ts';
import { createMatchIndex } from '../../src/delivery/match-index.ts';
import { createPlaces } from '../../src/delivery/places.ts';
import type { Jurisdiction } from '../../src/domain/catalogue.ts';
import type { Incident, Measure } from '../../src/domain/incident.ts';
import type { Filter } from '../../src/domain/subscription.ts';
import { filter, incident, subscription } from './support/builders.ts';

const place = (code: string, more: Partial<Jurisdiction> = {}): Jurisdiction => ({
  code,
  blocs: [],
  names: {},
  adjectives: {},
  cities: {},
  ...more,
});

const PLACES = createPlaces([
  place('EU'),
  place('DE', { blocs: ['EU'] }),
  place('FR', { blocs: ['EU'] }),
  place('DE-BY', { parent: 'DE' }),
  place('US'),
  place('US-NY', { parent: 'US' }),
  place('US-CA', { parent: 'US' }),
  place('CN'),
  place('NG'),
]);

const measure = (more: Partial<Measure> = {}): Measure => ({
  kind: 'ban',
  stage: 'in-force',
  direction: 'tightens',
  scope: {},
  ...more,
});
const by = (kind: Measure['kind'], more: Partial<Measure> = {}): Partial<Incident> => ({
  measures: [measure({ kind, ...more })],
});
const there = (...jurisdictions: string[]): Partial<Incident> => ({ jurisdictions });
const inPart = (country: string, part: string): Partial<Incident> => ({
  jurisdictions: [country],
  subdivisions: [part],
});
const saying = (text: string): Partial<Incident> => {
  const [source] = incident().sources;
  return { sources: [{ ...source, text }] };
};

/** March 2018: China has the WeChat accounts of exchanges shut; nobody says of which. */
const CHINA_2018: Partial<Incident> = {
  ...there('CN'),
  exchanges: [],
  through: 'wechat',
  severity: 'high',
  measures: [
    measure({ kind: 'social-block', stage: 'reported' }),
    measure({ kind: 'bank-cutoff', stage: 'proposed' }),
  ],
};

type Case = readonly [title: string, wish: Partial<Filter>, incident: Partial<Incident>, matched: boolean];

const CASES: readonly Case[] = [
  ['an empty filter hears everything', {}, {}, true],
  ['a filter hears its exchange', { exchanges: ['binance'] }, {}, true],
  ['a filter does not hear another exchange', { exchanges: ['okx'] }, {}, false],
  ['exchanges are alternatives', { exchanges: ['okx', 'binance'] }, {}, true],
  [
    'one of several exchanges that are touched is enough',
    { exchanges: ['okx'] },
    { exchanges: ['binance', 'okx'] },
    true,
  ],
  ['an exchange that is not stated matches a wish for one', { exchanges: ['okx'] }, { exchanges: [] }, true],
  [
    '… unless only named ones are wished for',
    { exchanges: ['okx'], onlyWhenNamed: true },
    { exchanges: [] },
    false,
  ],
  ['only-when-named hears what is named', { exchanges: ['binance'], onlyWhenNamed: true }, {}, true],
  [
    'only-when-named asks nothing of a dimension without wish',
    { onlyWhenNamed: true },
    { exchanges: [], jurisdictions: [] },
    true,
  ],
  ['a filter hears its country', { jurisdictions: ['NG'] }, {}, true],
  ['a filter does not hear another country', { jurisdictions: ['CN'] }, {}, false],
  ['countries are alternatives', { jurisdictions: ['CN', 'NG'] }, {}, true],
  ['a place that is not stated matches a wish for one', { jurisdictions: ['CN'] }, there(), true],
  [
    '… unless only named ones are wished for there',
    { jurisdictions: ['CN'], onlyWhenNamed: true },
    there(),
    false,
  ],
  ['a country hears the bloc that holds it', { jurisdictions: ['DE'] }, there('EU'), true],
  ['a bloc hears its countries', { jurisdictions: ['EU'] }, there('DE'), true],
  ['a country does not hear another of its bloc', { jurisdictions: ['DE'] }, there('FR'), false],
  ['a country outside the bloc does not hear it', { jurisdictions: ['US'] }, there('EU'), false],
  ['a country hears its part', { jurisdictions: ['US'] }, inPart('US', 'US-NY'), true],
  ['a part hears itself', { jurisdictions: ['US-NY'] }, inPart('US', 'US-NY'), true],
  ['a part hears its whole country', { jurisdictions: ['US-NY'] }, there('US'), true],
  ['a part does not hear another part', { jurisdictions: ['US-CA'] }, inPart('US', 'US-NY'), false],
  ['a part hears the bloc of its country', { jurisdictions: ['DE-BY'] }, there('EU'), true],
  ['a bloc hears a part of its country', { jurisdictions: ['EU'] }, inPart('DE', 'DE-BY'), true],
  [
    'a part that the catalogue lacks still lies in its country',
    { jurisdictions: ['US'] },
    inPart('US', 'US-ZZ'),
    true,
  ],
  ['one of several countries is enough', { jurisdictions: ['DE'] }, there('CN', 'EU'), true],
  ['a filter hears its kind', { kinds: ['ban'] }, {}, true],
  ['a filter does not hear another kind', { kinds: ['warning'] }, {}, false],
  ['one of several measures is enough', { kinds: ['bank-cutoff'] }, CHINA_2018, true],
  ['a filter hears its direction', { direction: 'eases' }, by('ban', { direction: 'eases' }), true],
  ['a filter does not hear the other direction', { direction: 'eases' }, {}, false],
  [
    'kind and direction are asked of the same measure',
    { kinds: ['ban'], direction: 'eases' },
    { measures: [measure(), measure({ kind: 'delisting', direction: 'eases' })] },
    false,
  ],
  ['the least severity is heard', { minSeverity: 'high' }, { severity: 'high' }, true],
  ['what is graver is heard', { minSeverity: 'medium' }, { severity: 'critical' }, true],
  ['what is less grave is not', { minSeverity: 'critical' }, { severity: 'high' }, false],
  ['a word in the text is heard', { words: ['naira'] }, {}, true],
  ['a word is a whole word', { words: ['order'] }, {}, false],
  ['a star allows endings', { words: ['order*'] }, {}, true],
  ['words are alternatives', { words: ['yuan', 'naira'] }, {}, true],
  ['several words in a row are a phrase', { words: ['naira withdrawals'] }, {}, true],
  ['a phrase keeps its order', { words: ['withdrawals naira'] }, {}, false],
  ['a word is found in a script without spaces', { words: ['提现'] }, saying('交易所暂停提现服务'), true],
  ['capitals and full-width letters are the same', { words: ['usdt'] }, saying('ＵＳＤＴ pairs end'), true],
  ['every dimension must match', { exchanges: ['binance'], jurisdictions: ['CN'] }, {}, false],
  [
    'all dimensions together',
    { exchanges: ['binance'], jurisdictions: ['NG'], kinds: ['ban'], words: ['naira'] },
    {},
    true,
  ],
  ['China 2018: a subscriber to China hears it', { jurisdictions: ['CN'] }, CHINA_2018, true],
  ['China 2018: a subscriber to any one exchange hears it', { exchanges: ['okx'] }, CHINA_2018, true],
  [
    'China 2018: not whoever wants that exchange named',
    { exchanges: ['okx'], onlyWhenNamed: true },
    CHINA_2018,
    false,
  ],
  ['China 2018: not a subscriber to Nigeria', { jurisdictions: ['NG'] }, CHINA_2018, false],
  ['China 2018: social blocks are heard', { kinds: ['social-block'] }, CHINA_2018, true],
  ['China 2018: it is no ban', { kinds: ['ban'] }, CHINA_2018, false],
];

describe('match', () => {
  test.each(CASES)('%s', (_title, wish, about, matched) => {
    const facts = readFacts(incident(about), PLACES);
    expect(matches(subscription({ filters: [filter(wish)] }), facts).matched).toBe(matched);
  });

  test.each(CASES)('the index agrees: %s', (_title, wish, about, matched) => {
    const index = createMatchIndex(PLACES);
    index.put(subscription({ filters: [filter(wish)] }));
    expect(index.recipients(incident(about))).toHaveLength(matched ? 1 : 0);
  });

  test('names the filter that matched', () => {
    const filters = [filter({ id: 'a', exchanges: ['okx'] }), filter({ id: 'b', jurisdictions: ['NG'] })];
    expect(matches({ filters }, readFacts(incident(), PLACES))).toEqual({ matched: true, filterId: 'b' });
  });

  test('names what the nearest filter stumbled over', () => {
    const filters = [filter({ jurisdictions: ['CN'] }), filter({ minSeverity: 'critical' })];
    expect(matches({ filters }, readFacts(incident(), PLACES))).toEqual({ matched: false, why: 'place' });
  });

  test('a subscription without a filter hears nothing', () => {
    expect(matches({ filters: [] }, readFacts(incident(), PLACES))).toEqual({
      matched: false,
      why: 'no-filter',
    });
  });
});
