import { DAY, HOUR, type Instant, MINUTE, type Millis } from '../domain/instant.ts';
import type { CheckFeed } from '../late-steps.ts';
import { FEED_CURES } from './feed-cures.ts';

/** What came of asking one feed. */
export type Checked = Awaited<ReturnType<CheckFeed>>;
type Answered = Extract<Checked, { ok: true }>;
type Failed = Extract<Checked, { ok: false }>;

/** A feed of news that has had none for so long is likely to be left alone by its publisher. */
const STALE: Millis = 180 * DAY;
const FUTURE: Millis = DAY;

const lengthOf = (time: Millis): string => {
  if (time < HOUR) return `${Math.round(time / MINUTE)} min`;
  return time < 2 * DAY ? `${Math.round(time / HOUR)} h` : `${Math.round(time / DAY)} days`;
};

const newestOf = ({ newestAt }: Answered, now: Instant): string => {
  if (newestAt === undefined) return 'no dates';
  return newestAt > now
    ? `newest ${lengthOf(newestAt - now)} ahead`
    : `newest ${lengthOf(now - newestAt)} ago`;
};

/** What an operator should do about a feed that answers. */
const adviceOn = (check: Answered, now: Instant): readonly string[] => {
  const { feed, entries, dated, newestAt = now, movedTo } = check;
  return [
    ...(movedTo === undefined ? [] : [`it has moved for good: write url: "${movedTo}"`]),
    ...(entries === 0 ? ['it has no entries: look whether it is still kept'] : []),
    ...(entries > 0 && dated === 0
      ? ['no date can be read: alerts will tell when we first saw an entry']
      : []),
    ...(newestAt - now > FUTURE ? ['its dates lie in the future: set its `zone`'] : []),
    ...(now - newestAt > STALE ? ['nothing new for half a year: look whether it is still kept'] : []),
    ...(feed.enabled ? [] : ['it is disabled but answers: set `enabled: true` if its entries are wanted']),
  ];
};

const answeredLines = (check: Answered, now: Instant): readonly string[] => {
  const entries = `${check.entries} ${check.entries === 1 ? 'entry' : 'entries'}`;
  return [
    `  ✓ ${check.feed.id}: ${entries}, ${newestOf(check, now)}`,
    ...adviceOn(check, now).map((advice) => `      → ${advice}`),
  ];
};

const failedLine = ({ feed, detail }: Failed): readonly string[] => [
  `    ✗ ${feed.id}${feed.enabled ? '' : ' (disabled)'}: ${detail}`,
  `        ${feed.url}`,
];

/** Those that failed alike stand together, under what to do about it. */
const failedLines = (failed: readonly Failed[]): readonly string[] => {
  const reasons = [...new Set(failed.map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const alike = failed.filter((check) => check.reason === reason);
    return [`  ${reason} (${alike.length}): ${FEED_CURES[reason]}`, ...alike.flatMap(failedLine)];
  });
};

const isAnswered = (check: Checked): check is Answered => check.ok;
const isFailed = (check: Checked): check is Failed => !check.ok;

/** What answered and what did not, why, and what to do: lines for a person, failures last, where the eye rests. */
export const feedReport = (checks: readonly Checked[], now: Instant): readonly string[] => {
  const answered = checks.filter(isAnswered);
  const failed = checks.filter(isFailed);
  // With no answer at all it is not the feeds that are ill.
  const everythingFailed = answered.length === 0 && failed.length > 2;
  return [
    `Answered: ${answered.length} of ${checks.length}`,
    ...answered.flatMap((check) => answeredLines(check, now)),
    ...(failed.length === 0 ? [] : [`Did not answer: ${failed.length}`]),
    ...failedLines(failed),
    ...(everythingFailed ? ['Nothing answered at all: look at your own network, proxy and DNS first.'] : []),
  ];
};
