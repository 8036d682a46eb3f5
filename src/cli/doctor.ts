import { loadCatalogue } from '../config/catalogue.ts';
import { loadLocales } from '../config/locales.ts';
import { loadDotEnv, readSecrets, readSettings, type Settings } from '../config/settings.ts';
import type { Feed } from '../domain/feed.ts';
import type { Clock } from '../domain/ports.ts';
import { type CheckFeed, createFeedCheck, createHouseCheck } from '../late-steps.ts';
import { systemClock } from '../ops/clock.ts';
import { createLogger } from '../ops/logger.ts';
import { createRedactor } from '../ops/redact.ts';
import { type Checked, feedReport } from './feed-report.ts';
import { findingLines, nextStep } from './finding-lines.ts';
import { createProgress, type ProgressStream } from './progress.ts';

export interface DoctorOptions {
  /** Poll each enabled feed once. */
  readonly feeds?: boolean;
  /** The disabled ones too: which of them answer by now? */
  readonly all?: boolean;
}

export interface FeedExamination {
  readonly feeds: readonly Feed[];
  readonly checkFeed: CheckFeed;
  readonly output: { write(text: string): unknown };
  readonly progress: ProgressStream;
  readonly clock: Clock;
}

/** Requests under way at once; hosts have queues of their own. */
const MOST_AT_ONCE = 64;

const sideBySide = async <T>(most: number, items: readonly T[], work: (item: T) => Promise<void>) => {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
};

/** Hosts with many feeds first take one each: a worker that waits for its host's turn keeps the others from theirs. */
const spread = (feeds: readonly Feed[]): readonly Feed[] => {
  const turns = new Map<string, number>();
  return feeds
    .map((feed) => {
      const host = URL.canParse(feed.url) ? new URL(feed.url).host : feed.url;
      const turn = turns.get(host) ?? 0;
      turns.set(host, turn + 1);
      return { feed, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ feed }) => feed);
};

/** Polls each feed once and prints what came of it; 1 when an enabled one failed, else 0. */
export const examineFeeds = async (examination: FeedExamination): Promise<number> => {
  const { feeds, checkFeed, output, clock } = examination;
  const progress = createProgress(examination.progress, feeds.length);
  const checked: Checked[] = [];
  await sideBySide(MOST_AT_ONCE, spread(feeds), async (feed) => {
    const check = await checkFeed(feed);
    checked.push(check);
    progress.step(check.ok);
  });
  progress.end();
  const order = new Map(feeds.map(({ id }, at) => [id, at]));
  checked.sort((a, b) => (order.get(a.feed.id) ?? 0) - (order.get(b.feed.id) ?? 0));
  output.write(`${feedReport(checked, clock.now()).join('\n')}\n`);
  return checked.some(({ ok, feed }) => !ok && feed.enabled) ? 1 : 0;
};

/** What stands in the way of a good run, and the next step; 1 when something does, else 0. */
export const examineAll = async (
  settings: Settings,
  node: string,
  clock: Clock,
  output: { readonly isTTY?: boolean; write(text: string): unknown },
): Promise<number> => {
  const logger = createLogger({ level: 'silent', secrets: [], destination: process.stderr });
  const findings = await (await createHouseCheck())({ settings, node, clock, logger });
  const redact = createRedactor(
    [settings.telegramToken, settings.discordToken].filter((token) => token !== undefined),
  );
  const lines = [
    ...findingLines(findings, output.isTTY === true),
    '',
    `Next: ${nextStep(findings, settings)}`,
  ];
  output.write(`${redact(lines.join('\n'))}\n`);
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
};

/** `curbwatch doctor`: what stands in the way of a good run. Resolves to the exit code; a faulty configuration throws. */
export const doctor = async (options: DoctorOptions): Promise<number> => {
  loadDotEnv();
  const { stdout, stderr } = process;
  const settings = readSettings();
  const catalogue = loadCatalogue(undefined, settings.feedsFile);
  const locales = loadLocales();
  const enabled = catalogue.feeds.filter((feed) => feed.enabled);
  const configuration =
    `Configuration: ${catalogue.feeds.length} feeds (${enabled.length} enabled), ${catalogue.exchanges.length} exchanges, ` +
    `${catalogue.authorities.length} authorities, ${locales.length} languages: no fault found`;
  stdout.write(`${findingLines([{ state: 'good', what: configuration }], stdout.isTTY).join('')}\n`);
  if (options.feeds !== true && options.all !== true)
    return examineAll(settings, process.versions.node, systemClock, stdout);
  const logger = createLogger({ level: 'silent', secrets: readSecrets(), destination: stderr });
  return examineFeeds({
    feeds: options.all === true ? catalogue.feeds : enabled,
    ...createFeedCheck({ settings, clock: systemClock, logger }),
    output: stdout,
    progress: stderr,
    clock: systemClock,
  });
};
