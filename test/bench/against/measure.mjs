import { setTimeout as wait } from 'node:timers/promises';
import { openStage } from './stage.mjs';

/** Longer than a bot that asks its feeds every minute may need to find again what it has sent. */
const QUIET_MS = 75_000;
const NAMES = ['Bybit', 'Bitget', 'Bitfinex', 'Bitstamp', 'Upbit', 'Bithumb', 'KuCoin', 'Coinbase'];

/** What became of one story: milliseconds from its publication, and from when the bot was given it. */
const fateOf = (story, arrivals, chats) => {
  const times = arrivals.map(({ at }) => at);
  const reached = new Set(arrivals.map(({ chat }) => chat)).size;
  return {
    found: story.shownAt - story.publishedAt,
    first: Math.min(...times) - story.publishedAt,
    last: Math.max(...times) - story.publishedAt,
    firstOnceFound: Math.min(...times) - story.shownAt,
    lastOnceFound: Math.max(...times) - story.shownAt,
    lost: chats - reached,
    repeated: arrivals.length - reached,
  };
};

/** Until all have it or nothing comes any more; `patience`: how long to wait for more. */
const settled = async (stage, story, chats, patience, mayBeMore) => {
  let seen = 0;
  let changedAt = Date.now();
  for (;;) {
    const { length } = stage.arrivalsOf(story);
    if (length !== seen) {
      seen = length;
      changedAt = Date.now();
    }
    const quiet = Date.now() - changedAt;
    if (quiet > patience || (!mayBeMore && seen >= chats && quiet > 2000)) return;
    await wait(200);
  }
};

const tellOne = (stage, at) => stage.feeds.publish(`${NAMES[at]} suspends all withdrawals`);

/** As fast as it goes: no limits at Telegram, none of the bot's own. */
const atFullSpeed = async (stage, { chats, rounds }) => {
  const from = { at: Date.now(), requests: stage.feeds.requests.length };
  const fates = [];
  for (let round = 0; round < rounds; round += 1) {
    // At no fixed moment of anybody's minute.
    await wait(Math.random() * 10_000);
    const story = tellOne(stage, round);
    await settled(stage, story, chats, QUIET_MS, false);
    fates.push(fateOf(story, stage.arrivalsOf(story), chats));
  }
  const minutes = (Date.now() - from.at) / 60_000;
  const asked = stage.feeds.requests.slice(from.requests);
  return {
    fates,
    requestsAMinute: asked.length / stage.feeds.urls.length / minutes,
    wholeFeeds: asked.filter(({ isWhole }) => isWhole).length / asked.length,
  };
};

/** With Telegram's limits and the bot's own pace; killed when half of the chats have it, where `isKilled`. */
const underLimits = async (stage, { chats, at, isKilled }) => {
  await stage.kill('SIGTERM');
  stage.telegram.world.limits = true;
  const refusedBefore = stage.refused();
  stage.start();
  await stage.untilPolled();
  const story = tellOne(stage, at);
  if (isKilled) {
    await stage.until('half of the messages', () => stage.arrivalsOf(story).length > chats / 2, 300_000);
    await stage.kill('SIGKILL');
    stage.start();
  }
  await settled(stage, story, chats, QUIET_MS, true);
  return { ...fateOf(story, stage.arrivalsOf(story), chats), refused: stage.refused() - refusedBefore };
};

/** All the work on one bot. `tell` hears how far it is. */
export const measure = async (bot, { chats, feeds, rounds, isLimited = true }, tell) => {
  const stage = await openStage(bot, { chats, feeds });
  let isDone = false;
  try {
    stage.start(bot.pace);
    await stage.subscribe();
    tell(`${bot.name}: ${chats} chats subscribed`);
    await stage.untilPolled();
    const speed = await atFullSpeed(stage, { chats, rounds });
    const memory = stage.memory();
    tell(`${bot.name}: ${rounds} stories told without limits`);
    isDone = !isLimited;
    if (isDone) return { speed, memory };
    const limited = await underLimits(stage, { chats, at: rounds, isKilled: false });
    tell(`${bot.name}: one told under Telegram's limits`);
    const killed = await underLimits(stage, { chats, at: rounds + 1, isKilled: true });
    isDone = true;
    return { speed, memory, limited, killed };
  } finally {
    await stage.close(!isDone);
  }
};
