import type { Explanation } from '../commands/rooms.ts';
import type { Logger } from '../domain/ports.ts';
import { createTrace } from '../ops/trace.ts';
import type { Step } from '../pipeline.ts';
import { explainPassedOver, explainStep } from './explain-step.ts';

/** Hears of every step: logs it, counts it, and remembers the latest for `/why`. */
export interface Watch {
  note(step: Step): void;
  /** What another process has noted: remembers it, and no more. */
  keep(step: Step): void;
  /** What became of the entry with this address or id, or of the entries of this incident; newest first. */
  find(idOrUrl: string): readonly Explanation[];
  /** How often each named outcome occurred since the start. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Keys, of which an entry has two or three. */
const MOST_REMEMBERED = 20_000;
const MOST_OF_ONE_KEY = 10;

export const createWatch = ({ logger }: { readonly logger: Logger }): Watch => {
  const byKey = createTrace<readonly Explanation[]>(MOST_REMEMBERED);
  const unread = createTrace<Explanation>(MOST_REMEMBERED);
  const counts = new Map<string, number>();

  const remember = (key: string | undefined, told: Explanation): void => {
    if (key !== undefined) byKey.note(key, [told, ...(byKey.find(key) ?? [])].slice(0, MOST_OF_ONE_KEY));
  };

  const rememberEverywhere = (step: Extract<Step, { readonly what: 'entry' }>): void => {
    // Words cut out of a text would keep the whole of it in memory.
    const told = structuredClone(explainStep(step));
    for (const key of [step.entry.url, step.entry.id, step.incidentId]) remember(key, told);
  };

  const keep = (step: Step): void => {
    if (step.what === 'passed-over') unread.note(step.url, explainPassedOver(step));
    if (step.what === 'entry') rememberEverywhere(step);
  };

  return {
    keep,
    counts,
    find: (idOrUrl) => byKey.find(idOrUrl) ?? [unread.find(idOrUrl) ?? []].flat(),
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
