import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { createMetrics } from '../../src/ops/metrics.ts';
import { aFeed, aFeedState, NOON } from '../support/feed-builders.ts';
import { findProgram } from '../support/programs.ts';

const folder = new URL('../../config/deploy/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Ours, and those that prom-client collects of every process. */
const METRIC = /\b(?:curbwatch|nodejs|process)_[a-z0-9_]+/g;
const SUFFIX = /_(?:bucket|sum|count)$/;

const metricsKnown = async (): Promise<ReadonlySet<string>> => {
  const text = await createMetrics({
    feeds: () => [{ feed: aFeed(), state: aFeedState() }],
    outbox: () => ({
      oldestAt: undefined,
      ...{ waiting: {}, inFlight: 0, shelved: 0, held: 0, parked: 0 },
    }),
    platforms: () => new Map([['telegram', { isUp: true }]]),
    canary: () => ({ lastSuccessAt: NOON, every: 900_000 }),
    clock: { now: () => NOON },
  }).text();
  return new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
};

describe('what comes with the bot to run it', () => {
  test.each(['alerts.yaml', 'grafana-dashboard.json'])('%s asks for metrics that exist', async (name) => {
    const known = await metricsKnown();
    const asked = [...read(name).matchAll(METRIC)].map(([metric]) => metric);
    const strange = asked.filter((metric) => !known.has(metric) && !known.has(metric.replace(SUFFIX, '')));
    expect(asked.length).toBeGreaterThan(5);
    expect(strange).toEqual([]);
  });

  const promtool = findProgram('promtool', []);
  // Debian's package `prometheus`, which .ci/run installs.
  (promtool === undefined ? test.skip : test)('the alert rules pass promtool', () => {
    const said = execFileSync(promtool ?? '', ['test', 'rules', 'alerts.test.yaml'], { cwd: folder });
    expect(String(said)).toContain('SUCCESS');
  });

  const systemd = findProgram('systemd-analyze', []);
  // Only machines with systemd have the program.
  (systemd === undefined ? test.skip : test)('the unit passes systemd-analyze', () => {
    const said = execFileSync(systemd ?? '', ['verify', 'curbwatch.service'], { cwd: folder, stdio: 'pipe' });
    expect(String(said)).toBe('');
  });

  test('npm, the container and the unit start node alike', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const image = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
    const [, flag = 'none'] = /^node (--\S+) dist\/main\.js run$/.exec(scripts.start) ?? [];
    expect(image).toContain(`ENTRYPOINT ["node", "${flag}", "dist/main.js"]`);
    expect(read('curbwatch.service')).toMatch(
      new RegExp(`^ExecStart=.*\\bnode ${flag} .*curbwatch.* run'$`, 'm'),
    );
  });

  test('the container runs without root, without capabilities and on a read-only root', () => {
    const { services } = load(read('compose.yaml')) as { services: Record<string, unknown> };
    expect(services.curbwatch).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    const image = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
    expect(image.slice(image.lastIndexOf('\nFROM '))).toMatch(/^USER node$/m);
  });
});
