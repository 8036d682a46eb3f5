// Part of `npm run bench`: the whole bot in a process of its own between loopback feeds and a loopback Telegram without limits, feeds asked every
// second: from the moment it is given an entry to the first and last message that Telegram accepts.
import { curbwatch } from './against/bots.mjs';
import { measure } from './against/measure.mjs';
import { grown, median } from './report.mjs';

const SIZES = [10, 100, 1000];
const bySize = [];
for (const chats of SIZES)
  bySize.push(
    await measure(curbwatch('1s'), { chats, feeds: 5, rounds: 3, isLimited: false }, () => undefined),
  );
const ofFates = (what) => bySize.map(({ speed }) => median(speed.fates.map((fate) => fate[what])));
grown('feed to first message, ms', SIZES, ofFates('firstOnceFound'), 'medians, chats');
grown('feed to last message, ms', SIZES, ofFates('lastOnceFound'), 'medians, chats');
grown(
  'resident memory of the bot at most, MB',
  SIZES,
  bySize.map(({ memory }) => memory),
  'chats',
);
