import type { Source } from '../domain/incident.ts';
import type { Told } from './told.ts';
import type { Voice } from './voice.ts';

const LONGEST = 160;
const SHORTEST = 12;
/** A title that was cut, that asks, or that tells what others say of it is no headline of ours. */
const UNFIT = /(?:…|\.\.\.)\s*$|[?？؟¿]/u;

const clean = ({ title }: Source): string =>
  title
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const isFit = (title: string): boolean =>
  title.length <= LONGEST && title.length >= SHORTEST && !UNFIT.test(title);

/** The words of the first source that this reader can read, where our own would have to be vague. */
export const ownTitle = ({ isVague = false, sources }: Told, voice: Voice): string | undefined =>
  isVague
    ? sources
        .filter(({ language }) => voice.reads(language))
        .map(clean)
        .find(isFit)
    : undefined;
