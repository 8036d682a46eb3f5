import type { Button } from '../domain/card.ts';
import type { QuietHours, Subscription } from '../domain/subscription.ts';
import { inPlace, openly, textCard } from './answer.ts';
import type { Desk, Handler } from './desk.ts';
import { findZone, likelyZones } from './find-zone.ts';
import { parseHours } from './parse-hours.ts';
import { subscriptionOf } from './subscription-of.ts';

const CRITICALS = /(?:^|\s)(hold|silent)(?=\s|$)/i;
/** All up to the first zone-like word: times, dashes, am and pm. */
const HOURS = /^(?:[\d:.\s–—~〜～-]|[ap]\.?m\b\.?|\bto\b|\buntil\b)+/i;

const hoursText = ({ from, to }: QuietHours): string => `${from}-${to}`;

const zoneButtons = (quiet: QuietHours, zone: string, language: string): readonly Button[][] =>
  likelyZones(language)
    .filter((each) => each !== zone)
    .map((each) => [{ label: each, verb: 'quiet', id: `${hoursText(quiet)} ${quiet.criticals} ${each}` }]);

const show = ({ quiet, zone }: Subscription, language: string, offerZones: boolean, { words }: Desk) => {
  if (quiet === undefined) return textCard([words.say(language, 'commands.quiet.off')]);
  const { from, to, criticals } = quiet;
  return textCard(
    [
      words.say(language, 'commands.quiet.set', { from, to, zone }),
      words.say(language, `commands.quiet.${criticals}`),
      offerZones ? words.say(language, 'commands.quiet.which-zone', { zone }) : undefined,
    ],
    offerZones ? zoneButtons(quiet, zone, language) : [],
  );
};

interface Asked {
  readonly quiet?: QuietHours;
  readonly zone?: string;
}

const read = (asked: string, before: QuietHours | undefined): Asked => {
  const off = /^off\b\s*/i.exec(asked);
  const criticals = (CRITICALS.exec(asked)?.[1]?.toLowerCase() ??
    before?.criticals ??
    'silent') as QuietHours['criticals'];
  const rest = asked.replace(CRITICALS, ' ').trim();
  const hours = off?.[0] ?? HOURS.exec(rest)?.[0] ?? '';
  // Without hours before and now there is nothing that a zone could be for.
  if (off === null && hours.trim() === '' && before === undefined) parseHours(asked);
  const place = rest.slice(hours.length).trim();
  const zone = place === '' ? {} : { zone: findZone(place) };
  if (off !== null) return zone;
  if (hours.trim() === '' && before !== undefined) return { ...zone, quiet: { ...before, criticals } };
  return { ...zone, quiet: { ...parseHours(hours), criticals } };
};

/** `quiet 22:00-07:00 Europe/Berlin [hold]`, `quiet off`; without a zone the likely ones are offered. */
export const quiet: Handler = async (command, desk) => {
  const { quiet: before, ...subscription } = await subscriptionOf(command, desk);
  const asked = command.words.trim();
  if (asked === '')
    return openly(
      show(
        { ...subscription, ...(before === undefined ? {} : { quiet: before }) },
        command.language,
        false,
        desk,
      ),
    );
  const wanted = read(asked, before);
  const after: Subscription = { ...subscription, ...wanted };
  await desk.subscriptions.save(after);
  return inPlace(show(after, command.language, wanted.zone === undefined, desk));
};
