import type { AlertCard } from '../domain/card.ts';
import type { Correlated } from '../domain/incident.ts';
import { UNDATED } from '../domain/instant.ts';
import type { Steps } from '../steps.ts';
import { readEntryLine } from './entry-line.ts';
import { answerLines, type LineStreams } from './json-lines.ts';

const READER = { language: 'en', zone: 'UTC' };

const plainText = (card: AlertCard): string =>
  [
    card.headline,
    card.status,
    ...(card.change === undefined ? [] : [card.change]),
    ...card.fields.map(({ label, value }) => `${label}: ${value}`),
    ...(card.summary === undefined ? [] : [card.summary]),
    `${card.sourcesLabel}: ${[...new Set(card.sources.map(({ publisher }) => publisher))].join(', ')}`,
  ].join('\n');

const showAlert = (result: Correlated, steps: Steps): unknown => {
  const alert = 'alert' in result ? result.alert : undefined;
  if (alert === undefined) return null;
  const card = steps.words.alert(result.incident, alert, READER);
  return {
    headline: card.headline,
    summary: card.summary ?? null,
    severity: result.incident.severity,
    text: plainText(card),
  };
};

const showResult = (result: Correlated, steps: Steps): Readonly<Record<string, unknown>> => ({
  outcome: result.outcome,
  incident: result.outcome === 'merged' ? result.merged.id : result.incident.id,
  revision: result.incident.revision,
  why: result.why,
  alert: showAlert(result, steps),
  ...(result.outcome === 'merged' && { into: result.incident.id }),
});

/** `curbwatch replay`: entries in time order through correlate, without a store and without the shipped history. */
export const replay = (streams: LineStreams, steps: Steps): Promise<void> => {
  const correlator = steps.createCorrelator();
  // A line that does not say when it was published follows the one before it.
  let latest = UNDATED;
  return answerLines(streams, (value) => {
    const { id, entry: asWritten, feed } = readEntryLine(value, steps);
    latest = asWritten.publishedEstimated ? latest : asWritten.publishedAt;
    const entry = { ...asWritten, publishedAt: latest, firstSeenAt: latest };
    const reading = steps.classify(entry, feed);
    if (!reading.relevant) return { id, results: [{ outcome: 'irrelevant', why: reading.why }] };
    const results = correlator.correlate({ entry, feed, reports: reading.reports }, entry.publishedAt);
    for (const result of results) {
      if (result.outcome === 'merged') correlator.put(result.merged);
      correlator.put(result.incident);
    }
    return { id, results: results.map((result) => showResult(result, steps)) };
  });
};
