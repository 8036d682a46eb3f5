import type { AlertCard } from '../domain/card.ts';
import type { Reading } from '../domain/report.ts';
import type { ReadingSteps } from '../reading-steps.ts';
import type { TellingSteps } from '../telling-steps.ts';
import { type EntryLine, readEntryLine } from './entry-line.ts';
import { answerLines, type LineStreams } from './json-lines.ts';
import { showReport } from './show-report.ts';

/** The alert that the reading alone would give, in the entry's language. */
const cardOf = (
  { entry, feed }: EntryLine,
  { reports }: Reading,
  { createCorrelator, words }: TellingSteps,
): AlertCard | undefined => {
  const [first] = createCorrelator().correlate({ entry, feed, reports }, entry.publishedAt);
  if (first?.outcome !== 'opened') return undefined;
  return words().alert(first.incident, first.alert, { language: entry.language, zone: 'UTC' });
};

/** `curbwatch classify`: entries in, readings out. `telling` is asked for the relevant ones. */
export const classify = (
  streams: LineStreams,
  steps: ReadingSteps,
  telling: () => Promise<TellingSteps>,
): Promise<void> =>
  answerLines(streams, async (value) => {
    const line = readEntryLine(value, steps);
    const reading = steps.classify(line.entry, line.feed);
    const card = reading.relevant ? cardOf(line, reading, await telling()) : undefined;
    return {
      id: line.id,
      relevant: reading.relevant,
      confidence: reading.confidence,
      why: reading.why,
      summary: card === undefined ? null : (card.summary ?? card.headline),
      reports: reading.reports.map((report) => showReport(report, steps)),
    };
  });
