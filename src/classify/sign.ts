import type { CueMention, Mentions } from './find-mentions.ts';

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

type Stood = Pick<CueMention, 'token' | 'clause' | 'inTitle'>;

const signOf = (name: string, { token, clause, inTitle }: Stood): Sign => ({
  name,
  at: token,
  clause,
  inTitle,
});

/** A cue of a question tells of nothing that is so: it is another sign than the cue itself. */
const cueName = ({ group, token }: CueMention, asked: ReadonlySet<number>): string =>
  asked.has(token) ? `?${group}` : group;

/** What an entry names, in the order of the text; `asked`: the tokens that ask. */
export const toSigns = (mentions: Mentions, asked: ReadonlySet<number>): readonly Sign[] =>
  [
    ...mentions.exchanges.map((mention) => signOf('EX', mention)),
    ...mentions.places.map((mention) => signOf('PL', mention)),
    ...mentions.authorities.map((mention) => {
      const { type } = mention.authority;
      return signOf(`${authorityClass(type)}-${type}`, mention);
    }),
    ...mentions.cues
      .filter(({ group }) => !FIELDS_ONLY.has(group))
      .map((cue) => signOf(cueName(cue, asked), cue)),
  ].sort((a, b) => a.at - b.at);
