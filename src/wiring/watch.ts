import type { Logger } from '../domain/ports.ts';
import { createTrace } from '../ops/trace.ts';
import type { Step } from '../pipeline.ts';

/** What became of one entry, as far back as is remembered. */
export type EntryStep = Extract<Step, { readonly what: 'entry' }>;

export type PassedOver = Extract<Step, { readonly what: 'passed-over' }>;

/** Hears of every step: logs it, counts it, and remembers the latest for `/why`. */
export interface Watch {
  note(step: Step): void;
  /** What another process has noted: remembers it, and no more. */
  keep(step: Step): void;
  /** Steps of the entry with this address or id, or of the entries of this incident; newest first. */
  find(idOrUrl: string): readonly EntryStep[];
  /** The entry with this address, if it was in a feed and not read. */
  passedOver(url: string): PassedOver | undefined;
  /** How often each named outcome occurred since the start. */
  readonly counts: ReadonlyMap<string, number>;
}

const MOST_REMEMBERED = 20_000;

export const createWatch = ({ logger }: { readonly logger: Logger }): Watch => {
  const byKey = createTrace<readonly EntryStep[]>(MOST_REMEMBERED);
  const unread = createTrace<PassedOver>(MOST_REMEMBERED);
  const counts = new Map<string, number>();

  const remember = (key: string | undefined, step: EntryStep): void => {
    if (key !== undefined) byKey.note(key, [step, ...(byKey.find(key) ?? [])].slice(0, 10));
  };

  const keep = (step: Step): void => {
    if (step.what === 'passed-over') unread.note(step.url, step);
    if (step.what !== 'entry') return;
    remember(step.entry.url, step);
    remember(step.entry.id, step);
    remember(step.incidentId, step);
  };

  return {
    keep,
    counts,
    find: (idOrUrl) => byKey.find(idOrUrl) ?? [],
    passedOver: (url) => unread.find(url),
    note(step) {
      keep(step);
      if (step.what === 'passed-over') return;
      const name = `${step.what}.${step.outcome}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (step.what === 'poll') {
        const quiet = step.outcome === 'unchanged' || step.outcome === 'read';
        logger[quiet ? 'debug' : 'warn'](name, { feed: step.feed.id, detail: step.detail });
        return;
      }
      const fields = { feed: step.feed.id, entry: step.entry.id, incident: step.incidentId, why: step.why };
      logger[step.outcome === 'irrelevant' ? 'debug' : 'info'](name, fields);
    },
  };
};
