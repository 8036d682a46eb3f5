import { describe, expect, test } from '@jest/globals';
import { createArmPlaces } from '../../src/incidents/arm-places.ts';
import { knowledge } from './knowledge.ts';
import { correlator, standing, type Telling, tell } from './story.ts';

const armPlaces = createArmPlaces(knowledge.jurisdictions);

describe('the place in the name of an arm', () => {
  test.each([
    ['Kraken US halts', ['US']],
    ['Kraken.US halts', ['US']],
    ['Kraken Japan to close', ['JP']],
    ['Kraken EU pays', ['EU']],
    ['Kraken halts in Japan', []],
    ['Kraken Japan and Kraken itself halt', []],
    ['KRAKEN TO LEAVE', []],
    ['Seakraken US halts', []],
  ])('%s', (title, places) => {
    expect(armPlaces(title, ['kraken', 'kraken japan'])).toEqual(places);
  });
});

describe('what is told of nowhere in particular', () => {
  const halt: Partial<Telling> = { kind: 'service-halt', exchanges: ['kraken'], stage: 'in-force' };
  const count = (...tellings: readonly Telling[]) => {
    const lane = correlator();
    for (const telling of tellings) tell(lane, { ...halt, ...telling });
    return standing(lane).length;
  };

  test.each<readonly [string, Telling, Telling]>([
    ['the halts of two arms', { title: 'Kraken US halts' }, { title: 'Kraken Japan halts' }],
    [
      'a halt abroad and one of nowhere',
      { title: 'Kraken halts' },
      { title: 'Kraken stops', jurisdictions: ['JP'] },
    ],
    [
      'a freeze by an authority and a halt by itself',
      { title: 'SEC asks to freeze', kind: 'account-freeze', authority: 'sec', jurisdictions: ['US'] },
      { title: 'Kraken ends trading', jurisdictions: ['US'] },
    ],
    [
      'what two gatekeepers do',
      { title: 'Google removes Kraken', kind: 'access-block', through: 'google' },
      { title: 'Apple removes Kraken', kind: 'access-block', through: 'apple', jurisdictions: ['IN'] },
    ],
    [
      'one that is named and eleven that are not',
      { title: 'State stops Kraken', kind: 'cease-and-desist', jurisdictions: ['US'] },
      { title: 'State stops 11 firms', kind: 'cease-and-desist', exchanges: [], jurisdictions: ['US'] },
    ],
  ])('keeps apart %s', (_, first, second) => {
    expect(count({ publisher: 'One', ...first }, { publisher: 'Two', day: 0.5, ...second })).toBe(2);
  });

  test('brings together the two tellings of one arm', () => {
    expect(
      count(
        { title: 'Kraken US halts' },
        { title: 'Trading stops at Kraken US', day: 0.5, publisher: 'Two' },
      ),
    ).toBe(1);
  });
});
