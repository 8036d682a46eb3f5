// `npm run bench -- --against DIR`: the same work on this checkout and on one of fengkx/NodeRSSBot, in turn, between the same loopback feeds and
// the same loopback Telegram; about twenty minutes, because both ask their feeds once a minute. BENCH_CHATS, BENCH_FEEDS, BENCH_ROUNDS change the size.
import { resolve } from 'node:path';
import { median } from '../report.mjs';
import { curbwatch, nodeRssBot, whyNot } from './bots.mjs';
import { measure } from './measure.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const directory = resolve(process.argv[2] ?? '');
const obstacle = process.argv[2] === undefined ? 'no directory was given' : whyNot(directory);
if (obstacle !== undefined) {
  say(`Nothing was measured. ${obstacle}.`);
  say(
    'Give the directory of a checkout: git clone https://github.com/fengkx/NodeRSSBot, npm install, npm run build.',
  );
  process.exit(78);
}

const size = {
  chats: Number(process.env.BENCH_CHATS ?? 300),
  feeds: Number(process.env.BENCH_FEEDS ?? 20),
  rounds: Number(process.env.BENCH_ROUNDS ?? 3),
};
const tell = (line) => process.stderr.write(`${line}\n`);
const ours = await measure(curbwatch(), size, tell);
const theirs = await measure(nodeRssBot(directory), size, tell);

const seconds = (ms) => (ms / 1000).toFixed(2);
const plain = (value) => value.toFixed(0);
const ofRounds = (what) => (figures) => median(figures.speed.fates.map((fate) => fate[what]));
const sumOfRounds = (what) => (figures) => figures.speed.fates.reduce((sum, fate) => sum + fate[what], 0);
const ROWS = [
  ['no limits: publication to first message, s', ofRounds('first'), seconds],
  ['  publication to last message, s', ofRounds('last'), seconds],
  ['  of which until the feed was asked, s', ofRounds('found'), seconds],
  ['  from then to first message, s', ofRounds('firstOnceFound'), seconds],
  ['  from then to last message, s', ofRounds('lastOnceFound'), seconds],
  ['  lost', sumOfRounds('lost'), plain],
  ['  repeated', sumOfRounds('repeated'), plain],
  ['  requests per feed and minute', ({ speed }) => speed.requestsAMinute, (value) => value.toFixed(2)],
  [
    '  of them answered by a whole feed, %',
    ({ speed }) => speed.wholeFeeds * 100,
    (value) => value.toFixed(1),
  ],
  ['  resident memory at most, MB', ({ memory }) => memory, plain],
  ["Telegram's limits: to last message, s", ({ limited }) => limited.lastOnceFound, seconds],
  ['  refused because of them', ({ limited }) => limited.refused, plain],
  ['  lost', ({ limited }) => limited.lost, plain],
  ['  repeated', ({ limited }) => limited.repeated, plain],
  ['killed with -9 half way: lost', ({ killed }) => killed.lost, plain],
  ['  repeated', ({ killed }) => killed.repeated, plain],
];
const row = (...cells) =>
  say(cells.map((cell, at) => (at === 0 ? cell.padEnd(44) : cell.padStart(12))).join(''));

say(
  `${size.chats} chats, ${size.feeds} feeds asked every minute, ${size.rounds} stories (medians), Node ${process.version}`,
);
row('', 'Curbwatch', 'NodeRSSBot', 'ratio');
for (const [name, of, show] of ROWS) {
  const [our, their] = [of(ours), of(theirs)];
  row(name, show(our), show(their), their > 0 ? `${(our / their).toFixed(2)} x` : '');
}
