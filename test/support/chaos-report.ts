import { appendFileSync } from 'node:fs';

/** Writes figures to standard error, and to the file that CHAOS_REPORT names, one JSON line each. */
export const createReport =
  (suite: string) =>
  (name: string, figures: object): void => {
    const line = `${JSON.stringify({ suite, name, ...figures })}\n`;
    process.stderr.write(line);
    if (process.env.CHAOS_REPORT !== undefined) appendFileSync(process.env.CHAOS_REPORT, line);
  };
