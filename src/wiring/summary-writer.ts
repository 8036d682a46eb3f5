import type { Entry } from '../domain/entry.ts';
import type { Logger, Summarise } from '../domain/ports.ts';
import type { Reading } from '../domain/report.ts';
import type { SummaryCheck } from '../words/check-summary.ts';

export interface SummaryWriterOptions {
  readonly summarise: Summarise;
  readonly check: SummaryCheck;
  /** Those of our subscribers. */
  readonly languages: () => readonly string[];
  readonly logger: Logger;
}

/**
 * Gives a relevant entry the summaries of a language model, in the languages of our subscribers, as far as they hold
 * against its text; the entry as it was where there are none.
 */
export const createSummaryWriter =
  ({ summarise, check, languages, logger }: SummaryWriterOptions) =>
  async (entry: Entry, reading: Reading): Promise<Entry> => {
    if (!reading.relevant) return entry;
    const written = await summarise(entry, languages());
    if (written === undefined) return entry;
    const { title, text, language } = entry;
    const summarised = { title, text, language, reports: reading.reports };
    const sound = Object.entries(written).filter(([into, summary]) => {
      const objection = check(summary, into, summarised);
      if (objection !== undefined)
        logger.info('judge.summary-refused', { entry: entry.id, language: into, objection });
      return objection === undefined;
    });
    return sound.length === 0 ? entry : { ...entry, summaries: Object.fromEntries(sound) };
  };

export type SummaryWriter = ReturnType<typeof createSummaryWriter>;
