import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../config/settings.ts';
import { loadStory, type Story } from '../config/story.ts';
import { systemClock } from '../ops/clock.ts';
import { type Edge, runApp } from './run.ts';
import { serveStory } from './serve-story.ts';

/** After the last entry: time for its alert, and for a look at it. */
const LAST_LOOK = 5_000;

const feedsYaml = ({ feeds }: Story, root: string): string =>
  [
    'feeds:',
    ...feeds.map(
      ({ id, publisher, kind, jurisdiction, language }) =>
        `  - { id: ${id}, url: "${root}/${id}.xml", publisher: "${publisher}", kind: ${kind}, every: 1s, language: ${language}` +
        `${jurisdiction === undefined ? '' : `, jurisdiction: ${jurisdiction}`} }`,
    ),
  ].join('\n');

/** `curbwatch demo`: the bot as it is, on feeds served here, with a store that is thrown away. */
export const demo = async (edge: Edge): Promise<void> => {
  const { stdin, stdout, stderr } = process;
  const story = loadStory();
  const server = await serveStory(story, systemClock);
  const directory = mkdtempSync(join(tmpdir(), 'curbwatch-demo-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  const feedsFile = join(directory, 'feeds.yaml');
  writeFileSync(feedsFile, feedsYaml(story, server.root));
  const settings = readSettings({
    STORE_URL: `sqlite://${join(directory, 'demo.sqlite')}`,
    FEEDS_FILE: feedsFile,
    POLL_CRON: '* * * * * *',
    ALLOW_PRIVATE_FEEDS: 'true',
    LOG_LEVEL: 'error',
  });
  const isTTY = stdin.isTTY === true && stdout.isTTY === true;
  const end = await runApp(settings, edge, {
    terminal: { input: stdin, output: stdout, isTTY, columns: () => stdout.columns },
    subscribeTerminal: true,
    logTo: stderr,
  });
  const last = Math.max(...story.entries.map(({ at }) => at)) * 1000 + LAST_LOOK;
  // A person leaves with Ctrl-C, after trying the commands; a pipe is not kept waiting.
  if (!isTTY) setTimeout(() => end(0), last);
};
