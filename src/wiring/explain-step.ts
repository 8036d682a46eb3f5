import type { Explanation } from '../commands/rooms.ts';
import type { Step } from '../pipeline.ts';

type EntryStep = Extract<Step, { readonly what: 'entry' }>;
type PassedOver = Extract<Step, { readonly what: 'passed-over' }>;

/** The words of the entry that carried the reading, each once. */
const wordsOf = ({ entry, reading }: EntryStep): readonly string[] => {
  const told = `${entry.title}\n${entry.text}`;
  const spans = reading.reports.flatMap(({ evidence }) => evidence);
  const words = spans.map(({ start, end }) => told.slice(start, end).trim());
  return [...new Set(words)].filter((word) => word !== '');
};

/** Where the line ended for it; absent where an alert came of it. */
const stoppedAt = ({ outcome }: EntryStep): Explanation['stoppedAt'] => {
  if (outcome === 'irrelevant') return 'classify';
  return outcome === 'seconded' || outcome === 'repeated' ? 'correlate' : undefined;
};

/** What became of an entry, as `/why` tells it. */
export const explainStep = (step: EntryStep): Explanation => {
  const end = stoppedAt(step);
  return {
    title: step.entry.title,
    relevant: step.reading.relevant,
    why: step.reading.relevant ? step.reading.why : step.why,
    confidence: step.reading.confidence,
    cues: wordsOf(step),
    ...(step.entry.url !== undefined && { url: step.entry.url }),
    ...(step.outcome !== 'opened' && step.reading.relevant && { joined: step.why }),
    ...(step.incidentId !== undefined && { incidentId: step.incidentId }),
    ...(end !== undefined && { stoppedAt: end }),
  };
};

export const explainPassedOver = ({ title, url, outcome }: PassedOver): Explanation => ({
  ...{ title, url, relevant: false, why: outcome, confidence: 0, cues: [], stoppedAt: 'sift' },
});
