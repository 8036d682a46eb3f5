import type { Source } from '../domain/incident.ts';
import type { Told } from './told.ts';
import { unescapeMarks } from './unescape.ts';
import type { Voice } from './voice.ts';

const LONGEST = 160;
const SHORTEST = 12;
/** A title that was cut, that asks, or that tells what others say of it is no headline of ours. */
const UNFIT = /(?:…|\.\.\.)\s*$|[?？؟¿]/u;

const clean = ({ title }: Source): string =>
  unescapeMarks(title)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const isFit = (title: string): boolean =>
  title.length <= LONGEST && title.length >= SHORTEST && !UNFIT.test(title);

/** Who told of the news first; of a lifting it is not those who told of what is lifted. */
const newsFirst = ({ sources, measures: [{ stage }] }: Told): readonly Source[] =>
  stage === 'eased' ? sources.toReversed() : sources;

/** What is lifted for some since, its titles tell of all. */
const isPast = ({ measures }: Told): boolean => measures.some(({ lifting }) => lifting !== undefined);

/** The words of the first source that this reader can read, where our own would be vague or say more than they do. */
export const ownTitle = (told: Told, voice: Voice): string | undefined =>
  told.isTitledTooStrongly !== true && (told.isVague === true || (told.isLoose === true && !isPast(told)))
    ? newsFirst(told)
        .filter(({ language }) => voice.reads(language))
        .map(clean)
        .find(isFit)
    : undefined;
