import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { systemClock } from '../../src/ops/clock.ts';
import { createReport } from '../support/chaos-report.ts';
import { figuresOf, gauge, type Sample, sampleOf } from './samples.ts';
import { STORIES, type Told } from './soak-feeds.ts';
import { openSoakStage, type SoakStage } from './soak-stage.ts';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 120);
const FEEDS = Number(process.env.SOAK_FEEDS ?? 250);
const SUBSCRIPTIONS = Number(process.env.SOAK_SUBSCRIPTIONS ?? 10_000);
const MINUTE = 60_000;
/** The first poll of a feed is silent: by then all have been asked once. */
const FIRST_POLLS = 1.5 * MINUTE;
/** How long the last alerts may take: a feed that fails is asked again after a while. */
const LAST_WAIT = 10 * MINUTE;
const STEP = 5_000;

/** Publishes alerts and makes trouble until the time is up. */
const play = async (stage: SoakStage): Promise<{ told: readonly Told[]; samples: readonly Sample[] }> => {
  const samples: Sample[] = [];
  const told: Told[] = [];
  const from = performance.now();
  const end = from + MINUTES * MINUTE;
  const gap = Math.max(15_000, (MINUTES * MINUTE) / STORIES.length);
  let nextAt = from + FIRST_POLLS;
  for (let turn = 0; performance.now() < end && !stage.hasEnded(); turn += 1) {
    await wait(STEP);
    const now = performance.now();
    const story = now >= nextAt && now < end - MINUTE ? STORIES[told.length] : undefined;
    if (story !== undefined) {
      nextAt = now + gap;
      stage.feeds.tell(story);
      told.push(story);
    }
    stage.trouble(turn);
    if (turn % 12 === 0) stage.release();
    const metrics = await stage.metrics();
    if (metrics !== '') samples.push(sampleOf(metrics, (now - from) / MINUTE));
  }
  return { told, samples };
};

const untilAllIsHeard = async (stage: SoakStage, told: readonly Told[]): Promise<void> => {
  const last = performance.now() + LAST_WAIT;
  while (stage.missing(told) > 0 && performance.now() < last && !stage.hasEnded()) {
    stage.release();
    await wait(STEP);
  }
};

test(
  `${MINUTES} minutes with ${FEEDS} feeds, ${SUBSCRIPTIONS} subscriptions and faults at random`,
  async () => {
    const stage = await openSoakStage({ feeds: FEEDS, subscriptions: SUBSCRIPTIONS, hearers: 10 });
    try {
      const readyMs = await stage.ready();
      const { told, samples } = await play(stage);
      await untilAllIsHeard(stage, told);
      const last = gauge(await stage.metrics(), 'curbwatch_canary_last_success_timestamp_seconds');
      const figures = {
        ...{ feeds: FEEDS, subscriptions: SUBSCRIPTIONS, readyMs, polls: stage.feeds.asked() },
        ...{ alerts: told.length, hearers: stage.hearers, lost: stage.missing(told) },
        ...figuresOf(samples, MINUTES),
        canaryAgeS: Math.round(systemClock.now() / 1000 - last),
      };
      createReport('soak')(`${MINUTES} min`, figures);
      expect(await stage.end()).toBe(0);
      expect(figures.alerts).toBeGreaterThan(0);
      expect(figures.lost).toBe(0);
      expect(figures.canaryAgeS).toBeLessThan(300);
      expect(figures.rssMbSteady).toBeLessThanOrEqual(200);
      // In a short run the heap still grows to where the collector holds it.
      if (MINUTES >= 120) expect(figures.rssGrowthMbPer10Min).toBeLessThan(1);
    } finally {
      await stage.close();
    }
  },
  MINUTES * MINUTE + LAST_WAIT + 10 * MINUTE,
);
