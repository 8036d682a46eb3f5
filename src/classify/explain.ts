import type { Report } from '../domain/report.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

const wordsFor = ({ evidence }: Pick<Report, 'evidence'>, field: string): readonly string[] => [
  ...new Set(evidence.filter((one) => one.field === field).map(({ cue }) => cue)),
];

/** One English sentence that says what was read and on which words it rests. */
export const explain = (report: Omit<Report, 'why'>): string => {
  const kind = wordsFor(report, 'kind');
  const names = [
    ...wordsFor(report, 'exchanges'),
    ...wordsFor(report, 'jurisdictions'),
    ...wordsFor(report, 'authority'),
  ];
  const basis = kind.length > 0 ? `from ${quoted(kind)}` : 'from its wording as a whole';
  const about = names.length > 0 ? `, about ${quoted([...new Set(names)])}` : '';
  return `Read as ${report.kind} (${report.stage}) ${basis}${about}.`;
};
