import type { Incident } from '../domain/incident.ts';
import { HOUR, type Instant } from '../domain/instant.ts';
import type { Filter } from '../domain/subscription.ts';

/** A made-up incident of the sort that the first filter wishes; nothing of it is kept. */
export const sampleIncident = (
  filter: Filter | undefined,
  exchanges: readonly string[],
  now: Instant,
): Incident => ({
  v: 1,
  id: 'sample',
  revision: 1,
  openedAt: now,
  updatedAt: now,
  happenedAt: now,
  measures: [
    {
      kind: filter?.kinds[0] ?? 'access-block',
      stage: filter?.direction === 'eases' ? 'eased' : 'announced',
      direction: filter?.direction ?? 'tightens',
      scope: {},
      effectiveAt: now + 24 * HOUR,
    },
  ],
  exchanges: (filter?.exchanges.length ?? 0) > 0 ? (filter?.exchanges ?? []) : exchanges.slice(0, 1),
  jurisdictions: (filter?.jurisdictions.length ?? 0) > 0 ? (filter?.jurisdictions ?? []).slice(0, 1) : ['NG'],
  subdivisions: [],
  severity: filter?.minSeverity === 'low' ? 'high' : (filter?.minSeverity ?? 'high'),
  confidence: 1,
  confirmation: 'unconfirmed',
  disputed: false,
  sources: [
    {
      entryId: 'sample',
      feedId: 'sample',
      // Taken at its word: what the press says is told as far as its own words bear it out, and these say nothing.
      feedKind: 'official',
      publisher: 'Example News',
      url: 'https://example.com/',
      title: 'Sample',
      text: '',
      language: 'en',
      publishedAt: now,
      publishedEstimated: false,
      attributedTo: [],
      joined: 'first',
    },
  ],
  late: false,
});
