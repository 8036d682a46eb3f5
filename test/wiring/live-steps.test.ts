import { expect, test } from '@jest/globals';
import { createSteps, type Steps } from '../../src/steps.ts';
import { createListedFeeds } from '../../src/wiring/listed-feeds.ts';
import { createLiveCorrelator } from '../../src/wiring/live-correlator.ts';
import { createLiveSteps } from '../../src/wiring/live-steps.ts';
import { aFeed } from '../support/feed-builders.ts';
import { anIncident } from '../support/store-fixtures.ts';

const shipped = createSteps();

const withFeeds = (...feeds: Steps['catalogue']['feeds']): Steps => ({
  ...shipped,
  catalogue: { ...shipped.catalogue, feeds },
});

test('what is made from the steps is made anew from those that replace them', () => {
  const live = createLiveSteps(withFeeds(aFeed({ id: 'a' })));
  const ids = live.derive(({ catalogue }) => catalogue.feeds.map(({ id }) => id));
  live.replace(withFeeds(aFeed({ id: 'b' })));
  expect(ids()).toEqual(['b']);
});

test('where one part cannot be made from the new steps, all parts stay as they are', () => {
  const live = createLiveSteps(withFeeds(aFeed({ id: 'a' })));
  const ids = live.derive(({ catalogue }) => catalogue.feeds.map(({ id }) => id));
  live.derive(({ catalogue }) => {
    if (catalogue.feeds[0]?.id === 'b') throw new Error('a bug');
  });
  expect(() => live.replace(withFeeds(aFeed({ id: 'b' })))).toThrow('a bug');
  expect(ids()).toEqual(['a']);
  expect(live.now().catalogue.feeds).toHaveLength(1);
});

test('the correlator goes on with the incidents that it knew', () => {
  const live = createLiveSteps(shipped);
  const correlator = createLiveCorrelator(live);
  correlator.put(anIncident('i'));
  live.replace(withFeeds());
  expect(correlator.get('i')).toEqual(anIncident('i'));
});

test.each([
  ['taken out', []],
  ['disabled', [aFeed({ enabled: false })]],
  ['given another address', [aFeed({ url: 'https://elsewhere.example/feed' })]],
])('a feed that was %s is asked no more', (_, feeds) => {
  const live = createLiveSteps(withFeeds(aFeed()));
  const listed = createListedFeeds(live);
  expect(listed.isAsked(aFeed())).toBe(true);
  live.replace(withFeeds(...feeds));
  expect(listed.isAsked(aFeed())).toBe(false);
});
