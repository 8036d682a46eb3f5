import fc from 'fast-check';
import { KINDS } from '../../src/domain/taxonomy.ts';
import { START, type Telling } from './story.ts';

const HOURS = 1 / 24;
const EXCHANGES = ['binance', 'okx', 'kraken', 'coinbase', 'kucoin', 'mexc', 'bybit', 'huobi'];
const BODIES = [
  { authority: 'fca', jurisdictions: ['GB'] },
  { authority: 'sec', jurisdictions: ['US'] },
  { authority: 'fiu-ind', jurisdictions: ['IN'] },
  { authority: 'kofiu', jurisdictions: ['KR'] },
  { authority: 'fsa', jurisdictions: ['JP'] },
  { authority: 'bafin', jurisdictions: ['DE'] },
];
const STAGES = ['reported', 'proposed', 'announced', 'in-force'] as const;

/** One act of one body against one to four exchanges, as outlets differ in telling it within 48 hours. */
export const anyEvent: fc.Arbitrary<readonly Telling[]> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    body: fc.constantFrom(...BODIES),
    exchanges: fc.uniqueArray(fc.constantFrom(...EXCHANGES), { minLength: 1, maxLength: 4 }),
    tellings: fc.array(
      fc.record({
        hour: fc.integer({ min: 0, max: 48 }),
        stage: fc.constantFrom(...STAGES),
        severity: fc.constantFrom('medium', 'high', 'critical'),
        language: fc.constantFrom('en', 'es', 'ja', 'ko', 'hi'),
        scope: fc.constantFrom({}, { users: 'all' }, { users: 'new' }, { functions: ['trading'] }),
        confidence: fc.constantFrom(0.7, 0.9, 0.99),
        disputed: fc.boolean(),
        names: fc.nat(),
        dated: fc.option(fc.integer({ min: 20, max: 40 }), { nil: undefined }),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(({ kind, body, exchanges, tellings }) =>
    tellings.map(
      ({ hour, names, dated, disputed, ...told }, at): Telling => ({
        ...(told as Partial<Telling>),
        ...body,
        kind,
        title: `Outlet ${at} tells`,
        publisher: `Outlet ${at}`,
        day: hour * HOURS,
        // Each outlet names the first and as many more as it has room for.
        exchanges: exchanges.slice(0, 1 + (names % exchanges.length)),
        ...(disputed && at > 0 && { disputed }),
        ...(dated !== undefined && { effectiveAt: START + dated * 24 * 3_600_000 }),
      }),
    ),
  );
