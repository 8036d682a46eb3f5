import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** This checkout, built. `every`: how often each feed is asked. */
export const curbwatch = (every = '1m') => ({
  name: 'Curbwatch',
  command: [join(ROOT, 'dist/main.js'), 'run'],
  pace: { TELEGRAM_PER_SECOND: 'unlimited' },
  environment: ({ telegram, urls, folder }) => {
    const file = join(folder, 'feeds.yaml');
    const lines = urls.map(
      (url, at) =>
        `  - { id: courier-${at}, url: "${url}", publisher: courier, kind: official, every: ${every}, language: en }`,
    );
    writeFileSync(file, `feeds:\n${lines.join('\n')}\n`);
    return {
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.url,
      STORE_URL: `sqlite://${join(folder, 'store.sqlite')}`,
      FEEDS_FILE: file,
      POLL_CRON: '* * * * * *',
      ALLOW_PRIVATE_FEEDS: 'true',
    };
  },
  /** What a reader says to hear of the first feed; who says `watch` makes the bot ask the others, too. */
  subscribe: () => ['/subscribe'],
  watch: () => [],
  confirms: (text) => /everything/i.test(text),
});

/** A checkout of fengkx/NodeRSSBot, installed and built by whoever made it; we only run it, and write beside it. */
export const nodeRssBot = (directory) => ({
  name: 'NodeRSSBot',
  command: [join(directory, 'dist/source/index.js')],
  // As many as its own limiter lets through.
  pace: { RSSBOT_SEND_RATE: '100000', RSSBOT_SEND_CONCURRENCY: '1000' },
  environment: ({ telegram, folder }) => ({
    RSSBOT_TOKEN: telegram.token,
    TELEGRAM_API_BASE: telegram.url,
    RSSBOT_DB_PATH: join(folder, 'database.db'),
    RSSBOT_LANG: 'en',
    // The least it takes; without the second it would ask every other minute.
    RSSBOT_FETCH_GAP: '1m',
    RSSBOT_STRICT_TTL: '0',
    NODE_PRODUCTION: 'true',
  }),
  subscribe: ([first]) => [`/sub ${first}`],
  watch: (urls) => urls.slice(1).map((url) => `/sub ${url}`),
  // Whose first answer was lost is told that he already has it.
  confirms: (text) => /Courier|already/i.test(text),
});

/** Why `directory` is nothing that we know how to run; undefined where it is. */
export const whyNot = (directory) => {
  if (!existsSync(directory)) return `${directory}: no such directory`;
  const manifest = join(directory, 'package.json');
  if (!existsSync(manifest))
    return `${directory}: has no package.json, so that it is no checkout of NodeRSSBot`;
  const { name } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (name !== 'node_rssbot')
    return `${directory}: is "${name}"; only fengkx/NodeRSSBot ("node_rssbot") can be run beside ours`;
  const [built] = nodeRssBot(directory).command;
  return existsSync(built)
    ? undefined
    : `${built}: missing; run "npm install && npm run build" in ${directory}`;
};
