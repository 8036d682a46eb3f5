import { describe, expect, test } from '@jest/globals';
import { createMetrics, type MetricsParts } from '../../src/ops/metrics.ts';
import { aFeed, aFeedState, NOON } from '../support/feed-builders.ts';

const open = (parts: Partial<MetricsParts> = {}) => {
  const metrics = createMetrics({
    feeds: () => [{ feed: aFeed(), state: aFeedState({ lastSuccessAt: NOON, failures: 3 }) }],
    outbox: () => ({
      oldestAt: NOON - 90_000,
      ...{ waiting: { telegram: 4, discord: 1 }, inFlight: 2, shelved: 3, held: 6, parked: 7 },
    }),
    clock: { now: () => NOON },
    platforms: () =>
      new Map([
        ['telegram', { isUp: true }],
        ['discord', { isUp: false }],
      ]),
    ...parts,
  });
  const lines = async (): Promise<readonly string[]> => (await metrics.text()).split('\n');
  return { metrics, lines };
};

describe('the metrics', () => {
  test('count polls by outcome and time them in seconds', async () => {
    const { metrics, lines } = open();
    metrics.polled('read');
    metrics.polled('timeout');
    metrics.polled('timeout');
    metrics.pollTook(1500);
    const shown = await lines();
    expect(shown).toContain('curbwatch_polls_total{outcome="read"} 1');
    expect(shown).toContain('curbwatch_polls_total{outcome="timeout"} 2');
    expect(shown).toContain('curbwatch_poll_duration_seconds_sum 1.5');
  });

  test('count entries, reports and incidents', async () => {
    const { metrics, lines } = open();
    metrics.entryRead('relevant', 2);
    metrics.entryRead('irrelevant', 0);
    metrics.correlated('opened');
    const shown = await lines();
    expect(shown).toContain('curbwatch_entries_total{outcome="relevant"} 1');
    expect(shown).toContain('curbwatch_entries_total{outcome="irrelevant"} 1');
    expect(shown).toContain('curbwatch_reports_total 2');
    expect(shown).toContain('curbwatch_incidents_total{outcome="opened"} 1');
    expect(shown).toContain('curbwatch_incidents_total{outcome="updated"} 0');
  });

  test('count deliveries by platform and outcome, and time those whose wait is known', async () => {
    const { metrics, lines } = open();
    metrics.delivered('telegram', 'sent', 2000);
    metrics.delivered('telegram', 'dropped');
    const shown = await lines();
    expect(shown).toContain('curbwatch_deliveries_total{platform="telegram",outcome="sent"} 1');
    expect(shown).toContain('curbwatch_deliveries_total{platform="telegram",outcome="dropped"} 1');
    expect(shown).toContain('curbwatch_delivery_latency_seconds_count{platform="telegram"} 1');
    expect(shown).toContain('curbwatch_delivery_latency_seconds_sum{platform="telegram"} 2');
  });

  test('tell how long the oldest alert has waited', async () => {
    expect(await open().lines()).toContain('curbwatch_outbox_oldest_age_seconds 90');
  });

  test('show every rate from zero', async () => {
    expect(await open().lines()).toContain('curbwatch_deliveries_total{platform="discord",outcome="sent"} 0');
  });

  test('read outbox and platforms at the scrape', async () => {
    const shown = await open().lines();
    expect(shown).toContain('curbwatch_outbox_deliveries{state="waiting"} 5');
    expect(shown).toContain('curbwatch_outbox_deliveries{state="in-flight"} 2');
    expect(shown).toContain('curbwatch_outbox_deliveries{state="parked"} 7');
    expect(shown).toContain('curbwatch_platform_waiting_deliveries{platform="telegram"} 4');
    expect(shown).toContain('curbwatch_held_broadcasts 6');
    expect(shown).toContain('curbwatch_platform_up{platform="telegram"} 1');
    expect(shown).toContain('curbwatch_platform_up{platform="discord"} 0');
  });

  test('show how each feed is doing, and say nothing of what never happened', async () => {
    const shown = await open().lines();
    expect(shown).toContain(`curbwatch_feed_last_success_timestamp_seconds{feed="uk-fca"} ${NOON / 1000}`);
    expect(shown).toContain('curbwatch_feed_failures{feed="uk-fca"} 3');
    expect(shown.join('\n')).not.toContain('curbwatch_feed_last_entry_timestamp_seconds{');
  });

  test('forget a feed that left the catalogue, and leave out one that is disabled', async () => {
    let feeds = [{ feed: aFeed(), state: aFeedState() }];
    const { metrics } = open({ feeds: () => feeds });
    expect(await metrics.text()).toContain('feed="uk-fca"');
    feeds = [{ feed: aFeed({ id: 'other', enabled: false }), state: aFeedState({ feedId: 'other' }) }];
    expect(await metrics.text()).not.toContain('feed="');
  });

  test('tell of the process', async () => {
    const text = await open().metrics.text();
    expect(text).toContain('process_resident_memory_bytes ');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds ');
  });

  test('of two apps do not mix', async () => {
    const [one, other] = [open(), open()];
    one.metrics.polled('read');
    expect(await other.lines()).toContain('curbwatch_polls_total{outcome="read"} 0');
  });
});
