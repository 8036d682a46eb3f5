import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readEntryLine } from '../../src/cli/entry-line.ts';
import type { Correlated } from '../../src/domain/incident.ts';
import { DAY } from '../../src/domain/instant.ts';
import { createSteps } from '../../src/steps.ts';

/** One outlet's telling, in its own words; days count from 6 May 2025. */
interface Telling {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
  readonly day?: number;
}

interface Named {
  readonly name: string;
}

interface Story extends Named {
  readonly tellings: readonly Telling[];
}

interface Retold extends Named {
  readonly old: Telling;
  readonly stale: Telling;
}

const START = Date.UTC(2025, 4, 6, 9);
const ALMOST_ALL = 0.95;

const steps = createSteps();

const read = <Row>(file: string): readonly Row[] =>
  readFileSync(join(import.meta.dirname, '../fixtures/events', `${file}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** What became of each telling, read and joined as the bot does it; and how many incidents stand at the end. */
const tellAll = (tellings: readonly Telling[]) => {
  const lane = steps.createCorrelator();
  const results = tellings.map((telling, at): readonly Correlated[] => {
    const publishedAt = START + (telling.day ?? 0) * DAY;
    const line = {
      ...telling,
      id: `t${at}`,
      publisher: `Outlet ${at}`,
      publishedAt: new Date(publishedAt).toISOString(),
    };
    const { entry, feed } = readEntryLine(line, steps);
    const answers = lane.correlate(
      { entry, feed, reports: steps.classify(entry, feed).reports },
      publishedAt,
    );
    for (const answer of answers) {
      if (answer.outcome === 'merged') lane.put(answer.merged);
      lane.put(answer.incident);
    }
    return answers;
  });
  const standing = [...lane.all()].filter(({ mergedInto }) => mergedInto === undefined).length;
  return { results, standing };
};

/** Names of the rows that went wrong, so that a failure says which. */
const wrong = <Row extends Named>(rows: readonly Row[], right: (row: Row) => boolean): readonly string[] =>
  rows.filter((row) => !right(row)).map(({ name }) => name);

const allowed = (rows: readonly unknown[]): number => Math.floor(rows.length * (1 - ALMOST_ALL));

describe('events as papers tell them, from the words to the incidents', () => {
  test('look-alikes are kept apart', () => {
    const pairs = read<Story>('look-alikes');
    const failed = wrong(pairs, ({ tellings }) => {
      const { results, standing } = tellAll(tellings);
      return results[1]?.[0]?.outcome === 'opened' && standing === 2;
    });
    expect({ failed, tooMany: failed.length > allowed(pairs) }).toMatchObject({ tooMany: false });
  });

  test('one event in several languages, with a late follow-up, opens once', () => {
    const groups = read<Story>('groups');
    const failed = wrong(groups, ({ tellings }) => {
      const { results, standing } = tellAll(tellings);
      const openings = results.flat().filter(({ outcome }) => outcome === 'opened').length;
      return openings === 1 && standing === 1 && results.every((answers) => answers.length > 0);
    });
    expect({ failed, tooMany: failed.length > allowed(groups) }).toMatchObject({ tooMany: false });
  });

  test('a stale retelling opens nothing', () => {
    const failed = wrong(read<Retold>('retellings'), ({ old, stale }) => {
      const { results, standing } = tellAll([old, stale]);
      return standing === 1 && (results[1] ?? []).every(({ outcome }) => outcome === 'repeated');
    });
    expect(failed).toEqual([]);
  });
});
