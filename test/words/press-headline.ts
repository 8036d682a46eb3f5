import type { Incident, Measure } from '../../src/domain/incident.ts';
import type { Words } from '../../src/domain/ports.ts';
import { alert, incident, measure, reader, source } from './examples.ts';

/**
 * The headline of what one paper says, built from what was understood: told to somebody who does not read the paper's
 * language. `exchanges`: those touched, where a test names no others; `into`: the
 * reader's language, English unless told.
 */
export const createPressHeadline =
  (words: Words, exchanges: readonly string[], into?: string) =>
  (
    title: string,
    language: string,
    one: Partial<Measure>,
    { text = '', ...changes }: Partial<Incident> & { text?: string } = {},
  ): string =>
    words.alert(
      incident({
        exchanges,
        jurisdictions: [],
        measures: [measure(one)],
        sources: [source({ feedKind: 'press', title, text, language })],
        ...changes,
      }),
      alert(),
      reader(into ?? (language === 'en' ? 'es' : 'en')),
    ).headline;
