import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import type { Judge } from '../domain/ports.ts';
import type { Reading } from '../domain/report.ts';

export interface SecondReaderOptions {
  readonly judge: Judge;
  /** Calibrated probabilities between which our own reading is a guess. */
  readonly uncertain: { readonly from: number; readonly to: number };
  /** Reads again as the judge decided. */
  readonly classify: (entry: Entry, feed: Feed, verdict: boolean) => Reading;
}

/** Gives an uncertain reading to the judge: it decides whether the entry counts, the fields stay our own. */
export const createSecondReader =
  ({ judge, uncertain: { from, to }, classify }: SecondReaderOptions) =>
  async (entry: Entry, feed: Feed, reading: Reading): Promise<Reading> => {
    if (reading.confidence < from || reading.confidence > to) return reading;
    const verdict = await judge(entry);
    return verdict === undefined ? reading : classify(entry, feed, verdict.relevant);
  };

export type SecondReader = ReturnType<typeof createSecondReader>;
