import type { Mentions } from './find-mentions.ts';

/** A class or cue at a place in the text. */
export interface Sign {
  readonly name: string;
  readonly at: number;
  readonly clause: number;
  readonly inTitle: boolean;
}

const GATEKEEPERS = new Set(['bank', 'payment', 'app-store', 'network']);

export const authorityClass = (type: string): string => (GATEKEEPERS.has(type) ? 'GK' : 'AU');

/** Groups of cues that serve the reading of fields alone: they say nothing of whether an entry counts. */
const FIELDS_ONLY: ReadonlySet<string> = new Set([
  'spared',
  'dated',
  'disputed',
  'excepted-after',
  'excepted-before',
  'consulted',
  'central-bank',
  'telecom-regulator',
]);

/** What an entry names, in the order of the text. */
export const toSigns = (mentions: Mentions): readonly Sign[] =>
  [
    ...mentions.exchanges.map((m) => ({ name: 'EX', at: m.token, clause: m.clause, inTitle: m.inTitle })),
    ...mentions.places.map((m) => ({ name: 'PL', at: m.token, clause: m.clause, inTitle: m.inTitle })),
    ...mentions.authorities.map((m) => ({
      name: authorityClass(m.authority.type) === 'GK' ? `GK-${m.authority.type}` : `AU-${m.authority.type}`,
      at: m.token,
      clause: m.clause,
      inTitle: m.inTitle,
    })),
    ...mentions.cues
      .filter(({ group }) => !FIELDS_ONLY.has(group))
      .map((m) => ({ name: m.group, at: m.token, clause: m.clause, inTitle: m.inTitle })),
  ].sort((a, b) => a.at - b.at);
