import type { Text } from '../domain/card.ts';
import type { Command } from '../domain/command.ts';
import { heading, privately, textCard } from './answer.ts';
import { missingArgument } from './asked-wish.ts';
import { describeFilter } from './describe-filter.ts';
import type { Desk, Handler } from './desk.ts';
import type { Explanation } from './rooms.ts';
import { readerOf } from './subscription-of.ts';

const MOST = 3;

const matched = async (incidentId: string, command: Command, desk: Desk): Promise<string | undefined> => {
  const subscription = await desk.subscriptions.get(command.destination);
  const incident = desk.board.find(incidentId);
  if (subscription === undefined || incident === undefined) return undefined;
  const filter = subscription.filters.find((each) => desk.matches(each, incident));
  return filter === undefined
    ? desk.words.say(command.language, 'commands.why.unmatched')
    : desk.words.say(command.language, 'commands.why.matched', {
        filter: describeFilter(filter, desk.words, command.language),
      });
};

/** What became of it here: a mute keeps back what every filter lets through. */
const fateLines = async (incidentId: string, command: Command, desk: Desk): Promise<readonly string[]> => {
  const incident = desk.board.find(incidentId);
  if (incident === undefined) return [];
  const reader = await readerOf(command, desk);
  const fates = await desk.fate(incident, command.destination);
  return fates.map(({ what, at }) =>
    desk.words.say(command.language, `commands.why.${what}`, {
      time: at === undefined ? '' : desk.words.time(at, reader),
    }),
  );
};

/** Without those that are only part of another. */
const longest = (cues: readonly string[]): readonly string[] =>
  cues.filter((cue) => !cues.some((other) => other !== cue && other.includes(cue)));

/** One entry may be told of twice: once for each report in it. */
const once = (known: readonly Explanation[]): readonly Explanation[] =>
  known.filter(
    ({ title, url }, at) => known.findIndex((each) => each.title === title && each.url === url) === at,
  );

const explain = (each: Explanation, { language }: Command, { words }: Desk): readonly (string | Text)[] => {
  const { title, url, relevant, why: because, confidence, cues, joined, stoppedAt } = each;
  const say = (key: string, params: Record<string, string | number> = {}): string =>
    words.say(language, `commands.why.${key}`, params);
  const head: Text = [url === undefined ? title : { text: title, href: url }];
  if (stoppedAt === 'sift') return [head, say(because)];
  return [
    head,
    ...(stoppedAt === undefined ? [] : [say(`stopped-${stoppedAt}`)]),
    // The classifier's sentence is made of the same words.
    ...(relevant && cues.length > 0
      ? [say('understood', { cues: longest(cues).join(', ') })]
      : [because]
          .filter((sentence) => sentence !== '')
          .map((sentence) => (relevant ? sentence : say('not-relevant', { why: sentence })))),
    ...(joined === undefined || joined === 'first' ? [] : [say('joined', { why: joined })]),
    say('confidence', { percent: Math.round(confidence * 100) }),
  ];
};

/** `why ID or URL`: what was read in it, how sure we are, which filter of this place it meets, and what became of it. */
export const why: Handler = async (command, desk) => {
  const asked = command.words.trim();
  if (asked === '') throw missingArgument(command, desk);
  const known = await desk.why(desk.board.find(asked)?.id ?? asked);
  const { words } = desk;
  if (known.length === 0) return privately(textCard([words.say(command.language, 'commands.why.not-seen')]));
  const [{ incidentId } = { incidentId: undefined }] = known;
  return privately(
    textCard([
      heading(words.say(command.language, 'commands.why.heading')),
      ...once(known)
        .slice(0, MOST)
        .flatMap((each) => explain(each, command, desk)),
      incidentId === undefined ? undefined : await matched(incidentId, command, desk),
      ...(incidentId === undefined ? [] : await fateLines(incidentId, command, desk)),
    ]),
  );
};
