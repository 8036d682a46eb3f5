import type { Settings } from '../config/settings.ts';
import type { Entry } from '../domain/entry.ts';
import type { Feed } from '../domain/feed.ts';
import type { Clock, Judge, Logger } from '../domain/ports.ts';
import type { Reading } from '../domain/report.ts';
import { createChatModel } from '../feeds/chat-model.ts';
import { createJudge } from '../feeds/judge.ts';
import { createSummarise } from '../feeds/summarise.ts';
import type { Steps } from '../steps.ts';
import { createSummaryWriter, type SummaryWriter } from './summary-writer.ts';

export interface SecondReaderOptions {
  readonly judge: Judge;
  /** Calibrated probabilities between which our own reading is a guess; read anew for each entry. */
  readonly uncertain: { readonly from: number; readonly to: number };
  /** Reads again as the judge decided. */
  readonly classify: (entry: Entry, feed: Feed, verdict: boolean) => Reading;
}

/** Gives an uncertain reading to the judge: it decides whether the entry counts, the fields stay our own. */
export const createSecondReader =
  (options: SecondReaderOptions) =>
  async (entry: Entry, feed: Feed, reading: Reading): Promise<Reading> => {
    const { judge, classify } = options;
    const { from, to } = options.uncertain;
    if (reading.confidence < from || reading.confidence > to) return reading;
    const verdict = await judge(entry);
    return verdict === undefined ? reading : classify(entry, feed, verdict.relevant);
  };

export type SecondReader = ReturnType<typeof createSecondReader>;

/** The judge of the settings as parts of the pipeline; nothing where none is named. */
export const openSecondReader = (
  settings: Settings['judge'],
  steps: () => Pick<Steps, 'uncertain' | 'classify' | 'checkSummary'>,
  tools: { readonly clock: Clock; readonly logger: Logger; readonly languages: () => readonly string[] },
): { readonly judge?: SecondReader; readonly summarise?: SummaryWriter } => {
  if (settings === undefined) return {};
  const model = createChatModel({ ...settings, ...tools });
  return {
    judge: createSecondReader({
      judge: createJudge(model),
      classify: (...asked) => steps().classify(...asked),
      get uncertain() {
        return steps().uncertain;
      },
    }),
    summarise: createSummaryWriter({
      ...tools,
      summarise: createSummarise(model),
      check: (...asked) => steps().checkSummary(...asked),
    }),
  };
};
