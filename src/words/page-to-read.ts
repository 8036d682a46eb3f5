import type { Incident } from '../domain/incident.ts';
import type { Stage } from '../domain/taxonomy.ts';
import { reaches } from './reaches.ts';

/**
 * The page that a reader is sent to: of what only was reported again the first, of an update the newest that tells of
 * this stage; undefined where no source has an address.
 */
export const pageToRead = ({ sources, revision }: Incident, stage: Stage): string | undefined => {
  const withPage = sources.filter(({ url }) => url !== undefined);
  const telling = revision > 1 ? withPage.filter((source) => reaches(source, stage)) : [];
  const [newest] = telling.toSorted((one, other) => other.publishedAt - one.publishedAt);
  return (newest ?? withPage[0])?.url;
};
