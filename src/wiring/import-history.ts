import { readHistory } from '../config/history.ts';
import type { Settings } from '../config/settings.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import type { Incident } from '../domain/incident.ts';
import { MINUTE } from '../domain/instant.ts';
import type { PastIncident } from '../domain/past-incident.ts';
import type { Clock, Logger, Store } from '../domain/ports.ts';
import { createCorrelator } from '../incidents/correlate.ts';
import { HISTORY, isPast, pastIncident, reportOfPast } from '../incidents/past.ts';
import { openStore } from '../storage/open.ts';
import { loadCompiled } from './compiled-catalogue.ts';

export interface Imported {
  readonly added: number;
  /** Were there already, from an earlier import. */
  readonly known: number;
  /** We heard of them live: what we know ourselves stays as it is. */
  readonly live: readonly { readonly title: string; readonly incidentId: string }[];
}

const FEED: Feed = {
  ...{ id: HISTORY, url: '', publisher: HISTORY, kind: 'press', enabled: true },
  every: { min: MINUTE, max: MINUTE },
};

const entryOf = ({ id, sources: [first], happenedAt }: Incident): Entry => ({
  id: first.entryId,
  feedId: HISTORY,
  key: id,
  title: first.title,
  text: first.text,
  publisher: first.publisher,
  language: first.language,
  publishedAt: happenedAt,
  publishedEstimated: first.publishedEstimated,
  firstSeenAt: happenedAt,
  novelty: 'new',
  late: false,
});

const record = async (
  history: readonly PastIncident[],
  { incidents }: Pick<Store, 'incidents'>,
  catalogue: Catalogue,
): Promise<Imported> => {
  const { kinds } = catalogue.taxonomy;
  const ours = createCorrelator(catalogue);
  const stored = new Set<string>();
  for await (const incident of incidents.all()) {
    stored.add(incident.id);
    if (!isPast(incident)) ours.put(incident);
  }
  const fresh = new Map<string, Incident>();
  const live: { title: string; incidentId: string }[] = [];
  let known = 0;
  for (const past of history) {
    const incident = pastIncident(past, kinds);
    if (stored.has(incident.id)) known += 1;
    else {
      const told = { entry: entryOf(incident), feed: FEED, reports: [reportOfPast(past, kinds)] };
      const [heard] = ours.correlate(told, past.happenedAt);
      if (heard === undefined || heard.outcome === 'opened') fresh.set(incident.id, incident);
      else live.push({ title: past.title, incidentId: heard.incident.id });
    }
  }
  await incidents.save([...fresh.values()]);
  return { added: fresh.size, known, live };
};

/** A person waits at the terminal: a running bot is named at once. */
const NO_WAIT = 0;

/**
 * Puts the past of a JSON lines file (`config/history.ts`) on the board without telling anybody: no delivery is written,
 * and all are saved together. The bot must be down, because it holds the board in memory.
 * @throws ConfigError for lines that cannot be used: then nothing is taken over
 * @throws StoreError where the store cannot be opened, or a running bot holds it
 */
export const importHistory = async (
  { name, lines }: { readonly name: string; readonly lines: string },
  { storeUrl, feedsFile }: Pick<Settings, 'storeUrl' | 'feedsFile'>,
  clock: Clock,
  logger: Logger,
): Promise<Imported> => {
  const { catalogue } = loadCompiled(feedsFile);
  const history = readHistory(lines, name, catalogue);
  const onLeaseLost = (error: Error): void => logger.error('lease.lost', { error });
  const store = await openStore(storeUrl, { clock, logger, onLeaseLost });
  try {
    await store.lease.acquire(NO_WAIT);
    return await record(history, store, catalogue);
  } finally {
    await store.close();
  }
};
