import type { Arrived, End } from './killable-bot.ts';
import { pairsOf, sum } from './named-alerts.ts';

export interface Charged {
  /** The most messages that came again because one life ended in which they had been sent. */
  readonly mostAtOneEnd: number;
  /** Those of a life that had not ended. */
  readonly withoutEnd: number;
}

/** Which end of a process the repeats are owed to: that of the life in which the message was sent before. */
export const chargeRepeats = (onTelegram: readonly Arrived[], ends: readonly End[]): Charged => {
  const latest = new Map<string, number>();
  const repeated = new Set<number>();
  for (const [at, one] of onTelegram.entries())
    for (const pair of pairsOf(one)) {
      const before = latest.get(pair);
      if (before !== undefined) repeated.add(before);
      latest.set(pair, at);
    }
  const byEnd = ends.map(() => 0);
  for (const at of repeated) {
    const end = ends.findIndex(({ process, after }) => process === onTelegram[at]?.by && after > at);
    if (end !== -1) byEnd[end] = (byEnd[end] ?? 0) + 1;
  }
  return { mostAtOneEnd: Math.max(0, ...byEnd), withoutEnd: repeated.size - sum(byEnd) };
};
