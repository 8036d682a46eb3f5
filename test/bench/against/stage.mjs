import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startTelegramServer } from '../../support/telegram-server.ts';
import { openFeeds } from './feeds.mjs';

/** Resident memory of a process and its children, MB. */
const memoryOf = (pid) =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='])
    .toString()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([own, parent]) => own === pid || parent === pid)
    .reduce((sum, [, , kilobytes]) => sum + kilobytes / 1024, 0);

/** A bot in a process of its own, between loopback feeds and a loopback Telegram that outlive it. */
export const openStage = async (bot, { chats: chatCount, feeds: feedCount }) => {
  const folder = mkdtempSync(join(tmpdir(), 'curbwatch-against-'));
  const telegram = await startTelegramServer();
  const feeds = await openFeeds(feedCount);
  const readers = Array.from({ length: chatCount }, () => {
    const person = telegram.person('Reader');
    return { person, chat: telegram.privateChat(person) };
  });
  const log = createWriteStream(join(folder, 'log'));
  const environment = bot.environment({ telegram, urls: feeds.urls, folder });
  const memory = [];
  let child;
  const sampling = setInterval(() => child?.exitCode === null && memory.push(memoryOf(child.pid)), 2000);

  const kill = async (signal) => {
    const ending = child;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    const tooLate = setTimeout(() => ending.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(tooLate);
  };

  const arrivalsOf = ({ link }) =>
    telegram.sends.flatMap(({ chat, html, markup }, at) =>
      JSON.stringify([html, markup]).includes(link) ? [{ chat, at: telegram.world.sends[at].at }] : [],
    );

  const say = ({ chat, person }, texts) => {
    for (const text of texts) telegram.say(chat, person, text);
  };

  /** Those who have not been told yet that they will hear of it. */
  const unconfirmed = () => {
    const done = new Set(telegram.sends.filter(({ text }) => bot.confirms(text)).map(({ chat }) => chat));
    return readers.filter(({ chat }) => !done.has(chat.id));
  };

  const until = async (what, holds, ms) => {
    const end = Date.now() + ms;
    while (!holds()) {
      if (Date.now() > end)
        throw new Error(`${bot.name}: waited in vain for ${what}; its log: ${folder}/log`);
      await wait(100);
    }
  };

  /** They say it again when there was no answer: a bot that has just been installed may not be listening yet. */
  const insist = async (who) => {
    for (let tries = 0; who().length > 0; tries += 1) {
      if (tries === 10)
        throw new Error(`${bot.name}: ${who().length} chats could not subscribe; see ${folder}/log`);
      for (const reader of who()) say(reader, bot.subscribe(feeds.urls));
      await until('answers', () => who().length === 0, 30_000).catch(() => undefined);
    }
  };

  return {
    feeds,
    telegram,
    arrivalsOf,
    until,
    memory: () => Math.max(...memory),
    /** `sendMessage` calls that were refused because of a limit. */
    refused: () =>
      telegram.calls.filter(({ method }) => method === 'sendMessage').length - telegram.sends.length,
    start(pace = {}) {
      child = spawn(process.execPath, bot.command, {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, ...environment, ...pace },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.pipe(log, { end: false });
      child.stderr.pipe(log, { end: false });
    },
    kill,
    /** Everybody subscribes; the first alone, so that a bot that learns of a feed by that learns of it once. */
    async subscribe() {
      const [first] = readers;
      await insist(() => unconfirmed().filter((reader) => reader === first));
      say(first, bot.watch(feeds.urls));
      await insist(unconfirmed);
    },
    /** Until every feed has been asked twice since now. */
    async untilPolled() {
      const from = feeds.requests.length;
      const isDone = () =>
        feeds.urls.every(
          (_, feed) => feeds.requests.slice(from).filter((one) => one.feed === feed).length >= 2,
        );
      await until('two polls of every feed', isDone, 300_000);
    },
    async close(keepLog = false) {
      clearInterval(sampling);
      await kill('SIGTERM');
      feeds.close();
      await telegram.close();
      log.end();
      if (!keepLog) rmSync(folder, { recursive: true, force: true });
    },
  };
};
