import type { Reading } from '../domain/report.ts';

/** The words of the entry that carried the reading, each once. */
export const rawCues = ({ reports }: Reading): readonly string[] => [
  ...new Set(reports.flatMap(({ evidence }) => evidence.map(({ cue }) => cue))),
];
