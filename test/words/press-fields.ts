import type { Incident, Measure } from '../../src/domain/incident.ts';
import type { Words } from '../../src/domain/ports.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

/** The fields, by their English labels, of what one paper says in its own language. */
export const createPressFields =
  (words: Words) =>
  (
    [title, text, language]: readonly [title: string, text: string, language: string],
    one: Partial<Measure>,
    changes: Partial<Incident> = {},
  ): Readonly<Record<string, string>> =>
    Object.fromEntries(
      words
        .alert(
          incident({
            exchanges: ['kraken'],
            jurisdictions: [],
            measures: [measure(one)],
            sources: [source({ feedKind: 'press', title, text, language })],
            ...changes,
          }),
          alert(),
          reader('en'),
        )
        .fields.map(({ label, value }) => [label, value]),
    );
