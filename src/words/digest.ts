import type { Span, Text, TextCard } from '../domain/card.ts';
import type { Incident } from '../domain/incident.ts';
import { SEVERITIES, type Severity } from '../domain/taxonomy.ts';
import { fitParts } from './fit-parts.ts';
import { headline, headlineWithoutPlace } from './headline.ts';
import { pageToRead } from './page-to-read.ts';
import { placePhrase } from './places.ts';
import { isEased } from './status-line.ts';
import type { Voice } from './voice.ts';

/** Fits one message on every platform, with room for markup: Discord allows 2,000 characters. */
const LIMIT = 1800;

type Group = Severity | 'eased';
const GROUPS: readonly Group[] = [...SEVERITIES.toReversed(), 'eased'];

const groupOf = (incident: Incident): Group => (isEased(incident) ? 'eased' : incident.severity);

interface Line {
  readonly incident: Incident;
  readonly group: Group;
  readonly place: string;
  readonly text: string;
  readonly length: number;
  readonly priority: number;
}

/** Updates are folded into their incident: only its latest revision speaks, and not what became part of another. */
const latest = (incidents: readonly Incident[]): readonly Incident[] => {
  const byId = new Map<string, Incident>();
  for (const incident of incidents) {
    const known = byId.get(incident.id);
    if (known === undefined || known.revision < incident.revision) byId.set(incident.id, incident);
  }
  return [...byId.values()].filter(({ mergedInto }) => mergedInto === undefined);
};

const lineOf = (incident: Incident, voice: Voice): Line => {
  const group = groupOf(incident);
  const place = placePhrase(incident, voice);
  const text = place === undefined ? headline(incident, voice) : headlineWithoutPlace(incident, voice);
  return {
    incident,
    group,
    place: place ?? voice.say('digest.nowhere'),
    text,
    // The place and the severity stand above a line: counted for each, since they may stand alone.
    length: text.length + (place ?? '').length + 24,
    priority: GROUPS.length - GROUPS.indexOf(group),
  };
};

const groupName = (group: Group, voice: Voice): string =>
  group === 'eased' ? voice.say('alert.status-eased') : voice.say(`severity.${group}`);

const bullet = ({ incident, text }: Line): readonly (string | Span)[] => {
  const href = pageToRead(incident, incident.measures[0].stage);
  return ['\n• ', href === undefined ? text : { text, href }];
};

/** One paragraph for a severity: its places, each with its incidents. */
const paragraphOf = (group: Group, lines: readonly Line[], voice: Voice): Text => {
  const places = [...new Set(lines.map(({ place }) => place))];
  return [
    { text: groupName(group, voice), bold: true },
    ...places.flatMap((place) => [
      '\n',
      { text: place, italic: true as const },
      ...lines.filter((line) => line.place === place).flatMap(bullet),
    ]),
  ];
};

/** Several incidents in one message, gravest first, grouped by place; no paragraphs where there is nothing to tell. */
export const digest = (incidents: readonly Incident[], voice: Voice): TextCard => {
  const all = latest(incidents).map((incident) => lineOf(incident, voice));
  const lines = fitParts(all, LIMIT);
  if (all.length === 0) return { shape: 'text', paragraphs: [], buttons: [] };
  const more = all.length - lines.length;
  const groups = GROUPS.map((group) => [group, lines.filter((line) => line.group === group)] as const);
  return {
    shape: 'text',
    paragraphs: [
      [{ text: voice.say('digest.title', { count: all.length }), bold: true }],
      ...groups.filter(([, here]) => here.length > 0).map(([group, here]) => paragraphOf(group, here, voice)),
      ...(more === 0 ? [] : [[voice.say('digest.more', { count: more })]]),
    ],
    buttons: [],
  };
};
